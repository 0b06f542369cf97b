package normscope.present;

import normscope.lab.TransportViewModel;

/** How quickly a class is shown training. */
final class ShowSpeed {

    /** So many steps a second are shown when the window's speed has no limit: an effect must not rush past. */
    static final double USUAL = TransportViewModel.DEFAULT_SPEED;

    private static final double SLOWEST = 1;
    private static final double FASTEST = 3200;

    private ShowSpeed() {}

    /** Limits a speed that has no limit. */
    static void limit(TransportViewModel transport) {
        if (Double.isInfinite(transport.speedProperty().get())) {
            transport.speedProperty().set(USUAL);
        }
    }

    /** Shows so many times as many steps a second. */
    static void change(TransportViewModel transport, double factor) {
        double speed = transport.speedProperty().get() * factor;
        transport.speedProperty().set(Math.max(SLOWEST, Math.min(FASTEST, speed)));
    }
}
