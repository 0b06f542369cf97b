package normscope.instrument.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import normscope.lab.LabHarness;
import org.junit.jupiter.api.Test;

/** The badges follow what is shown: the running networks, a reviewed moment, another experiment. */
class BadgesViewModelTest extends LabHarness {

    @Test
    void theyAreOfTheShownMoment() {
        try (BadgesViewModel badges = new BadgesViewModel(lab)) {
            badges.configure(new BadgesSettings(List.of(Badge.SINGLE, Badge.MOMENTS)));
            awaitStep(badges, 0);
            trainTo(70);
            awaitStep(badges, 70);
            transport.review(12);
            awaitStep(badges, 12);
            Proofs proofs = badges.proofsProperty().get();
            assertThat(proofs.proofs()).extracting(Proof::badge).containsExactly(Badge.SINGLE, Badge.MOMENTS);
            assertThat(proofs.proofs()).allMatch(Proof::holds);
            assertThat(proofs.batchSize()).isEqualTo(16);
        }
    }

    @Test
    void anotherExperimentIsCheckedByItsOwnNetworks() {
        try (BadgesViewModel badges = new BadgesViewModel(lab)) {
            badges.configure(BadgesSettings.defaults());
            trainTo(5);
            awaitStep(badges, 5);
            lab.edit(withUnits(SMALL, 3));
            awaitStep(badges, 0);
            assertThat(badges.proofsProperty().get().proofs()).hasSize(Badge.values().length);
            lab.edit(config().withTraining(config().training().withL2(0.1)));
            pulseUntil("L2 to be noticed", () -> {
                badges.pulse();
                return badges.proofsProperty().get().proofs().get(1).reason() == Proof.Reason.L2;
            });
        }
    }

    private void awaitStep(BadgesViewModel badges, long step) {
        pulseUntil("the badges of step " + step, () -> {
            badges.pulse();
            Proofs proofs = badges.proofsProperty().get();
            return proofs != null && proofs.step() == step;
        });
    }
}
