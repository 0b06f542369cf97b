package normscope.instrument.smoothness;

import normscope.data.Dataset;
import normscope.experiment.ScoringSet;
import normscope.instrument.Replica;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/**
 * How much of the test set an arm answers rightly, by whose statistics it is normalized. Neither noise nor dropout
 * acts.
 *
 * @param eval the running ones, which have seen the noise of the layers below
 * @param reestimated EVAL, re-estimated without noise: those of the training set, measured again on a copy
 * @param train the test set's own, taken as one batch
 */
record Accuracies(double eval, double reestimated, double train) {

    static final Accuracies NONE = new Accuracies(Double.NaN, Double.NaN, Double.NaN);

    /** Of one arm at a replica's moment, in the end as it was. */
    static Accuracies of(Replica replica, int arm) {
        if (replica.diverged(arm)) {
            return NONE;
        }
        Network network = replica.network(arm);
        Dataset test = replica.test();
        double eval = share(network, test, Mode.EVAL);
        double train = share(network, test, Mode.TRAIN);
        network.reestimateStatistics(replica.train().x());
        double reestimated = share(network, test, Mode.EVAL);
        replica.restore(arm);
        return new Accuracies(eval, reestimated, train);
    }

    private static double share(Network network, Dataset set, Mode mode) {
        DMatrixRMaj logits = network.forward(set.x(), mode);
        return (double) ScoringSet.correct(logits, set::label) / set.size();
    }
}
