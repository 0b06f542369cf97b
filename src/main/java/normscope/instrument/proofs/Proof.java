package normscope.instrument.proofs;

import java.util.List;

/**
 * What came of one badge's checks.
 *
 * @param badge the property
 * @param reason why it cannot be checked now, or null
 * @param findings its numbers; empty when there is a reason
 */
public record Proof(Badge badge, Reason reason, List<Finding> findings) {

    public enum Reason {
        /** No hidden layer of the arm is normalized. */
        NO_BATCH_NORM,
        /** The first hidden layer of the arm is not normalized; behind others the law holds only roughly. */
        NOT_IN_FIRST_LAYER,
        /** The arm has left the finite numbers. */
        DIVERGED,
        /** The mini-batch has one example only. */
        SINGLE_EXAMPLE,
        /** The L2 term pulls the gradient along the weights. */
        L2
    }

    public Proof {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return reason == null && !findings.isEmpty() && findings.stream().allMatch(Finding::holds);
    }
}
