package normscope.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;
import normscope.text.Texts;

/** Examples that are square pictures, as large as they fit, each with what it was read as, if that is known. */
public final class PicturesFigure extends Figure {

    /** How much of a place is the picture; the rest is room for the answer below, and between two. */
    private static final double PICTURE = 0.72;

    /** No answer is told. */
    public static final int UNTOLD = -1;

    private List<Picture> pictures = List.of();

    /**
     * A picture.
     *
     * @param ink of each pixel, row by row: 0 is white, 1 black. Not copied, must not change afterwards
     * @param label the true class; of no meaning where no answer is told
     * @param answer the class it is taken for; {@link #UNTOLD} if that is not told
     * @param judged whether it is shown if the answer is right
     */
    public record Picture(double[] ink, int label, int answer, boolean judged) {
        private boolean right() {
            return answer == label;
        }
    }

    public void setPictures(List<Picture> pictures) {
        this.pictures = List.copyOf(pictures);
    }

    @Override
    public void draw(Graphics2D g, double width, double height) {
        Draw.quality(g);
        if (pictures.isEmpty()) {
            return;
        }
        int columns = columns(width, height);
        int rows = (pictures.size() + columns - 1) / columns;
        double place = Math.min(width / columns, height / rows);
        double left = (width - columns * place) / 2;
        double top = (height - rows * place) / 2;
        for (int i = 0; i < pictures.size(); i++) {
            int row = i / columns;
            draw(g, pictures.get(i), left + (i - row * columns) * place, top + row * place, place);
        }
    }

    /** As many columns as make the pictures largest. */
    private int columns(double width, double height) {
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= pictures.size(); columns++) {
            int rows = (pictures.size() + columns - 1) / columns;
            double place = Math.min(width / columns, height / rows);
            if (place > largest) {
                largest = place;
                best = columns;
            }
        }
        return best;
    }

    private void draw(Graphics2D g, Picture picture, double x, double y, double place) {
        double side = PICTURE * place;
        double left = x + (place - side) / 2;
        BufferedImage image = image(picture.ink());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform scaled = AffineTransform.getTranslateInstance(left, y);
        scaled.scale(side / image.getWidth(), side / image.getHeight());
        g.drawImage(image, scaled, null);
        g.setColor(theme.muted());
        g.setStroke(theme.stroke(1));
        g.draw(new Rectangle2D.Double(left, y, side, side));
        if (picture.answer() == UNTOLD) {
            return;
        }
        String says = !picture.judged()
                ? Integer.toString(picture.answer())
                : Texts.text(picture.right() ? "pictures.right" : "pictures.wrong", picture.answer());
        Font font = ChartFonts.bold((float) Math.max(7, 0.2 * place));
        g.setFont(font);
        g.setColor(picture.judged() && !picture.right() ? theme.text() : theme.muted());
        double wide = g.getFontMetrics().getStringBounds(says, g).getWidth();
        g.drawString(says, (float) (x + (place - wide) / 2), (float) (y + side + 0.85 * font.getSize2D()));
    }

    private static BufferedImage image(double[] ink) {
        int side = (int) Math.round(Math.sqrt(ink.length));
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int grey = (int) Math.round(255 * (1 - Math.max(0, Math.min(1, ink[i]))));
            image.setRGB(i % side, i / side, new Color(grey, grey, grey).getRGB());
        }
        return image;
    }

    @Override
    public String describe(double x, double y) {
        return null;
    }

    @Override
    public FigureTable numbers() {
        FigureTable table = FigureTable.of("example", "true", "predicted", "row", "column", "ink");
        for (int i = 0; i < pictures.size(); i++) {
            Picture picture = pictures.get(i);
            int side = (int) Math.round(Math.sqrt(picture.ink.length));
            boolean told = picture.answer != UNTOLD;
            for (int pixel = 0; pixel < picture.ink.length; pixel++) {
                int row = pixel / side;
                table.row(
                        i + 1,
                        told ? picture.label : Double.NaN,
                        told ? picture.answer : Double.NaN,
                        row + 1,
                        pixel - row * side + 1,
                        picture.ink[pixel]);
            }
        }
        return table;
    }

    @Override
    public String summary() {
        if (pictures.stream().allMatch(picture -> picture.answer() == UNTOLD)) {
            return Texts.text("pictures.some", pictures.size());
        }
        return pictures.stream()
                .map(picture -> Texts.text("pictures.one", picture.label(), picture.answer()))
                .collect(Collectors.joining(", "));
    }
}
