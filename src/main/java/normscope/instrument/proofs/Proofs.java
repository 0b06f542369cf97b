package normscope.instrument.proofs;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * All badges at one moment.
 *
 * @param step the moment
 * @param batchSize examples of its mini-batch
 * @param proofs one a badge, in the order asked for
 */
public record Proofs(long step, int batchSize, List<Proof> proofs) {

    /** Copies the list. */
    public Proofs {
        proofs = List.copyOf(proofs);
    }

    /**
     * One number.
     *
     * @param item what was measured
     * @return the check
     * @throws NoSuchElementException when it was not measured
     */
    public Finding finding(Finding.Item item) {
        return proofs.stream()
                .flatMap(proof -> proof.findings().stream())
                .filter(finding -> finding.item() == item)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(item + " was not measured at step " + step + "."));
    }
}
