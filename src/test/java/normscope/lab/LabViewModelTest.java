package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InputShift;
import normscope.nn.Activation;
import normscope.nn.NormalizerSpec;
import normscope.runner.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings, files, notices and flags of the Lab. */
class LabViewModelTest extends LabHarness {

    @TempDir
    private Path folder;

    @Test
    void everythingIsThereBeforeTheFirstFrame() {
        awaitConfig(SMALL);
        assertThat(transport.stepProperty().get()).isZero();
        assertThat(transport.playingProperty().get()).isFalse();
        assertThat(lab.layers().layerCountProperty().get()).isEqualTo(3);
        assertThat(lab.layers().row(2).columns().get(0).histogram().total()).isEqualTo(16 * 5);
        assertThat(lab.evaluation().points()).hasSize(120);
        assertThat(lab.canUndoProperty().get()).isFalse();
        assertThat(lab.noticeProperty().get()).isNull();
        assertThat(lab.events()).isEmpty();
    }

    @Test
    void anotherRateWhileItRunsIsACommandAndNoRestart() {
        trainTo(20);
        lab.edit(withRate(SMALL, 0.35));
        assertThat(config().training().learningRate()).as("at once").isEqualTo(0.35);
        trainTo(25);
        awaitConfig(withRate(SMALL, 0.35));
        assertThat(lab.events()).containsExactly(new EventFlag(20, "rate 0.35"));
        assertThat(notice()).isEmpty();
        lab.undo();
        pulseUntil("the rate as it was", () -> config().equals(SMALL));
        awaitRest(25);
        assertThat(lab.events()).isEmpty();
        assertThat(notice()).contains("rate 0.35").contains("20").contains("Redo");
        assertThat(lab.canUndoProperty().get()).isFalse();
        lab.redo();
        awaitConfig(withRate(SMALL, 0.35));
        awaitRest(25);
        assertThat(lab.events()).hasSize(1);
        assertThat(lab.canRedoProperty().get()).isFalse();
    }

    @Test
    void anotherRateBeforeTheFirstStepBelongsToTheExperiment() {
        lab.edit(withRate(SMALL, 0.35));
        trainTo(5);
        transport.reset();
        pulseUntil("the reset", () -> transport.lastStepProperty().get() == 0);
        awaitConfig(withRate(SMALL, 0.35));
        assertThat(lab.events()).isEmpty();
        assertThat(notice()).isEmpty();
    }

    /** As every other setting stays. */
    @Test
    void resetKeepsTheRateSetByHandAndSaysSo() {
        trainTo(20);
        lab.edit(withRate(SMALL, 0.35));
        trainTo(21);
        lab.reset();
        awaitRest(0);
        awaitConfig(withRate(SMALL, 0.35));
        assertThat(lab.events()).isEmpty();
        assertThat(notice()).contains("0.35").contains("0.1").contains("Undo");
        lab.undo();
        awaitRest(21);
        lab.undo();
        awaitConfig(SMALL);
        trainTo(22);
        lab.reset();
        awaitRest(0);
        assertThat(notice()).isEmpty();
    }

    /** The status may come one frame before the word that it answers everything asked for. */
    private void awaitConfig(ExperimentConfig expected) {
        pulseUntil("the experiment " + expected, () -> config().equals(expected));
    }

    static Stream<Arguments> restarts() {
        return Stream.of(
                Arguments.of("the data", SMALL.withData(SMALL.data().withNoise(0.4))),
                Arguments.of("the network", SMALL.withNetwork(SMALL.network().withActivation(Activation.TANH))),
                Arguments.of("the training", SMALL.withTraining(SMALL.training().withDropout(0.1))),
                Arguments.of("the seed", SMALL.withSeed(123)));
    }

    @ParameterizedTest
    @MethodSource("restarts")
    void anyOtherSettingRestartsBothArmsSaysSoAndIsUndone(String what, ExperimentConfig next) {
        trainTo(30);
        lab.edit(next);
        awaitRest(0);
        assertThat(config()).isEqualTo(next);
        assertThat(lab.noticeProperty().get().kind()).isEqualTo(Notice.Kind.INFO);
        assertThat(notice()).contains("step 0").contains(what).contains("Undo");
        assertThat(lab.canUndoProperty().get()).isTrue();
        lab.undo();
        awaitRest(30);
        awaitConfig(SMALL);
        assertThat(lab.curves().batchLoss(1, 1000).x()).hasSize(30);
        assertThat(notice()).isEmpty();
        assertThat(lab.canUndoProperty().get()).isFalse();
    }

