package normscope.instrument.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabHarness;
import normscope.lab.LabViewModel;
import normscope.nn.Network;
import org.junit.jupiter.api.Test;

/** The run is followed step by step, whatever is done to it. */
class EffectiveRateViewModelTest extends LabHarness {

    private EffectiveRateViewModel.Known await(EffectiveRateViewModel vm) {
        pulseUntil("followed", () -> {
            vm.pulse();
            return !vm.isBusy();
        });
        return vm.pulse();
    }

    /** What the run's own history gives when it is made once more by hand. */
    private static Rates again(LabViewModel lab) {
        ExperimentConfig config = lab.runner().status().config();
        List<Event> events = lab.runner().status().history().events();
        Experiment experiment = new Experiment(config);
        Growing growing = new Growing(experiment);
        int given = 0;
        while (experiment.step() < lab.runner().status().snapshot().step()) {
            given = experiment.applyDue(events, given);
            experiment.advance();
            growing.stepped(experiment);
        }
        return growing.now(experiment);
    }

    private static Rates last(EffectiveRateViewModel.Known known) {
        return known.past().get(known.past().size() - 1);
    }

    @Test
    void itFollowsTheRunItsRateAndUndo() {
        try (EffectiveRateViewModel vm = new EffectiveRateViewModel(lab)) {
            trainTo(40);
            EffectiveRateViewModel.Known known = await(vm);
            assertThat(last(known).step()).isEqualTo(40);
            assertThat(known.past().get(0).of(1, 1).growth()).isEqualTo(1);
            assertThat(last(known).of(1, 1).growth())
                    .isEqualTo(again(lab).of(1, 1).growth());

            ExperimentConfig config = lab.configProperty().get();
            lab.edit(config.withTraining(config.training().withNormalizedRate(10.0)));
            pulseUntil("the rate is set", () -> !lab.events().isEmpty());
            assertThat(lab.events().get(0).label()).contains("10");
            trainTo(60);
            known = await(vm);
            assertThat(last(known).step()).isEqualTo(60);
            assertThat(last(known)).isEqualTo(again(lab));
            assertThat(last(known).of(1, 1).rate()).isEqualTo(10);
            Network network = new Experiment(config).network(1);
            assertThat(network.layer(1).normalized()).isTrue();

            lab.undo();
            awaitRest(60);
            assertThat(lab.events()).isEmpty();
            assertThat(lab.configProperty().get().training().normalizedRate()).isNull();
            trainTo(70);
            assertThat(last(await(vm))).isEqualTo(again(lab));
        }
    }
}
