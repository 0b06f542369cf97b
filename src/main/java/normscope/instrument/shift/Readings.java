package normscope.instrument.shift;

import java.util.List;
import java.util.function.Function;
import normscope.data.Dataset;
import normscope.experiment.Experiment;
import normscope.experiment.ScoringSet;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.instrument.statistics.Statistics;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;

/**
 * How a plain arm and the normalized one do on a whole set, the latter read in both modes: after a shift they tell
 * opposite stories.
 *
 * @param plain the arm that is compared with, EVAL mode
 * @param train the arm with batch normalization, TRAIN mode: normalized by the set's own statistics
 * @param eval the arm with batch normalization, EVAL mode: normalized by the running statistics
 */
public record Readings(Statistics.Score plain, Statistics.Score train, Statistics.Score eval) {

    private static final Statistics.Score NOTHING = new Statistics.Score(Double.NaN, Double.NaN);

    /** Reads the training set as it is at the present step, by forward passes; NaN for an arm that has diverged. */
    public static Readings of(Experiment experiment) {
        return of(reading -> of(experiment, reading));
    }

    private static Readings of(Function<Reading, Statistics.Score> score) {
        return new Readings(
                score.apply(Reading.WITHOUT), score.apply(Reading.WITH_TRAIN), score.apply(Reading.WITH_EVAL));
    }

    static Statistics.Score of(Experiment experiment, Reading reading) {
        int arm = reading.arm(experiment.config());
        return experiment.divergence(arm) != null
                ? NOTHING
                : score(experiment.network(arm), experiment.world().train(), reading.mode());
    }

    /** Reads the training set of a replica's moment, by forward passes; NaN for an arm that has diverged. */
    public static Readings of(Replica replica) {
        return of(reading -> {
            int arm = reading.arm(replica.config());
            return replica.diverged(arm) ? NOTHING : score(replica.network(arm), replica.train(), reading.mode());
        });
    }

    /** A network's loss and accuracy on a set, taken as one batch. */
    static Statistics.Score score(Network network, Dataset set, Mode mode) {
        DMatrixRMaj logits = network.forward(set.x(), mode);
        double correct = ScoringSet.correct(logits, set::label);
        return new Statistics.Score(network.loss(set.y()), correct / set.size());
    }

    public Statistics.Score get(Reading reading) {
        return switch (reading) {
            case WITHOUT -> plain;
            case WITH_TRAIN -> train;
            case WITH_EVAL -> eval;
        };
    }

    /** {@return loss and accuracy of the training set as it is drawn at each moment, by arm and mode} */
    public static Headless headless() {
        List<Column> columns = List.of(
                Column.logarithmic("loss_eval", Texts.text("measured.loss-eval")),
                Column.linear("accuracy_eval", Texts.text("measured.accuracy-eval")),
                Column.logarithmic("loss_train", Texts.text("measured.loss-train")),
                Column.linear("accuracy_train", Texts.text("measured.accuracy-train")));
        return Headless.of(columns, living -> {
            Replica replica = Replica.of(living);
            Readings now = of(replica);
            return List.of(
                    row(replica.plainArm(), now.plain, NOTHING), row(replica.batchNormArm(), now.eval, now.train));
        });
    }

    private static Row row(int arm, Statistics.Score eval, Statistics.Score train) {
        return new Row(arm, -1, eval.loss(), eval.accuracy(), train.loss(), train.accuracy());
    }
}
