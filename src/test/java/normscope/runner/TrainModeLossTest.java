package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.DataConfig;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Snapshot;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.junit.jupiter.api.Test;

/** The loss of the whole training set in TRAIN mode, against the living network's own. */
class TrainModeLossTest {

    private final ExperimentConfig config = Configs.small();
    private final Experiment experiment = new Experiment(config);

    @Test
    void itIsThatOfTheWholeSetAsOneBatchAndFollowsAShift() {
        for (int i = 0; i < 50; i++) {
            experiment.advance();
        }
        experiment.apply(new Command.ShiftInputs(new InputShift.Translate(3, 0), 0));
        Snapshot snapshot = experiment.snapshot();
        SnapshotScorer scorer = new SnapshotScorer(config, experiment.split());

        Evaluation once = scorer.score(0, snapshot);
        Evaluation again = scorer.score(0, snapshot);

        for (int arm = 0; arm < 2; arm++) {
            Network network = experiment.network(arm);
            network.forward(experiment.world().train().x(), Mode.TRAIN);
            double expected = network.loss(experiment.world().train().y());
            assertThat(once.arm(arm).trainModeLoss()).isEqualTo(expected);
            // The pass in TRAIN mode moves running statistics: nothing of that may stay.
            assertThat(again.arm(arm).trainLoss()).isEqualTo(once.arm(arm).trainLoss());
            assertThat(again.arm(arm).trainModeLoss()).isEqualTo(expected);
        }
        assertThat(once.arm(1).trainModeLoss()).isLessThan(once.arm(1).trainLoss());
    }

    /** More examples than one batch can hold: as many of them as it can. */
    @Test
    void ofALargeSetItIsThatOfTheFirstExamples() {
        DataConfig many = new DataConfig(DataKind.MOONS, 5000, 0.15, 0.2, true);
        ExperimentConfig large =
                new ExperimentConfig("large", 1, many, config.network(), config.arms(), config.training());
        Experiment run = new Experiment(large);
        run.advance();
        Evaluation score = new SnapshotScorer(large, run.split()).score(0, run.snapshot());
        int[] first = IntStream.range(0, SnapshotScorer.LARGEST_BATCH).toArray();
        Dataset some = run.split().train().select(first, 0, first.length);
        assertThat(some.size()).isEqualTo(2000).isLessThan(run.split().train().size());
        run.network(1).forward(some.x(), Mode.TRAIN);
        assertThat(score.arm(1).trainModeLoss()).isEqualTo(run.network(1).loss(some.y()));
    }
}
