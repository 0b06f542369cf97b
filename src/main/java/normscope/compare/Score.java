package normscope.compare;

import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import normscope.text.Numbers;

/** A measured value of an arm, EVAL mode, in the order of the columns. */
enum Score {
    TRAIN_LOSS(KeptRun.Scores::trainLoss, false),
    TEST_LOSS(KeptRun.Scores::testLoss, false),
    TRAIN_ACCURACY(KeptRun.Scores::trainAccuracy, true),
    TEST_ACCURACY(KeptRun.Scores::testAccuracy, true);

    /** Also says where an arm has diverged. */
    static final Score LAST = TEST_ACCURACY;

    private final ToDoubleFunction<KeptRun.Scores> of;
    private final boolean accuracy;

    Score(ToDoubleFunction<KeptRun.Scores> of, boolean accuracy) {
        this.of = of;
        this.accuracy = accuracy;
    }

    private double value(RunRow row, int arm, boolean best) {
        KeptRun.Arm from = row.run().arms().get(arm);
        KeptRun.Scores scores = best ? from.best() : from.last();
        return scores == null ? Double.NaN : of.applyAsDouble(scores);
    }

    String text(RunRow row, int arm, boolean best) {
        double value = value(row, arm, best);
        if (accuracy) {
            return Numbers.percent(value, 1);
        }
        return Double.isNaN(value) ? Numbers.percent(value, 1) : Numbers.significant(value);
    }

    /** Orders by the better of the arms, the best first; runs without any last. */
    Comparator<RunRow> order(boolean best) {
        return Comparator.comparingDouble(row -> {
            double found = Double.POSITIVE_INFINITY;
            for (int arm = 0; arm < row.arms(); arm++) {
                double value = value(row, arm, best);
                double worse = accuracy ? -value : value;
                found = worse < found ? worse : found;
            }
            return found;
        });
    }
}
