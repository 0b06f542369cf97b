package normscope.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Objects;

/**
 * Something that draws itself into a rectangle and can say what is under a point of it.
 *
 * <p>Lengths are logical pixels: the caller scales the graphics for sharper displays. The background stays as it is.
 */
public abstract class Figure {

    /** Colours and sizes of the next drawing. */
    protected ChartTheme theme = ChartTheme.LIGHT;

    /**
     * Draws the figure into the rectangle from (0, 0) to (width, height) of the graphics, whose hints, colour, font and
     * stroke may be left changed.
     */
    public abstract void draw(Graphics2D g, double width, double height);

    /** {@return a short text about what is at a point of the last drawing, or null where there is nothing to say} */
    public abstract String describe(double x, double y);

    /**
     * Tells where the mouse is, NaN when it isn't over the figure, for figures that mark the place read from. Needs a
     * drawing to show. Returns whether the next drawing will differ.
     */
    public boolean pointAt(double x, double y) {
        return false;
    }

    /** Enlarges a part of the last drawing until {@link #unzoom}, in figures that can: whether the next will differ. */
    public boolean zoom(Rectangle2D drag) {
        return false;
    }

    /** Shows the whole again: whether the next drawing will differ. */
    public boolean unzoom() {
        return false;
    }

    /** {@return the numbers that it shows; without rows where it shows none} */
    public abstract FigureTable numbers();

    /** Says the whole figure in one sentence. */
    public abstract String summary();

    /** Changes colours and sizes from the next drawing on. */
    public void setTheme(ChartTheme theme) {
        this.theme = Objects.requireNonNull(theme);
    }
}
