package normscope.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    private static final Comparator<Kept> IN_TIME = Comparator.comparing(Kept::place);

    /** So many measurements are kept that nobody but a spectator asked for; then the older half goes. */
    static final int WATCHED_KEPT = 4096;

    private final Arms<Series> losses;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Measurement> watched = new ArrayList<>();
    private final NavigableMap<Long, Snapshot> snapshots = new TreeMap<>();
    private final Deque<Snapshot> recent = new ArrayDeque<>();
    private final NavigableMap<Place, Snapshot> atCommands = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();
    private final long budget;
    private long steps;
    private long snapshotBytes;
    private long thinning = 1;

    /** A moment that can be shown, and where in the run it is. */
    public record Kept(Place place, Snapshot snapshot) {}

    /** An empty history of some arms with the default budget. */
    public History(int arms) {
        this(arms, SNAPSHOT_BUDGET);
    }

    /** An empty history of some arms, whose snapshots may take so many bytes. */
    public History(int arms, long budget) {
        this.losses = Arms.make(arms, arm -> new Series());
        this.budget = budget;
    }

    public int arms() {
        return losses.size();
    }

    /** Appends the mini-batch losses of one step, one an arm. */
    public synchronized void addLosses(double... ofArms) {
        for (int arm = 0; arm < losses.size(); arm++) {
            losses.get(arm).add(ofArms[arm]);
        }
        steps++;
    }

    /** Appends a measurement of a later step than all before, unless that moment has been measured. */
    public synchronized void add(Measurement measurement) {
        if (!isMeasured(measurement.step())) {
            measurements.add(measurement);
        }
    }

    /** Appends a second measurement of the latest step: that of after a command. */
    public synchronized void addAfterJump(Measurement measurement) {
        measurements.add(measurement);
    }

    /**
     * Appends a measurement of the latest step that depends on how the run was watched, and is no part of its record.
     */
    public synchronized void watch(Measurement measurement) {
        if (watched.size() == WATCHED_KEPT) {
            watched.subList(0, WATCHED_KEPT / 2).clear();
        }
        watched.add(measurement);
    }

    /** {@return a copy of the latest measurements that were only watched, in the order of their steps} */
    public synchronized List<Measurement> watched() {
        return List.copyOf(watched);
    }

    /** {@return the step of the last command; null without one} */
    public synchronized Long lastChange() {
        return events.isEmpty() ? null : events.get(events.size() - 1).step();
    }

    /** {@return whether the last measurement is of a step or a later one} */
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
        snapshotBytes = bytes(snapshots.values());
    }

    private synchronized void share(Map<Long, Snapshot> others, long theirThinning) {
        snapshots.putAll(others);
        snapshotBytes = bytes(snapshots.values());
        thinning = theirThinning;
    }

    private static long bytes(Collection<Snapshot> snapshots) {
        return snapshots.stream().mapToLong(Snapshot::bytes).sum();
    }

    /**
     * Keeps a snapshot for a while: the oldest recent ones go, by their number or when they take a quarter of the
     * budget.
     */
    public synchronized void addRecent(Snapshot snapshot) {
        recent.addLast(snapshot);
        while (recent.size() > RECENT_KEPT || recent.size() > 1 && bytes(recent) > budget / 4) {
            recent.removeFirst();
        }
    }

    public synchronized void add(Event event) {
        events.add(event);
    }

    /**
     * Records a command at the latest step, with the moments right before and right after it. The oldest such moments
     * go when they take a quarter of the budget.
     */
    public synchronized void add(Event event, Snapshot before, Snapshot after) {
        atCommands.put(present(), before);
        add(event);
        atCommands.put(present(), after);
        while (atCommands.size() > 2 && bytes(atCommands.values()) > budget / 4) {
            atCommands.pollFirstEntry();
        }
    }

    public synchronized long lastStep() {
        return steps;
    }

    /**
     * {@return the mini-batch loss of an arm in the update from {@code step} to {@code step + 1}, before it, TRAIN
     * mode; NaN once the arm has diverged}
     */
    public synchronized double batchLoss(int arm, long step) {
        return losses.get(arm).get((int) step);
    }

    /** {@return the mini-batch losses of an arm as a curve of at most so many points} */
    public synchronized Series.Curve batchLosses(int arm, int columns) {
        return losses.get(arm).curve(columns);
    }

    /** {@return a copy of the measurements from a given one on, in the order of their steps} */
    public synchronized List<Measurement> measurements(int from) {
        return List.copyOf(measurements.subList(Math.min(from, measurements.size()), measurements.size()));
    }

    /** The recorded commands: a copy, in the order in which they were given. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** {@return the latest kept snapshot at or before a step; null before the first} */
    public synchronized Snapshot at(long step) {
        return Stream.concat(
                        Stream.ofNullable(snapshots.floorEntry(step)).map(Map.Entry::getValue),
                        recent.stream().filter(each -> each.step() <= step))
                .max(Comparator.comparingLong(Snapshot::step))
                .orElse(null);
    }

    /** Where the run is: at its last step, with all of its commands carried out. */
    public synchronized Place present() {
        return new Place(steps, events.size());
    }

    /** The place at a step before the commands given there. */
    public synchronized Place before(long step) {
        return new Place(
                step, (int) events.stream().filter(e -> e.step() < step).count());
    }

    /** The place at a step after the commands given there. */
    public synchronized Place after(long step) {
        return new Place(step, before(step + 1).commands());
    }

    /**
     * {@return the latest kept moment at or before a place, null before the first; snapshots kept by their steps are of
     * before the commands there}
     */
    public synchronized Kept at(Place place) {
        return latest(at(place.step()), atCommands.floorEntry(place));
    }

    /** The kept moment before a place, or null. */
    public synchronized Kept previous(Place place) {
        Snapshot here = at(place.step());
        boolean earlier = here == null || before(here.step()).compareTo(place) < 0;
        return latest(earlier ? here : at(place.step() - 1), atCommands.lowerEntry(place));
    }

    /** The kept moment after a place, or null. */
    public synchronized Kept next(Place place) {
        Snapshot byStep = Stream.concat(
                        Stream.ofNullable(snapshots.higherEntry(place.step())).map(Map.Entry::getValue),
                        recent.stream().filter(each -> each.step() > place.step()))
                .min(Comparator.comparingLong(Snapshot::step))
                .orElse(null);
        return kept(byStep, atCommands.higherEntry(place)).min(IN_TIME).orElse(null);
    }

    private Kept latest(Snapshot byStep, Map.Entry<Place, Snapshot> byCommand) {
        return kept(byStep, byCommand).max(IN_TIME).orElse(null);
    }

    /** What there is of a moment by its step and one at a command, which comes first: of two at one place it counts. */
    private Stream<Kept> kept(Snapshot byStep, Map.Entry<Place, Snapshot> byCommand) {
        return Stream.concat(
                Stream.ofNullable(byCommand).map(each -> new Kept(each.getKey(), each.getValue())),
                Stream.ofNullable(byStep).map(each -> new Kept(before(each.step()), each)));
    }

    /** The memory that the snapshots take: bytes. */
    public synchronized long snapshotBytes() {
        return snapshotBytes + bytes(recent) + bytes(atCommands.values());
    }

    /** The memory that snapshots and losses take; all the rest is small beside it: bytes. */
    public synchronized long bytes() {
        return snapshotBytes() + losses.stream().mapToLong(Series::bytes).sum();
    }

    /** {@return a copy that goes its own way: snapshots are shared, the rest is copied} */
    public synchronized History copy() {
        return branchBefore(steps + 1);
    }

    /**
     * The history up to a step, without what was measured and commanded there, apart from this one: snapshots are
     * shared, the rest is copied.
     */
    public synchronized History branchBefore(long step) {
        History branch = new History(losses.size(), budget);
        branch.take(losses, Math.min(step, steps));
        measurements.stream().filter(m -> m.step() < step).forEach(branch.measurements::add);
        watched.stream().filter(m -> m.step() < step).forEach(branch.watched::add);
        branch.share(snapshots.headMap(step, true), thinning);
        recent.stream().filter(s -> s.step() <= step).forEach(branch.recent::add);
        events.stream().filter(e -> e.step() < step).forEach(branch.events::add);
        branch.atCommands.putAll(atCommands.headMap(new Place(step, 0), false));
        return branch;
    }

    private synchronized void take(Arms<Series> from, long last) {
        steps = last;
        for (int arm = 0; arm < losses.size(); arm++) {
            losses.get(arm).addAll(from.get(arm), last);
        }
    }
}
