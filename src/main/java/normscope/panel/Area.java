package normscope.panel;

/** A rectangle on a page, in logical pixels: its upper left corner and its size. */
public record Area(double x, double y, double width, double height) {

    /** The room around everything on a page. */
    public static final double MARGIN = 16;

    /** The room between two cards of a page. */
    public static final double GAP = 10;

    /** {@return an area of this size in the corner of a page} */
    public static Area ofSize(double width, double height) {
        return new Area(0, 0, width, height);
    }

    /** {@return an area of the same size with its upper left corner at another place} */
    public Area at(double left, double top) {
        return new Area(left, top, width, height);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }
}
