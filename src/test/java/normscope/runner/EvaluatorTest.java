package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.ScoringSet;
import normscope.experiment.Snapshot;
import normscope.nn.Mode;
import normscope.nn.NormalizerSpec;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluatorTest {

    private static Session trained(DataKind kind) {
        ExperimentConfig config = Configs.small();
        Session session =
                new Session(config.withData(config.data().withKind(kind).withPoints(200)));
        for (int i = 0; i < 40; i++) {
            session.advance();
        }
        session.apply(new Command.SetNormalizer(0, 1, new NormalizerSpec.Batch()));
        session.apply(new Command.ShiftInputs(new InputShift.Scale(2, 0.5), 0));
        session.apply(new Command.ShiftInputs(new InputShift.Translate(1, 2), 20));
        for (int i = 0; i < 10; i++) {
            session.advance();
        }
        return session;
    }

    private static Evaluation evaluate(Session session, Snapshot snapshot) {
        return new SnapshotScorer(
                        session.experiment().config(), session.experiment().split())
                .score(3, snapshot);
    }

    @ParameterizedTest
    @EnumSource(names = {"MOONS", "PINWHEEL", "DIGITS"})
    void aSnapshotScoresAsTheLivingNetworksDo(DataKind kind) {
        Session session = trained(kind);
        Experiment experiment = session.experiment();
        Evaluation evaluation = evaluate(session, experiment.snapshot());
        assertThat(evaluation.run()).isEqualTo(3);
        assertThat(evaluation.step()).isEqualTo(50);
        for (int id = 0; id < 2; id++) {
            ScoringSet.Score train = new ScoringSet(experiment.world().train()).score(experiment.network(id));
            ScoringSet.Score test = new ScoringSet(experiment.world().test()).score(experiment.network(id));
            Evaluation.Arm arm = evaluation.arm(id);
            assertThat(arm.trainLoss()).isEqualTo(train.loss());
            assertThat(arm.testLoss()).isEqualTo(test.loss());
            assertThat(arm.trainAccuracy()).isEqualTo(train.accuracy());
            assertThat(arm.testAccuracy()).isEqualTo(test.accuracy());
            assertThat(arm.confusion()).isDeepEqualTo(test.confusion());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MOONS", "PINWHEEL"})
    void theRasterHoldsTheProbabilitiesAtItsCellsCentres(DataKind kind) {
        Session session = trained(kind);
        Experiment experiment = session.experiment();
        Evaluation evaluation = evaluate(session, experiment.snapshot());
        Evaluation.Grid grid = evaluation.grid();
        int classes = kind.classes();
        double cell = (grid.x1() - grid.x0()) / grid.n();
        for (int id = 0; id < 2; id++) {
            float[] p = evaluation.arm(id).probabilities();
            assertThat(p).hasSize(grid.n() * grid.n() * classes);
            for (int row = 0; row < grid.n(); row += 7) {
                for (int column = 0; column < grid.n(); column += 5) {
                    double[] expected = probabilities(
                            experiment, id, grid.x0() + (column + 0.5) * cell, grid.y0() + (row + 0.5) * cell);
                    for (int k = 0; k < classes; k++) {
                        assertThat((double) p[(row * grid.n() + column) * classes + k])
                                .isEqualTo(expected[k], within(1e-6));
                    }
                }
            }
        }
    }

    /** By the definition, from the logits at one point in raw coordinates. */
    private static double[] probabilities(Experiment experiment, int arm, double x, double y) {
        double[] shift = experiment.split().shift();
        double[] scale = experiment.split().scale();
        DMatrixRMaj point = new DMatrixRMaj(1, 2, true, (x - shift[0]) / scale[0], (y - shift[1]) / scale[1]);
        DMatrixRMaj logits = experiment.network(arm).forward(point, Mode.EVAL);
        if (logits.numCols == 1) {
            double p = 1 / (1 + Math.exp(-logits.data[0]));
            return new double[] {1 - p, p};
        }
        double sum =
                Arrays.stream(logits.data, 0, logits.numCols).map(Math::exp).sum();
        return Arrays.stream(logits.data, 0, logits.numCols)
                .map(z -> Math.exp(z) / sum)
                .toArray();
    }

    @Test
    void theRasterSurroundsAllExamples() {
        Session session = trained(DataKind.MOONS);
        Evaluation.Grid grid =
                evaluate(session, session.experiment().snapshot()).grid();
        assertThat(grid.x1() - grid.x0()).isEqualTo(grid.y1() - grid.y0(), within(1e-12));
        var split = session.experiment().split();
        var world = session.experiment().world();
        for (var set : List.of(split.train(), split.test(), world.train(), world.test())) {
            for (int i = 0; i < set.size(); i++) {
                double x = set.x().get(i, 0) * split.scale()[0] + split.shift()[0];
                double y = set.x().get(i, 1) * split.scale()[1] + split.shift()[1];
                assertThat(x).isStrictlyBetween(grid.x0(), grid.x1());
                assertThat(y).isStrictlyBetween(grid.y0(), grid.y1());
            }
        }
    }

    @Test
    void digitsHaveNoRaster() {
        Session session = trained(DataKind.DIGITS);
        Evaluation evaluation = evaluate(session, session.experiment().snapshot());
        assertThat(evaluation.grid()).isNull();
        assertThat(evaluation.arm(1).probabilities()).isNull();
    }

    @Test
    void anArmThatHasDivergedHasNoNumbersAndTheOtherHas() {
        ExperimentConfig config = ExperimentConfig.defaults();
        Session session = new Session(config.withTraining(config.training().withLearningRate(10)));
        for (int i = 0; i < 100; i++) {
            session.advance();
        }
        assertThat(session.experiment().divergence(0)).isNotNull();
        Evaluation evaluation = evaluate(session, session.experiment().snapshot());
        assertThat(evaluation.arm(0).testAccuracy()).isNaN();
        assertThat(evaluation.arm(0).probabilities()).isNull();
        assertThat(evaluation.arm(1).testAccuracy()).isBetween(0.0, 1.0);
        assertThat(evaluation.arm(1).probabilities()).isNotNull();
    }

    @Test
    void theThreadEvaluatesTheLatestMomentAskedForAndThenAnotherRun() {
        Session session = trained(DataKind.MOONS);
        Session other = trained(DataKind.PINWHEEL);
        try (Runner runner = new Runner(session);
                Runner another = new Runner(other);
                Evaluator evaluator = new Evaluator()) {
            assertThat(evaluator.latest()).isNull();
            for (long step = 0; step <= 50; step++) {
                evaluator.request(runner.status(), runner.status().history().at(step));
            }
            Await.until("the evaluation of step 50", () -> {
                Evaluation latest = evaluator.latest();
                return latest != null && latest.step() == 50;
            });
            assertSame(
                    new SnapshotScorer(runner.status())
                            .score(0, runner.status().history().at(50)),
                    evaluator.latest());
            evaluator.request(another.status(), another.status().snapshot());
            Await.until(
                    "the evaluation of the other run",
                    () -> evaluator.latest().arm(1).confusion().length == 3);
            assertSame(
                    new SnapshotScorer(another.status())
                            .score(0, another.status().snapshot()),
                    evaluator.latest());
        }
    }

    private static void assertSame(Evaluation expected, Evaluation actual) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void closingEndsTheThread() {
        List<Thread> before = evaluators();
        Evaluator evaluator = new Evaluator();
        List<Thread> started = new ArrayList<>(evaluators());
        started.removeAll(before);
        assertThat(started).hasSize(1);
        evaluator.close();
        Await.until("the end of the thread", () -> !started.get(0).isAlive());
    }

    private static List<Thread> evaluators() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("evaluator"))
                .toList();
    }
}
