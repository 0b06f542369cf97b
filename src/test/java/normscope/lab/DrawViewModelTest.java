package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import normscope.data.DataKind;
import normscope.data.Split;
import normscope.experiment.DataConfig;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.lab.DrawViewModel.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the tools do to points, without a window. */
class DrawViewModelTest {

    private static final ExperimentConfig MOONS = ExperimentConfig.defaults();

    private final DrawViewModel vm = new DrawViewModel(MOONS, List.of());

    private List<Point> points() {
        return vm.pointsProperty().get();
    }

    private void put(int label, double... places) {
        vm.toolProperty().set(Tool.POINT);
        vm.labelProperty().set(label);
        for (int i = 0; i < places.length; i += 2) {
            vm.moveTo(places[i], places[i + 1]);
            vm.act();
        }
    }

    private void drag(Tool tool, double... way) {
        vm.toolProperty().set(tool);
        vm.moveTo(way[0], way[1]);
        vm.press();
        for (int i = 2; i < way.length; i += 2) {
            vm.moveTo(way[i], way[i + 1]);
        }
        vm.release();
    }

    @Test
    void aPointIsPutWhereTheBrushIsWithThreeDecimals() {
        put(2, 0.12345, -1.99999);
        assertThat(points()).containsExactly(new Point(0.123, -2, 2));
        put(0, 7, -0.0001);
        assertThat(points()).containsExactly(new Point(0.123, -2, 2), new Point(2, 0, 0));
    }

    @Test
    void aSprayStrewsThePointsOfAWayWithinItsRadiusAsDenselyHoweverQuick() {
        vm.labelProperty().set(1);
        vm.radiusProperty().set(0.2);
        vm.densityProperty().set(5);
        drag(Tool.SPRAY, -1, 0, 1, 0);
        List<Point> quick = points();
        assertThat(quick).hasSize(5 * 21).allMatch(point -> point.label() == 1);
        assertThat(quick).allMatch(point -> Math.abs(point.y()) <= 0.2 && Math.abs(point.x()) <= 1.2);

        DrawViewModel slow = new DrawViewModel(MOONS, List.of());
        slow.labelProperty().set(1);
        slow.radiusProperty().set(0.2);
        slow.densityProperty().set(5);
        slow.moveTo(-1, 0);
        slow.press();
        IntStream.rangeClosed(1, 400).forEach(i -> slow.moveTo(-1 + i / 200.0, 0));
        slow.release();
        assertThat(slow.pointsProperty().get().size()).isBetween(quick.size() - 5, quick.size() + 5);
    }

    @Test
    void nothingIsSprayedBeyondThePlaneAndNoMorePointsThanTrain() {
        vm.radiusProperty().set(1);
        vm.densityProperty().set(20);
        drag(Tool.SPRAY, 2, 2);
        assertThat(points()).hasSizeBetween(1, 19);
        for (int i = 0; i < 300; i++) {
            drag(Tool.SPRAY, 0, 0, 0.1, 0);
        }
        assertThat(points()).hasSize(DataConfig.MAX_POINTS);
        assertThat(vm.classes().remark()).isEqualTo("5\u00a0000 points are the most.");
        put(0, 0, 0);
        assertThat(points()).hasSize(DataConfig.MAX_POINTS);
    }

    @Test
    void thePointsUnderTheBrushMoveTogetherAndStayInThePlane() {
        put(0, 0, 0, 0.1, 0, 1, 1);
        vm.radiusProperty().set(0.2);
        drag(Tool.MOVE, 0.05, 0, 0.55, 0.5, 1.05, -0.5);
        assertThat(points()).containsExactly(new Point(1, -0.5, 0), new Point(1.1, -0.5, 0), new Point(1, 1, 0));
        drag(Tool.MOVE, 1.05, -0.5, -2, 2);
        drag(Tool.MOVE, -2, 1.9, 2, 2);
        assertThat(points().get(1).x() - points().get(0).x()).isCloseTo(0.1, within(1e-9));
        assertThat(points().get(1).x()).isEqualTo(2);
    }

    @Test
    void aKeyTakesPointsUpAndPutsThemDown() {
        put(0, 0, 0, 1, 1);
        vm.toolProperty().set(Tool.MOVE);
        vm.moveTo(0, 0);
        vm.act();
        assertThat(vm.pressedProperty().get()).isTrue();
        vm.moveTo(-0.5, 0);
        vm.act();
        assertThat(vm.pressedProperty().get()).isFalse();
        vm.moveTo(1, 0);
        assertThat(points()).containsExactly(new Point(-0.5, 0, 0), new Point(1, 1, 0));
    }

    @Test
    void aDragErasesAllOnItsWayAndDeleteWhatIsWithinReach() {
        put(0, -1, 0, 0, 0.1, 1, 0, 0, 1);
        vm.radiusProperty().set(0.2);
        drag(Tool.ERASE, -1.5, 0, 1.5, 0);
        assertThat(points()).containsExactly(new Point(0, 1, 0));
        vm.toolProperty().set(Tool.POINT);
        vm.moveTo(0.1, 1);
        vm.erase();
        assertThat(points()).hasSize(1);
        vm.moveTo(0.05, 1);
        vm.erase();
        assertThat(points()).isEmpty();
    }

