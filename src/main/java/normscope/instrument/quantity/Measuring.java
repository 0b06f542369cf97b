package normscope.instrument.quantity;

import java.util.Arrays;
import normscope.data.Dataset;
import normscope.experiment.Experiment;
import normscope.experiment.ScoringSet;
import normscope.history.History;
import normscope.instrument.formula.FormulaNumbers;
import normscope.nn.Layer;
import normscope.nn.Mode;
import normscope.nn.Network;
import org.ejml.data.DMatrixRMaj;

/** How the quantities of running experiments are measured. */
final class Measuring {

    private Measuring() {}

    static double score(Experiment experiment, Quantity.Scored what, Quantity.ScoreKind kind) {
        boolean loss = kind == Quantity.ScoreKind.LOSS;
        if (experiment.divergence(what.arm()) != null) {
            // Its loss has no end, and it gives no answer that could be right.
            return loss ? Double.POSITIVE_INFINITY : 0;
        }
        Dataset set = switch (what.set()) {
            case TRAIN -> experiment.world().train();
            case TEST -> experiment.world().test();
            case OLD -> experiment.shownBefore().test();
            case ALL -> experiment.pool().test();
        };
        Network network = experiment.network(what.arm());
        if (what.mode() == Mode.EVAL) {
            ScoringSet.Score score = new ScoringSet(set).score(network);
            return loss ? score.loss() : 100 * score.accuracy();
        }
        if (what.set() != Quantity.OfSet.TRAIN) {
            double[] state = new double[network.stateSize()];
            network.copyStateTo(state, 0);
            network.reestimateStatistics(experiment.world().train().x());
            ScoringSet.Score score = new ScoringSet(set).score(network);
            network.setState(state, 0);
            return loss ? score.loss() : 100 * score.accuracy();
        }
        DMatrixRMaj logits = network.forward(set.x(), Mode.TRAIN);
        if (loss) {
            return network.loss(set.y());
        }
        return 100.0 * ScoringSet.correct(logits, set::label) / set.size();
    }

    static double[] values(Experiment experiment, Quantity.Values what) {
        Network network = experiment.network(what.arm());
        if (what.mode() == Mode.EVAL) {
            network.forward(experiment.world().train().x(), Mode.EVAL);
        } else {
            // The snapshot has passed the mini-batch through both networks.
            experiment.snapshot();
        }
        Layer layer = network.layer(what.layer());
        DMatrixRMaj matrix = switch (what.of()) {
            case Z -> layer.z();
            case Z_NORM -> layer.normalizer().zNorm();
            case Z_TILDE -> layer.activated();
            case A -> layer.a();
        };
        if (what.unit() == null) {
            return Arrays.copyOf(matrix.data, matrix.getNumElements());
        }
        return FormulaNumbers.column(matrix, what.unit() % matrix.numCols);
    }

    static double batchLoss(Experiment experiment, History history, Quantity.BatchLoss what) {
        int steps = what.steps() == null ? experiment.stepsPerEpoch() : what.steps();
        long change = Past.changedAt(history);
        long from = switch (what.when()) {
            case BEFORE -> change - steps;
            case AFTER -> change;
            case LAST -> history.lastStep() - steps;
        };
        return mean(history, what.arm(), Math.max(0, from), Math.min(history.lastStep(), from + steps));
    }

    static double stepsUntil(Experiment experiment, History history, Quantity.StepsUntil what) {
        int epoch = experiment.stepsPerEpoch();
        long change = Past.changedAt(history);
        double sum = 0;
        for (long step = change; step < history.lastStep(); step++) {
            sum += history.batchLoss(what.arm(), step);
            long first = step - epoch + 1;
            if (first >= change) {
                if (sum <= what.loss() * epoch) {
                    return first - change;
                }
                sum -= history.batchLoss(what.arm(), first);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    static double recovery(Experiment experiment, History history, Quantity.Recovery what) {
        Quantity.Scored now = new Quantity.Scored(what.arm(), Quantity.OfSet.TRAIN, what.mode(), false);
        Quantity.Scored before = new Quantity.Scored(what.arm(), Quantity.OfSet.TRAIN, what.mode(), true);
        double bound = what.times() * before.score(experiment, history, Quantity.ScoreKind.LOSS) + what.plus();
        Experiment copy = new Experiment(experiment.config());
        copy.keepToOneThread();
        copy.restore(experiment.snapshot());
        long from = copy.step();
        while (!(score(copy, now, Quantity.ScoreKind.LOSS) <= bound)) {
            if (copy.step() - from == what.limit() || copy.divergence(what.arm()) != null) {
                return what.limit();
            }
            copy.advance();
        }
        return copy.step() - from;
    }

    private static double mean(History history, int arm, long from, long to) {
        double sum = 0;
        for (long step = from; step < to; step++) {
            sum += history.batchLoss(arm, step);
        }
        return to > from ? sum / (to - from) : Double.NaN;
    }
}
