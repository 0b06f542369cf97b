package normscope.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import normscope.experiment.Arms;
import normscope.experiment.Event;
import normscope.experiment.Measurement;
import normscope.experiment.Snapshot;

/**
 * What a run has been. Scalars are kept for every step; measurements at a thinning cadence; snapshots likewise, within
 * a byte budget; and the latest snapshots at a finer spacing, so that stepping back is quick however long the run is.
 *
 * <p>Every method holds the object's lock, so the trainer thread may write while others read.
 */
public final class History {

    /** The memory that the snapshots of one run may take. */
    public static final long SNAPSHOT_BUDGET = 64L << 20;

    /** Steps between the recent snapshots, kept for stepping back. */
    public static final int RECENT_SPACING = 64;

    private static final int RECENT_KEPT = 8;

    private final Arms<Series> losses;
    private final List<Measurement> measurements = new ArrayList<>();
    private final NavigableMap<Long, Snapshot> snapshots = new TreeMap<>();
    private final Deque<Snapshot> recent = new ArrayDeque<>();
    private final List<Event> events = new ArrayList<>();
    private final long budget;
    private long steps;
    private long snapshotBytes;
    private long thinning = 1;

    /**
     * An empty history with the default budget.
     *
     * @param arms the number of arms, at least 1
     */
    public History(int arms) {
        this(arms, SNAPSHOT_BUDGET);
    }

    /**
     * An empty history.
     *
     * @param arms the number of arms, at least 1
     * @param budget bytes that the snapshots may take
     */
    public History(int arms, long budget) {
        this.losses = Arms.make(arms, arm -> new Series());
        this.budget = budget;
    }

    /** {@return the number of arms} */
    public int arms() {
        return losses.size();
    }

    /**
     * Appends the mini-batch losses of one step.
     *
     * @param ofArms one loss an arm. Not modified.
     */
    public synchronized void addLosses(double... ofArms) {
        for (int arm = 0; arm < losses.size(); arm++) {
            losses.get(arm).add(ofArms[arm]);
        }
        steps++;
    }

    /**
     * Appends a measurement, unless that moment has been measured.
     *
     * @param measurement of a later step than all before
     */
    public synchronized void add(Measurement measurement) {
        if (!isMeasured(measurement.step())) {
            measurements.add(measurement);
        }
    }

    /**
     * Appends a second measurement of the present step: that of after a command.
     *
     * @param measurement of the latest step
     */
    public synchronized void addAfterJump(Measurement measurement) {
        measurements.add(measurement);
    }

    /** The step of the last command that {@linkplain normscope.experiment.Command#jumps jumps}: 0 without one. */
    public synchronized long lastJump() {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).command().jumps()) {
                return events.get(i).step();
            }
        }
        return 0;
    }

    /**
     * Whether a moment has been measured already.
     *
     * @param step the latest step
     * @return true if the last measurement is of that step or a later one
     */
    public synchronized boolean isMeasured(long step) {
        return !measurements.isEmpty()
                && measurements.get(measurements.size() - 1).step() >= step;
    }

    /** Keeps a snapshot for good, or until the budget makes it thin out: then every second one goes, by its step. */
    public synchronized void add(Snapshot snapshot) {
        if (snapshot.step() % thinning != 0 || snapshots.containsKey(snapshot.step())) {
            return;
        }
        snapshots.put(snapshot.step(), snapshot);
        snapshotBytes += snapshot.bytes();
        while (snapshotBytes > budget && snapshots.size() > 2) {
            thin();
        }
    }

    private synchronized void thin() {
        thinning *= 2;
        snapshots.values().removeIf(s -> s.step() % thinning != 0);
        snapshotBytes = totalBytes();
    }

    private synchronized void share(Map<Long, Snapshot> others, long theirThinning) {
        snapshots.putAll(others);
        snapshotBytes = totalBytes();
        thinning = theirThinning;
    }

    private long totalBytes() {
        return snapshots.values().stream().mapToLong(Snapshot::bytes).sum();
    }

    /**
     * Keeps a snapshot for a while: the oldest recent ones go, by their number or when they take a quarter of the
     * budget.
     *
     * @param snapshot the moment
     */
    public synchronized void addRecent(Snapshot snapshot) {
        recent.addLast(snapshot);
        while (recent.size() > RECENT_KEPT || recent.size() > 1 && recentBytes() > budget / 4) {
            recent.removeFirst();
        }
    }

    /**
     * Records a command.
     *
     * @param event the command, at the latest step
     */
    public synchronized void add(Event event) {
        events.add(event);
    }

    /** The number of steps recorded. */
    public synchronized long lastStep() {
        return steps;
    }

    /**
     * The mini-batch loss of one step, before its update, TRAIN mode.
     *
     * @param arm which arm, from 0
     * @param step 0 … lastStep - 1: the update that leads from {@code step} to {@code step + 1}
     * @return the loss, NaN once the arm has diverged
     */
    public synchronized double batchLoss(int arm, long step) {
        return losses.get(arm).get((int) step);
    }

    /**
     * The mini-batch losses of one arm as a curve.
     *
     * @param arm which arm, from 0
     * @param columns the most points wanted
     * @return the curve
     */
    public synchronized Series.Curve batchLosses(int arm, int columns) {
        return losses.get(arm).curve(columns);
    }

    /**
     * The measurements from a given one on.
     *
     * @param from how many the caller has already
     * @return a copy of the later ones, in the order of their steps
     */
    public synchronized List<Measurement> measurements(int from) {
        return List.copyOf(measurements.subList(Math.min(from, measurements.size()), measurements.size()));
    }

    /** The recorded commands: a copy, in the order in which they were given. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /**
     * The latest kept snapshot at or before a step.
     *
     * @return the snapshot, or null before the first
     */
    public synchronized Snapshot at(long step) {
        Map.Entry<Long, Snapshot> entry = snapshots.floorEntry(step);
        Snapshot best = entry == null ? null : entry.getValue();
        for (Snapshot candidate : recent) {
            if (candidate.step() <= step && (best == null || candidate.step() > best.step())) {
                best = candidate;
            }
        }
        return best;
    }

    /** The memory that the snapshots take: bytes. */
    public synchronized long snapshotBytes() {
        return snapshotBytes + recentBytes();
    }

    /** The memory that snapshots and losses take; all the rest is small beside it: bytes. */
    public synchronized long bytes() {
        return snapshotBytes() + losses.stream().mapToLong(Series::bytes).sum();
    }

    private long recentBytes() {
        return recent.stream().mapToLong(Snapshot::bytes).sum();
    }

    /**
     * The history up to a step, apart from this one: snapshots are shared, the rest is copied.
     *
     * @param step the last step of the branch
     * @return the branch, with the commands given at that step included
     */
    public synchronized History branch(long step) {
        History branch = new History(losses.size(), budget);
        branch.take(losses, Math.min(step, steps));
        measurements.stream().filter(m -> m.step() <= step).forEach(branch.measurements::add);
        branch.share(snapshots.headMap(step, true), thinning);
        recent.stream().filter(s -> s.step() <= step).forEach(branch.recent::add);
        events.stream().filter(e -> e.step() <= step).forEach(branch.events::add);
        return branch;
    }

    private synchronized void take(Arms<Series> from, long last) {
        steps = last;
        for (int arm = 0; arm < losses.size(); arm++) {
            losses.get(arm).addAll(from.get(arm), last);
        }
    }
}
