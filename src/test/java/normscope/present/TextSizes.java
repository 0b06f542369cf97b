package normscope.present;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import normscope.chart.FigureCanvas;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;

/** Every text that can be seen on a screen, with its size: of labels, and of the letters that figures draw. */
public final class TextSizes {

    /**
     * A text.
     *
     * @param text the letters
     * @param size the size of its type on the screen, in logical pixels
     */
    public record Sized(String text, double size) {}

    private TextSizes() {}

    public static List<Sized> of(Parent root) {
        List<Sized> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Node node, List<Sized> to) {
        if (!node.isVisible()) {
            return;
        }
        // Words may stand upright.
        double enlarged = Math.hypot(
                node.getLocalToSceneTransform().getMxx(),
                node.getLocalToSceneTransform().getMyx());
        if (node instanceof Text text && !text.getText().isBlank()) {
            to.add(new Sized(text.getText(), text.getFont().getSize() * enlarged));
        } else if (node instanceof FigureCanvas canvas) {
            to.addAll(drawn(canvas, enlarged));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, to));
        }
    }

    private static List<Sized> drawn(FigureCanvas canvas, double enlarged) {
        List<Sized> words = new ArrayList<>();
        canvas.figure().draw(new Noting(words, enlarged), canvas.getWidth(), canvas.getHeight());
        return words;
    }

    /** Draws nowhere and notes the words. */
    private static final class Noting extends SVGGraphics2D {
        private final List<Sized> words;
        private final double enlarged;

        Noting(List<Sized> words, double enlarged) {
            super(document());
            this.words = words;
            this.enlarged = enlarged;
        }

        private Noting(Noting other) {
            super(other);
            words = other.words;
            enlarged = other.enlarged;
        }

        private static Document document() {
            try {
                return DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .getDOMImplementation()
                        .createDocument("http://www.w3.org/2000/svg", "svg", null);
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Graphics2D create() {
            return new Noting(this);
        }

        @Override
        public boolean drawImage(java.awt.Image image, int x, int y, java.awt.image.ImageObserver observer) {
            return true;
        }

        @Override
        public void drawString(String text, float x, float y) {
            if (!text.isBlank()) {
                double up =
                        Math.hypot(getTransform().getShearX(), getTransform().getScaleY());
                words.add(new Sized(text, getFont().getSize2D() * up * enlarged));
            }
        }

        @Override
        public void drawString(String text, int x, int y) {
            drawString(text, (float) x, (float) y);
        }
    }
}