    /** The second change is made before the first one's networks are there. */
    @Test
    void changesInQuickSuccessionAllCount() {
        trainTo(10);
        lab.edit(config().withSeed(5));
        lab.edit(config().withData(config().data().withNoise(0.3)));
        lab.edit(withUnits(config(), 4, 4));
        awaitRest(0);
        pulseUntil("two layers", () -> lab.layers().layerCountProperty().get() == 2);
        assertThat(config())
                .isEqualTo(withUnits(SMALL.withSeed(5).withData(SMALL.data().withNoise(0.3)), 4, 4));
    }

    @Test
    void theSameExperimentIsNoChange() {
        trainTo(10);
        lab.edit(config());
        trainTo(12);
        assertThat(lab.canUndoProperty().get()).isFalse();
    }

    @Test
    void anExperimentIsSavedAndOpenedAgain() {
        Path file = folder.resolve("mine.json");
        lab.save(file);
        assertThat(notice()).contains("mine.json");
        lab.edit(SMALL.withSeed(77));
        pulseUntil("the other seed", () -> config().seed() == 77);
        trainTo(15);
        lab.open(file);
        awaitRest(0);
        awaitConfig(SMALL);
        assertThat(notice()).contains("mine.json").contains("Undo");
        lab.undo();
        awaitRest(15);
        assertThat(config().seed()).isEqualTo(77);
    }

    @Test
    void whatIsSavedHasTheChangesOfTheRunAndMakesThemAgain() throws IOException {
        Path file = folder.resolve("mine.json");
        trainTo(5);
        lab.edit(withRate(SMALL, 0.02));
        trainTo(6);
        lab.apply(new Command.ShiftInputs(new InputShift.Translate(1, 0), 0));
        trainTo(9);
        lab.save(file);
        ExperimentFile saved = ExperimentFile.read(file);
        assertThat(saved.config()).isEqualTo(SMALL);
        assertThat(saved.events()).extracting(Event::step).containsExactly(5L, 6L);
        trainTo(20);
        double loss = lab.runner().status().history().batchLoss(1, 19);

        lab.open(file);
        awaitRest(0);
        assertThat(notice()).contains("mine.json").contains("(2)");
        // Nothing of it is lost before the run has come that far.
        assertThat(lab.file()).isEqualTo(saved);
        trainTo(5);
        pulseUntil("the rate", () -> config().training().learningRate() == 0.02);
        assertThat(lab.file()).isEqualTo(saved);
        trainTo(20);
        assertThat(lab.file()).isEqualTo(saved);
        assertThat(lab.runner().status().history().batchLoss(1, 19)).isEqualTo(loss);
        assertThat(lab.events()).hasSize(2);
    }

    @Test
    void whatIsAskedForIsSavedBeforeTheRunIsThere() {
        lab.edit(SMALL.withSeed(77));
        assertThat(lab.file()).isEqualTo(new ExperimentFile(SMALL.withSeed(77)));
        ExperimentFile changing =
                new ExperimentFile(SMALL.withSeed(5), List.of(new Event(3, new Command.SetLearningRate(0.3))));
        lab.paste(changing.toText());
        assertThat(lab.file()).isEqualTo(changing);
    }

    @Test
    void anExperimentComesThroughAChat() {
        ExperimentFile mine = new ExperimentFile(SMALL.withSeed(5).withName("a {b}"));
        lab.paste("Look at this:\n```json\n" + mine.toText() + "\n```\nSee you");
        awaitRest(0);
        awaitConfig(mine.config());
        for (String other : new String[] {
            null, "", "hello", "} {", "{}", "{\"format\": \"normscope-sweep\"}", "{".repeat(5000) + "}"
        }) {
            lab.paste(other);
            assertThat(lab.noticeProperty().get().kind()).isEqualTo(Notice.Kind.ERROR);
            assertThat(notice()).startsWith("The clipboard has no experiment: ").endsWith(".");
        }
        awaitConfig(mine.config());
    }

