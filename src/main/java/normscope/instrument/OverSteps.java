package normscope.instrument;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import normscope.experiment.Snapshot;
import normscope.runner.Background;
import normscope.runner.Moment;
import normscope.runner.RunStatus;

/**
 * Something measured at the recorded moments all over a run, little by little, on a thread of its own that rests as
 * long as it works.
 *
 * @param <K> how it is measured; what is known is of no use once that changes
 * @param <T> what is measured at one moment; immutable
 */
public final class OverSteps<K, T> implements AutoCloseable {

    private static final long REST_MILLIS = 120;
    private static final long NANOS_A_ROUND = 60_000_000;

    /** About so many moments of the past are measured at most. */
    private static final int MOMENTS = 160;

    /** The first, coarse moments lie so many times as far apart. */
    private static final int COARSE = 32;

    private record Question<K>(K how, Moment moment, long spans, int round) {}

    @FunctionalInterface
    public interface Measure<K, T> {
        /** {@return what is measured; null if there is nothing to measure} */
        T at(K how, RunStatus status, Snapshot snapshot);
    }

    /**
     * What has been measured.
     *
     * @param how it was measured
     * @param past some moments up to the last step, in their order
     * @param shown the shown moment; null where there is nothing to measure
     * @param moment the shown moment itself
     * @param complete whether nothing of the past is missing
     */
    public record Known<K, T>(long run, K how, List<T> past, T shown, Snapshot moment, boolean complete) {}

    private final Measure<K, T> measure;
    private final TreeMap<Long, T> measured = new TreeMap<>();
    private final Background<Question<K>, Known<K, T>> past;
    private long measuredRun = -1;
    private K measuredHow;
    private Known<K, T> latest;
    private K wanted;
    private int round;

    /** Starts a thread, on which it measures and, while nobody looks, forgets what measuring keeps. */
    public OverSteps(String name, Measure<K, T> measure, Runnable forget) {
        this.measure = measure;
        past = new Background<>(name, REST_MILLIS, this::measure, forget);
    }

    /** Asks for a moment and the past of its run; once a frame while somebody looks. Returns what is known, or null. */
    public Known<K, T> pulse(K how, Moment moment) {
        Known<K, T> now = past.latest();
        if (now != null && now != latest) {
            latest = now;
            round += now.complete ? 0 : 1;
        }
        wanted = how;
        long last = moment.status().snapshot().step();
        past.ask(new Question<>(how, moment, last / spacing(last), round));
        return latest;
    }

    /** Whether something of the run, or the moment, is still being measured. */
    public boolean isBusy(Moment moment) {
        return latest == null
                || !latest.complete()
                || latest.run() != moment.status().run()
                || !Objects.equals(latest.how(), wanted)
                || latest.moment().step() != moment.snapshot().step();
    }

    /** Steps between measured moments: a power of two, so that the same ones serve as the run grows. */
    private static long spacing(long last) {
        long spacing = 1;
        while (last / spacing > MOMENTS) {
            spacing *= 2;
        }
        return spacing;
    }

    private Known<K, T> measure(Question<K> question) {
        RunStatus status = question.moment.status();
        if (status.run() != measuredRun || !Objects.equals(question.how, measuredHow)) {
            measured.clear();
            measuredRun = status.run();
            measuredHow = question.how;
        }
        Snapshot moment = question.moment.snapshot();
        T shown = measure.at(question.how, status, moment);
        long last = status.snapshot().step();
        long spacing = spacing(last);
        measured.keySet().removeIf(step -> step > last);
        TreeMap<Long, T> found = new TreeMap<>();
        long end = System.nanoTime() + NANOS_A_ROUND;
        boolean complete = true;
        // Coarse at first, so that even an unfinished picture shows the whole run.
        for (long stride = COARSE * spacing; stride >= spacing; stride /= 2) {
            for (long step = last - last % stride; step >= 0; step -= stride) {
                complete &= add(question.how, status, step, end, found);
            }
        }
        measured.clear();
        measured.putAll(found);
        if (shown != null && moment == status.snapshot()) {
            found.put(moment.step(), shown);
        }
        return new Known<>(measuredRun, question.how, List.copyOf(found.values()), shown, moment, complete);
    }

    /** Adds the moment at or before a step, from what is known or by measuring it while there is time. */
    private boolean add(K how, RunStatus status, long step, long end, TreeMap<Long, T> found) {
        Snapshot snapshot = status.history().at(step);
        if (snapshot == null || found.containsKey(snapshot.step())) {
            return true;
        }
        T known = measured.get(snapshot.step());
        if (known == null && System.nanoTime() > end) {
            return false;
        }
        T here = known != null ? known : measure.at(how, status, snapshot);
        if (here != null) {
            found.put(snapshot.step(), here);
        }
        return true;
    }

    @Override
    public void close() {
        past.close();
    }
}
