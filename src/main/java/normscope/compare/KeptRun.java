package normscope.compare;

import java.util.List;
import normscope.experiment.ExperimentFile;
import normscope.experiment.Json;

/**
 * What the table knows of a run: enough to make it again, and how it went.
 *
 * @param number counts all runs that were kept; names one that has no name
 * @param name what the user calls it; empty if nobody has named it
 * @param ended when it was kept, in milliseconds since 1970
 * @param steps where it was left, at least 1
 */
record KeptRun(String id, int number, String name, long ended, long steps, ExperimentFile experiment, List<Arm> arms) {

    /** Points of the small picture of a loss. */
    static final int POINTS = 40;

    /** Cells a side of the small picture of a boundary. */
    static final int CELLS = 16;

    KeptRun {
        arms = List.copyOf(arms);
    }

    KeptRun named(String value) {
        return new KeptRun(id, number, value, ended, steps, experiment, arms);
    }

    /** {@return whether this run is a beginning of another one, bit for bit: it adds nothing to that one} */
    boolean begins(KeptRun other) {
        var events = experiment.events();
        var others = other.experiment.events();
        boolean same = steps <= other.steps
                && experiment
                        .config()
                        .withName("")
                        .equals(other.experiment.config().withName(""))
                && events.size() <= others.size()
                && events.equals(others.subList(0, events.size()));
        return same
                && (events.size() == others.size() || others.get(events.size()).step() >= steps);
    }

    /**
     * One arm.
     *
     * @param last at the last step; null once it has diverged
     * @param best the best of each over the measured steps; null if none was measured
     * @param divergedAt the step at which it left the finite numbers, or null
     * @param loss the loss of the training set, EVAL mode, at evenly spread steps; its end may be missing
     * @param boundary of each cell of a square raster, row 0 lowest, the probabilities of its classes in 255ths, of two
     *     classes the second's only; null where there is none
     */
    record Arm(
            @Json.MayBeAbsent Scores last,
            @Json.MayBeAbsent Scores best,
            @Json.MayBeAbsent Long divergedAt,
            float[] loss,
            @Json.MayBeAbsent int[] boundary) {}

    /** Data losses and fractions classified correctly, 0 … 1, of the training and the test set; EVAL mode. */
    record Scores(double trainLoss, double testLoss, double trainAccuracy, double testAccuracy) {}
}
