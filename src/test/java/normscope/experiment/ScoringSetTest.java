package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.data.Datasets;
import normscope.nn.Init;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringSetTest {

    private static Network network(DataKind kind) {
        ExperimentConfig config = ExperimentConfig.defaults();
        config = config.withData(config.data().withKind(kind))
                .withNetwork(config.network().withHiddenUnits(List.of(7, 5)));
        Network network = new Network(Experiment.networkSpec(config, 1));
        network.initialize(new Init.Normal(0.8), new SplittableRandom(2));
        return network;
    }

    /** Around the size of the pieces that the set is cut into, and one example at a time for comparison. */
    @ParameterizedTest
    @CsvSource({"MOONS, 1", "MOONS, 255", "MOONS, 256", "MOONS, 257", "PINWHEEL, 700", "DIGITS, 513"})
    void agreesWithTheDefinitionsExampleByExample(DataKind kind, int n) {
        Dataset set = Datasets.generate(kind, n, 0.3, new SplittableRandom(1));
        Network network = network(kind);
        double lossSum = 0;
        int correct = 0;
        int[][] confusion = new int[kind.classes()][kind.classes()];
        for (int i = 0; i < n; i++) {
            DMatrixRMaj x = new DMatrixRMaj(1, set.inputs());
            System.arraycopy(set.x().data, i * set.inputs(), x.data, 0, set.inputs());
            DMatrixRMaj logits = network.forward(x, Mode.EVAL);
            double[] p = probabilities(Arrays.copyOf(logits.data, logits.numCols));
            lossSum -= Math.log(p[set.label(i)]);
            int predicted = largest(p);
            confusion[set.label(i)][predicted]++;
            correct += predicted == set.label(i) ? 1 : 0;
        }
        ScoringSet scoring = new ScoringSet(set);
        ScoringSet.Score score = scoring.score(network);
        assertThat(scoring.size()).isEqualTo(n);
        assertThat(score.loss()).isEqualTo(lossSum / n, within(1e-12 * Math.max(1, lossSum / n)));
        assertThat(score.accuracy()).isEqualTo((double) correct / n);
        assertThat(score.confusion()).isDeepEqualTo(confusion);
    }

    /** The sigmoid of one logit, or the softmax of several. */
    private static double[] probabilities(double[] logits) {
        if (logits.length == 1) {
            return new double[] {1 / (1 + Math.exp(logits[0])), 1 / (1 + Math.exp(-logits[0]))};
        }
        double sum = Arrays.stream(logits).map(Math::exp).sum();
        return Arrays.stream(logits).map(z -> Math.exp(z) / sum).toArray();
    }

    private static int largest(double[] p) {
        int best = 0;
        for (int i = 1; i < p.length; i++) {
            best = p[i] > p[best] ? i : best;
        }
        return best;
    }

    @Test
    void aNetworkThatIsNoLongerFiniteHasNoAccuracyAndNoConfusion() {
        for (DataKind kind : List.of(DataKind.MOONS, DataKind.PINWHEEL)) {
            Network network = network(kind);
            network.layer(1).w().data[0] = Double.NaN;
            ScoringSet.Score score =
                    new ScoringSet(Datasets.generate(kind, 300, 0.1, new SplittableRandom(1))).score(network);
            assertThat(score.loss()).isNaN();
            assertThat(score.accuracy()).isNaN();
            assertThat(Arrays.stream(score.confusion())
                            .flatMapToInt(Arrays::stream)
                            .sum())
                    .isZero();
        }
    }
}