    @Test
    void aWrongFileIsNamedWithItsFieldAndChangesNothing() throws IOException {
        trainTo(10);
        Path file = folder.resolve("wrong.json");
        Files.writeString(file, new ExperimentFile(SMALL).toText().replace("\"noise\" : 0.15", "\"noise\" : 15"));
        lab.open(file);
        assertThat(lab.noticeProperty().get().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(notice()).contains("wrong.json").contains("data.noise").contains("15");
        lab.open(folder.resolve("missing.json"));
        assertThat(notice()).contains("missing.json").contains("cannot be read");
        trainTo(12);
        awaitConfig(SMALL);
        assertThat(lab.canUndoProperty().get()).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Path occupied = Files.createDirectory(folder.resolve("occupied"));
        Files.createFile(occupied.resolve("inside"));
        lab.save(occupied);
        assertThat(lab.noticeProperty().get().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(notice()).contains("occupied");
        assertThat(lab.noticeProperty().get().details()).contains("Exception");
    }

    @Test
    void aDivergenceIsToldOnceWithArmStepAndLayer() {
        ExperimentConfig wild = withRate(ExperimentConfig.defaults(), 10);
        open(new Session(wild));
        List<Notice> told = new ArrayList<>();
        lab.noticeProperty().addListener((o, old, now) -> told.add(now));
        transport.step(100);
        awaitRest(100);
        var divergence = lab.curves().divergence(0);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).kind()).isEqualTo(Notice.Kind.WARNING);
        assertThat(notice())
                .contains("without")
                .contains("step " + divergence.step())
                .contains("layer");
        assertThat(lab.curves().divergence(1)).isNull();
        assertThat(lab.layers().row(0).columns().get(0).divergence()).isEqualTo(divergence);
        lab.dismissNotice();
        trainTo(150);
        transport.review(20);
        lab.pulse();
        transport.live();
        lab.pulse();
        assertThat(notice()).isEmpty();
    }

    @Test
    void commandsAreFlagsOnTheTimeline() {
        Session session = new Session(SMALL);
        session.apply(new Command.SetLearningRate(2));
        session.advance();
        session.advance();
        session.apply(new Command.SetNormalizer(0, 1, new NormalizerSpec.Batch()));
        session.apply(new Command.SetNormalizer(1, 0, new NormalizerSpec.None()));
        open(session);
        assertThat(lab.events())
                .containsExactly(
                        new EventFlag(0, "rate 2"),
                        new EventFlag(2, "BN on layer 2"),
                        new EventFlag(2, "BN off layer 1"));
    }

    @Test
    void goingBackTakesTheFlagsAfterThatMomentAway() {
        trainTo(10);
        lab.edit(withRate(SMALL, 0.2));
        trainTo(20);
        lab.edit(withRate(SMALL, 0.4));
        trainTo(30);
        assertThat(lab.events()).extracting(EventFlag::step).containsExactly(10L, 20L);
        transport.review(15);
        lab.pulse();
        lab.continueFromHere();
        awaitRest(15);
        assertThat(lab.events()).extracting(EventFlag::step).containsExactly(10L);
        assertThat(config().training().learningRate()).isEqualTo(0.2);
    }

    @Test
    void aFrameIsNewOnlyWhenSomethingHasChanged() {
        trainTo(10);
        pulseUntil("the evaluation", () -> {
            var evaluation = lab.evaluation().evaluationProperty().get();
            return evaluation != null && evaluation.step() == 10;
        });
        lab.pulse();
        long frame = lab.frame();
        for (int i = 0; i < 20; i++) {
            lab.pulse();
        }
        assertThat(lab.frame()).isEqualTo(frame);
        transport.review(5);
        lab.pulse();
        assertThat(lab.frame()).isGreaterThan(frame);
        frame = lab.frame();
        lab.layers().densityProperty().set(true);
        lab.pulse();
        assertThat(lab.frame()).isGreaterThan(frame);
    }

    @Test
    void unexpectedFailuresOfTheWindowAreANoticeWithDetails() {
        Logger log = Logger.getLogger(LabViewModel.class.getName());
        log.setLevel(Level.OFF);
        lab.tell(new IllegalStateException("for this test"));
        log.setLevel(null);
        assertThat(lab.noticeProperty().get().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(lab.noticeProperty().get().details()).contains("for this test");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"DIGITS", "OWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void thumbnailsShowEveryClass(DataKind kind) {
        var points = EvaluationViewModel.thumbnail(kind);
        assertThat(points).hasSize(60);
        assertThat(points.stream().map(EvaluationViewModel.DataPoint::label).distinct())
                .hasSize(kind.classes());
    }

    @Test
    void digitsHaveNoPointsInThePlane() {
        lab.edit(SMALL.withData(SMALL.data().withKind(DataKind.DIGITS).withPoints(200)));
        pulseUntil("the digits", () -> !lab.evaluation().twoDimensional());
        assertThat(lab.evaluation().points()).isEmpty();
        assertThat(lab.evaluation().twoDimensional()).isFalse();
        pulseUntil("their confusion", () -> {
            var evaluation = lab.evaluation().evaluationProperty().get();
            return evaluation != null && evaluation.arm(1).confusion().length == 10;
        });
    }
}
