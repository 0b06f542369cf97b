package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.experiment.Snapshot;
import normscope.stats.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LayersViewModelTest {

    private static final int LAYERS = 3;

    private final Experiment experiment = new Experiment(Configs.small());
    private final LayersViewModel layers = new LayersViewModel();
    private final double[] values = new double[LayerSnapshot.MAX_VALUES];
    private Snapshot snapshot;

    @BeforeEach
    void begin() {
        snapshot = experiment.snapshot();
        layers.begin(snapshot, List.of(false, true), false);
    }

    private void advance(int steps) {
        for (int i = 0; i < steps; i++) {
            experiment.advance();
        }
        snapshot = experiment.snapshot();
        layers.show(snapshot, true);
    }

    private void assertWholeLayer(Histogram shown, LayerSnapshot layer, Quantity quantity) {
        int n = layer.values(quantity, values);
        Histogram expected = Histogram.of(values, n, shown.lo(), shown.hi(), shown.counts().length);
        assertThat(shown).usingRecursiveComparison().isEqualTo(expected);
        assertThat(shown.total()).isEqualTo(layer.rows() * layer.units());
    }

    private void assertUnit(Histogram shown, LayerSnapshot layer, Quantity quantity, int unit) {
        int n = layer.values(quantity, unit, values);
        Histogram expected = Histogram.of(values, n, shown.lo(), shown.hi(), shown.counts().length);
        assertThat(shown).usingRecursiveComparison().isEqualTo(expected);
        assertThat(shown.total()).isEqualTo(layer.rows());
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsZOfBothArmsAndTheChosenQuantityOfTheNormalizedOne(Quantity after) {
        layers.afterProperty().set(after);
        advance(20);
        for (int i = 0; i < LAYERS; i++) {
            LayerRow row = layers.row(i);
            assertWholeLayer(
                    row.columns().get(0).histogram(), snapshot.arm(0).layers().get(i), Quantity.Z);
            assertWholeLayer(
                    row.columns().get(1).histogram(), snapshot.arm(1).layers().get(i), Quantity.Z);
            assertWholeLayer(
                    row.columns().get(2).histogram(), snapshot.arm(1).layers().get(i), after);
            assertThat(row.unit()).isEqualTo(-1);
            assertThat(row.units())
                    .isEqualTo(Configs.small().network().hiddenUnits().get(i));
            assertThat(row.batchRows()).isEqualTo(16);
            assertThat(row.columns().get(0).normalized()).isFalse();
            assertThat(row.columns().get(1).normalized()).isTrue();
        }
    }

    @Test
    void theThreeHistogramsOfARowShareTheirAxis() {
        advance(50);
        for (int i = 0; i < LAYERS; i++) {
            LayerRow row = layers.row(i);
            for (HistogramView view : row.columns()) {
                assertThat(view.histogram().lo()).isEqualTo(row.axisMin());
                assertThat(view.histogram().hi()).isEqualTo(row.axisMax());
                int beyond = view.histogram().below() + view.histogram().above();
                assertThat(beyond)
                        .isLessThanOrEqualTo((int) (0.005 * view.histogram().total()));
            }
            assertThat(row.axisMin()).isEqualTo(-row.axisMax());
        }
    }

    @Test
    void oneUnitIsShownInEveryLayerTheRemainderWhereThereAreFewer() {
        layers.oneUnitProperty().set(true);
        layers.unitProperty().set(5);
        advance(10);
        int[] expected = {5, 1, 0};
        for (int i = 0; i < LAYERS; i++) {
            LayerRow row = layers.row(i);
            assertThat(row.unit()).isEqualTo(expected[i]);
            assertUnit(
                    row.columns().get(0).histogram(), snapshot.arm(0).layers().get(i), Quantity.Z, expected[i]);
            assertUnit(
                    row.columns().get(2).histogram(), snapshot.arm(1).layers().get(i), Quantity.Z_TILDE, expected[i]);
        }
        layers.unitProperty().set(-1);
        layers.show(snapshot, false);
        assertThat(layers.row(0).unit()).isEqualTo(5);
    }

    @Test
    void whatHasNotChangedIsNotComputedAgain() {
        assertThat(layers.show(snapshot, true)).isFalse();
        layers.densityProperty().set(true);
        assertThat(layers.show(snapshot, true)).isTrue();
        assertThat(layers.show(snapshot, true)).isFalse();
        layers.unitProperty().set(2);
        assertThat(layers.show(snapshot, true)).isTrue();
        layers.pin();
        assertThat(layers.show(snapshot, true)).isTrue();
        assertThat(layers.show(experiment.snapshot(), true)).isTrue();
    }

    @Test
    void aPinnedMomentIsAnOutlineOnTheAxisOfThePresent() {
        Snapshot pinned = snapshot;
        double[] axes = {
            layers.row(0).axisMax(), layers.row(1).axisMax(), layers.row(2).axisMax()
        };
        layers.pin();
        advance(40);
        assertThat(layers.pinnedProperty().get()).isTrue();
        assertThat(layers.pinnedStepProperty().get()).isZero();
        for (int i = 0; i < LAYERS; i++) {
            LayerRow row = layers.row(i);
            assertWholeLayer(
                    row.columns().get(0).outline(), pinned.arm(0).layers().get(i), Quantity.Z);
            assertWholeLayer(
                    row.columns().get(2).outline(), pinned.arm(1).layers().get(i), Quantity.Z_TILDE);
            assertThat(row.columns().get(2).outline().lo()).isEqualTo(row.axisMin());
            assertThat(row.columns().get(2).outline().hi()).isEqualTo(row.axisMax());
            assertThat(row.wider()).isEqualTo(row.axisMax() / axes[i]);
        }
        layers.unpin();
        layers.show(snapshot, true);
        assertThat(layers.row(0).columns().get(0).outline()).isNull();
        assertThat(layers.pinnedStepProperty().get()).isEqualTo(-1);
    }

    @Test
    void aPinnedMomentSurvivesANewRunOfTheSameNetworkOnly() {
        advance(5);
        layers.pin();
        Snapshot again = new Experiment(Configs.small().withSeed(99)).snapshot();
        layers.begin(again, List.of(false, true), true);
        assertThat(layers.pinnedStepProperty().get()).isEqualTo(5);
        assertThat(layers.row(0).columns().get(0).outline()).isNotNull();
        ExperimentConfig other = Configs.small();
        other = other.withNetwork(other.network().withHiddenUnits(List.of(3)));
        layers.begin(new Experiment(other).snapshot(), List.of(false, true), false);
        assertThat(layers.pinnedProperty().get()).isFalse();
        assertThat(layers.layerCountProperty().get()).isEqualTo(1);
        assertThat(layers.row(0).columns().get(0).outline()).isNull();
    }

    @Test
    void aMomentThatWasAwaitedIsPinnedUnlessAnotherNetworkHasComeMeanwhile() {
        CompletableFuture<Snapshot> awaited = new CompletableFuture<>();
        layers.outlineWhenKnown(awaited);
        advance(5);
        assertThat(layers.pinnedProperty().get()).isFalse();
        awaited.complete(snapshot);
        advance(1);
        assertThat(layers.pinnedStepProperty().get()).isEqualTo(5);
        layers.outlineWhenKnown(CompletableFuture.completedFuture(snapshot));
        ExperimentConfig deeper = Configs.small();
        deeper = deeper.withNetwork(deeper.network().withHiddenUnits(List.of(6, 4, 5, 3)));
        layers.begin(new Experiment(deeper).snapshot(), List.of(false, true), false);
        assertThat(layers.pinnedProperty().get()).isFalse();
        assertThat(layers.layerCountProperty().get()).isEqualTo(4);
        assertThat(layers.row(3).columns().get(0).outline()).isNull();
    }

    @Test
    void axesDoNotMoveWhileTheFilmNeedsLittleMoreOrLess() {
        advance(30);
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            advance(1);
            ends.add(layers.row(0).axisMax());
        }
        assertThat(ends.stream().distinct().count()).isLessThanOrEqualTo(2);
        assertThat(ends).isSorted();
    }

    /** Each step back is a new run to the view model. */
    @Test
    void axesDoNotJumpWhileOneGoesBackAndForthOverTheSameMoments() {
        advance(50);
        List<Snapshot> moments = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            advance(1);
            moments.add(snapshot);
        }
        Set<Double> ends = new HashSet<>();
        for (int round = 0; round < 4; round++) {
            for (Snapshot moment : moments) {
                layers.begin(moment, List.of(false, true), true);
                if (round > 0) {
                    ends.add(layers.row(2).axisMax());
                }
            }
            Collections.reverse(moments);
        }
        assertThat(ends).hasSize(1);
    }

    @Test
    void anArmThatHasDivergedDoesNotStretchTheAxis() {
        ExperimentConfig config = ExperimentConfig.defaults();
        Experiment wild = new Experiment(config.withTraining(config.training().withLearningRate(10)));
        layers.begin(wild.snapshot(), List.of(false, true), false);
        while (wild.snapshot().arm(0).divergence() == null) {
            wild.advance();
        }
        layers.show(wild.snapshot(), false);
        for (int i = 0; i < 4; i++) {
            LayerRow row = layers.row(i);
            assertThat(row.columns().get(0).divergence()).isNotNull();
            assertThat(row.columns().get(2).divergence()).isNull();
            assertThat(row.axisMax()).isFinite();
            int beyond = row.columns().get(2).histogram().below()
                    + row.columns().get(2).histogram().above();
            assertThat(beyond).isLessThan(row.columns().get(2).histogram().total() / 10);
        }
    }
}
