package normscope.instrument.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import normscope.data.DataKind;
import normscope.data.TrueRule;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.DataConfig;
import normscope.experiment.Experiment;
import normscope.experiment.InputShift;
import normscope.experiment.ScoringSet;
import normscope.experiment.Selection;
import normscope.experiment.Trait;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.nn.Mode;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final Command COLOURED = new Command.Select(new Selection.Values(new Trait.Input(0), 0.0, null), 0);

    private static Experiment trained() {
        DataConfig cats = new DataConfig(DataKind.CATS, 400, 0, 0.5, true)
                .withRule(TrueRule.SHAPE)
                .withSelection(new Selection.Values(new Trait.Input(0), null, 0.0));
        Experiment experiment = new Experiment(Configs.small().withData(cats));
        experiment.keepToOneThread();
        while (experiment.step() < 200) {
            experiment.advance();
        }
        return experiment;
    }

    /**
     * The shape, and the opposite of coloured cats: what is right by the one is wrong by the other, in every reading.
     */
    @Test
    void twoTruthsJudgeTheSameAnswers() {
        Experiment experiment = trained();
        experiment.apply(COLOURED);
        Answers answers = Answers.of(
                Replica.of(experiment), new AnswersSettings(List.of(TrueRule.SHAPE, TrueRule.XOR), Reading.WITH_TRAIN));
        for (Reading reading : Reading.values()) {
            double sum = answers.rows().get(0).right().get(reading)
                    + answers.rows().get(1).right().get(reading);
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
        assertThat(answers.points()).hasSize(experiment.world().test().size());
        long wrong = answers.points().stream().filter(Answers.Point::wrong).count();
        assertThat(1 - (double) wrong / answers.points().size())
                .isCloseTo(answers.rows().get(0).right().get(Reading.WITH_TRAIN), within(1e-12));
    }

    @Test
    void trainIsWhatEvalIsOnceTheStatisticsAreReestimated() {
        Experiment experiment = trained();
        experiment.apply(COLOURED);
        Answers before = Answers.of(Replica.of(experiment), AnswersSettings.defaults());
        experiment.apply(new Command.Reestimate());
        double eval = new ScoringSet(experiment.world().test())
                .score(experiment.network(1))
                .accuracy();
        assertThat(before.rows().get(0).right().get(Reading.WITH_TRAIN)).isEqualTo(eval);
        assertThat(before.rows().get(0).right().get(Reading.WITHOUT))
                .isEqualTo(new ScoringSet(experiment.world().test())
                        .score(experiment.network(0))
                        .accuracy());
    }

    @Test
    void theExamplesOfBeforeAreToldApart() {
        Experiment experiment = trained();
        Answers first = Answers.of(Replica.of(experiment), AnswersSettings.defaults());
        assertThat(first.rows()).extracting(Answers.Row::of).contains(Answers.Judged.NOW);
        experiment.apply(COLOURED);
        Answers answers = Answers.of(Replica.of(experiment), AnswersSettings.defaults());
        assertThat(answers.rows())
                .extracting(Answers.Row::of)
                .containsExactly(Answers.Judged.NOW, Answers.Judged.BEFORE, Answers.Judged.ALL);
        // The black ones were learned, and EVAL has not moved.
        assertThat(answers.rows().get(1).right().get(Reading.WITH_EVAL))
                .isEqualTo(first.rows().get(0).right().get(Reading.WITH_EVAL));
        assertThat(answers.former()).isNotEmpty();
        assertThat(answers.former()).allMatch(point -> point.x() <= 0);
        assertThat(answers.traits().by()).isEqualTo(new Trait.Input(0));
        assertThat(Arrays.stream(answers.traits().now())).allMatch(x -> x > 0);
        assertThat(Arrays.stream(answers.traits().before())).allMatch(x -> x <= 0);
    }

    @Test
    void picturesAreShownAsTheyAreNowWithTheAnswersOfTheChosenReading() {
        Experiment experiment =
                new Experiment(Configs.small().withData(new DataConfig(DataKind.DIGITS, 400, 0, 0.5, true)));
        experiment.keepToOneThread();
        AnswersSettings without = new AnswersSettings(List.of(), Reading.WITHOUT);
        List<Answers.Picture> white =
                Answers.of(Replica.of(experiment), without).pictures();
        experiment.apply(new Command.ShiftInputs(new InputShift.Paper(0.5, null, false), 0));
        List<Answers.Picture> grey = Answers.of(Replica.of(experiment), without).pictures();
        assertThat(grey).hasSize(12);
        DMatrixRMaj logits =
                experiment.network(0).forward(experiment.world().test().x(), Mode.EVAL);
        for (int i = 0; i < grey.size(); i++) {
            assertThat(grey.get(i).label()).isEqualTo(experiment.world().test().label(i));
            assertThat(grey.get(i).answer()).isEqualTo(ScoringSet.predictedClass(logits, i));
            for (int pixel = 0; pixel < 64; pixel++) {
                assertThat(grey.get(i).ink()[pixel])
                        .isCloseTo(0.5 + 0.5 * white.get(i).ink()[pixel], within(1e-12));
            }
        }
    }
}
