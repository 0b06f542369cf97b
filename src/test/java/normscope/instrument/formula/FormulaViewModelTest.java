package normscope.instrument.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import normscope.experiment.ArmConfig;
import normscope.lab.LabHarness;
import org.junit.jupiter.api.Test;

/** The formula's numbers follow layer, unit and step, and say when there are none. */
class FormulaViewModelTest extends LabHarness {

    @Test
    void theyAreThoseOfTheChosenUnitAtTheShownStep() {
        try (FormulaViewModel formula = new FormulaViewModel(lab)) {
            formula.configure(new FormulaSettings(1, 3, 2));
            FormulaNumbers first = await(formula, 1, 3, 0).numbers();
            assertThat(first.m()).isEqualTo(16);
            trainTo(40);
            assertThat(await(formula, 1, 3, 40).numbers().z()).isNotEqualTo(first.z());
            transport.review(0);
            assertThat(await(formula, 1, 3, 0).numbers().dZ()).isEqualTo(first.dZ());
            formula.layerProperty().set(2);
            formula.unitProperty().set(4);
            assertThat(await(formula, 2, 4, 0).numbers().layer()).isEqualTo(2);
        }
    }

    @Test
    void choicesBeyondTheNetworkBecomeItsLast() {
        try (FormulaViewModel formula = new FormulaViewModel(lab)) {
            formula.configure(new FormulaSettings(7, 99, 4000));
            await(formula, 2, 4, 0);
            assertThat(formula.exampleProperty().get()).isEqualTo(15);
            assertThat(formula.layers()).isEqualTo(3);
            assertThat(formula.units()).isEqualTo(5);
            lab.edit(withUnits(SMALL, 2));
            await(formula, 0, 1, 0);
        }
    }

    @Test
    void aLayerWithoutBatchNormHasNoNumbers() {
        try (FormulaViewModel formula = new FormulaViewModel(lab)) {
            formula.configure(FormulaSettings.defaults());
            lab.edit(SMALL.withArm(1, ArmConfig.batchNorm(List.of(false, true, true))));
            pulseUntil("no numbers", () -> {
                formula.pulse();
                return formula.answerProperty().get() != null
                        && formula.answerProperty().get().numbers() == null;
            });
            assertThat(formula.answerProperty().get().diverged()).isFalse();
        }
    }

    private FormulaViewModel.Answer await(FormulaViewModel formula, int layer, int unit, long step) {
        pulseUntil(String.format(Locale.ROOT, "the numbers of layer %d, unit %d, step %d", layer, unit, step), () -> {
            formula.pulse();
            FormulaViewModel.Answer answer = formula.answerProperty().get();
            return answer != null && answer.layer() == layer && answer.unit() == unit && answer.step() == step;
        });
        return formula.answerProperty().get();
    }
}