    @Test
    void aStrokeIsOneStepToUndo() {
        put(0, 0, 0);
        drag(Tool.SPRAY, -1, 0, 1, 0);
        int sprayed = points().size();
        vm.clear();
        vm.undo();
        assertThat(points()).hasSize(sprayed);
        vm.undo();
        assertThat(points()).containsExactly(new Point(0, 0, 0));
        vm.undo();
        assertThat(points()).isEmpty();
        assertThat(vm.canUndoProperty().get()).isFalse();
        vm.redo();
        vm.redo();
        assertThat(points()).hasSize(sprayed);
        put(1, 0, 0);
        assertThat(vm.canRedoProperty().get()).isFalse();
        drag(Tool.ERASE, 2, 2);
        vm.undo();
        assertThat(points()).as("what changes nothing is no step").hasSize(sprayed);
    }

    @Test
    void twoClassesNeedTwoPointsEach() {
        assertThat(vm.classes().problem()).isEqualTo("At least two classes need 2 points each.");
        put(0, 0, 0, 0, 1);
        assertThat(vm.classes().problem()).isEqualTo("At least two classes need 2 points each.");
        put(1, 1, 0);
        assertThat(vm.classes().problem()).isEqualTo("Class 1 has one point: draw another, or erase it.");
        put(1, 1, 1);
        assertThat(vm.classes().problem()).isEmpty();
        assertThat(new Experiment(MOONS.withData(vm.data())).split().train().size())
                .isEqualTo(2);
    }

    @Test
    void aClassWithoutPointsIsLeftOutAndToldBefore() {
        put(1, 0, 0, 0, 1);
        put(3, 1, 0, 1, 1);
        assertThat(vm.classes().remark()).isEqualTo("With a class left out, class 1 becomes class 0.");
        DrawnPoints drawn = (DrawnPoints) vm.data().own();
        assertThat(drawn.classes()).isEqualTo(2);
        assertThat(drawn.points()).extracting(Point::label).containsExactly(0, 0, 1, 1);
    }

    @Test
    void theNoiseIsShownAsTheRunHasIt() {
        drag(Tool.SPRAY, -1, 0, -1, 1);
        vm.labelProperty().set(1);
        drag(Tool.SPRAY, 1, 0, 1, 1);
        assertThat(vm.noisy()).isSameAs(points());
        vm.noiseProperty().set(0.2);
        Split split = new Experiment(MOONS.withData(vm.data())).split();
        List<Double> run = IntStream.range(0, split.train().size())
                .mapToObj(row -> split.raw(split.train(), row)[0])
                .toList();
        List<Point> shown = vm.noisy();
        assertThat(run).allMatch(x -> shown.stream().anyMatch(point -> Math.abs(point.x() - x) < 1e-9));
        assertThat(shown).isNotEqualTo(points());
    }

    @Test
    void whatIsDrawnIsTheLabsDataAndCanBeEditedAgain() {
        put(0, 0, 0, 0, 1);
        put(1, 1, 0, 1, 1);
        vm.noiseProperty().set(0.1);
        ExperimentConfig used = MOONS.withData(vm.data());
        assertThat(used.data().noise()).isEqualTo(0.1);
        assertThat(used.data().testShare()).isEqualTo(MOONS.data().testShare());
        ExperimentFile file = new ExperimentFile(used);
        assertThat(ExperimentFile.fromText(file.toText())).isEqualTo(file);

        DrawViewModel again = new DrawViewModel(used, List.of());
        assertThat(again.pointsProperty().get()).isEqualTo(points());
        assertThat(again.noiseProperty().get()).isEqualTo(0.1);
        assertThat(again.canUndoProperty().get()).isFalse();

        DrawViewModel left = new DrawViewModel(used, List.of(new Point(0, 0, 3)));
        left.undo();
        assertThat(left.pointsProperty().get()).containsExactly(new Point(0, 0, 3));
        assertThat(new DrawViewModel(MOONS, points()).pointsProperty().get()).isEqualTo(points());
    }

    @ParameterizedTest
    @EnumSource(DataKind.class)
    void everyPlanarProblemCanBeBegunWith(DataKind kind) {
        if (kind == DataKind.OWN) {
            return;
        }
        ExperimentConfig config = MOONS.withData(MOONS.data().withKind(kind).withNoise(0.1));
        DrawViewModel from = new DrawViewModel(config, List.of());
        if (!config.data().isPlanar()) {
            assertThat(from.whyNotPresent()).isEqualTo("Only points of a plane can be begun with.");
            return;
        }
        assertThat(from.whyNotPresent()).isNull();
        from.takePresent();
        assertThat(from.pointsProperty().get()).hasSize(config.data().points());
        assertThat(from.noiseProperty().get()).isEqualTo(0.1);
        assertThat(from.data().classes()).isEqualTo(config.data().classes());
        assertThat(from.data().inputs()).isEqualTo(2);
    }

    @Test
    void fromDigitsTheDrawingIsSetUpAsPlanarProblemsAre() {
        DrawViewModel from = new DrawViewModel(MOONS.withData(MOONS.data().withKind(DataKind.DIGITS)), List.of());
        for (int i = 0; i < 4; i++) {
            from.toolProperty().set(Tool.POINT);
            from.labelProperty().set(i / 2);
            from.moveTo(i / 2.0, i % 2);
            from.act();
        }
        assertThat(from.data().standardize()).isTrue();
        assertThat(from.data().testShare()).isEqualTo(0.5);
    }

    @Test
    void theSameStrokesGiveTheSamePoints() {
        drag(Tool.SPRAY, -1, 0, 1, 0);
        DrawViewModel again = new DrawViewModel(MOONS, List.of());
        again.moveTo(-1, 0);
        again.press();
        again.moveTo(1, 0);
        again.release();
        assertThat(again.pointsProperty().get()).isEqualTo(points());
    }
}
