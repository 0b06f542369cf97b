package normscope.instrument.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import normscope.experiment.Snapshot;
import normscope.runner.RunStatus;

/**
 * The way that training takes from a landscape's middle, projected on it: at all recorded moments, and at those that it
 * was asked at, as many as can be told apart. Belongs to one thread.
 */
final class LandscapePath {

    private static final int MOST = 256;

    private final TreeMap<Long, Point> known = new TreeMap<>();
    private Landscape of;
    private long run = -1;
    private long spacing = 1;

    /** Where the arms were at a moment: what {@link Plane#project} says; null of one that had diverged. */
    record Point(long step, double[][] arms) {}

    /** The whole way up to a moment, projected on a landscape: points by their steps, the present one last. */
    record Way(Landscape landscape, List<Point> points) {}

    /** Goes on to the present moment of a run to which the landscape belongs. */
    Way follow(Landscape landscape, RunStatus status) {
        if (landscape != of || status.run() != run) {
            known.clear();
            spacing = 1;
            of = landscape;
            run = status.run();
        }
        Snapshot present = status.snapshot();
        while ((present.step() - of.step()) / spacing > MOST) {
            spacing *= 2;
            long wider = spacing;
            List<Point> all = List.copyOf(known.values());
            known.clear();
            all.forEach(point -> known.putIfAbsent(point.step / wider, point));
        }
        for (Snapshot kept = present; kept != null && kept.step() > of.step(); ) {
            add(kept);
            kept = status.history().at(kept.step() - 1);
        }
        List<Point> points = new ArrayList<>(known.values());
        if (points.isEmpty() || points.get(points.size() - 1).step() != present.step()) {
            points.add(point(present));
        }
        return new Way(of, points);
    }

    private void add(Snapshot snapshot) {
        known.computeIfAbsent(snapshot.step() / spacing, place -> point(snapshot));
    }

    private Point point(Snapshot snapshot) {
        double[][] arms = new double[of.arms().size()][];
        for (int arm = 0; arm < arms.length; arm++) {
            Landscape.OfArm on = of.arms().get(arm);
            boolean there = on != null && snapshot.arm(arm).divergence() == null;
            arms[arm] = there ? on.plane().project(snapshot.arm(arm).networkState()) : null;
        }
        return new Point(snapshot.step(), arms);
    }
}
