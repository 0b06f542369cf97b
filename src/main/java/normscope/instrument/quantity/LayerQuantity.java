package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.stream.IntStream;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.experiment.Snapshot;
import normscope.history.History;
import normscope.instrument.Replica;
import normscope.instrument.formula.FormulaNumbers;
import normscope.instrument.shift.LayerMoves;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.stats.Moments;
import normscope.stats.Percentiles;
import normscope.sweep.RecordedRun;
import org.ejml.data.DMatrixRMaj;

/** How far a hidden layer of one arm has gone, by several measures. */
public sealed interface LayerQuantity extends Quantity.OfRun {

    int arm();

    int layer();

    @Override
    default Quantity on(ExperimentConfig config, InstrumentSettings shown) {
        Check.arm("arm", arm(), config);
        Check.layer("layer", layer(), config);
        return this;
    }

    /**
     * How far the medians of a layer's units have travelled since step 0: from the lowest to the highest median of what
     * a unit hands to its activation, the mean over the units. The training set as one batch, TRAIN mode, at some
     * recorded moments.
     */
    @JsonTypeName("travel")
    record Travel(@Json.ArmWord int arm, int layer) implements LayerQuantity {
        @Override
        public double measure(Experiment experiment, History history) {
            if (experiment.divergence(arm) != null) {
                return Double.NaN;
            }
            Replica replica = Replica.of(experiment);
            double[][] reach = null;
            for (long step = 0; step < experiment.step(); step += RecordedRun.SPACING) {
                Snapshot moment = history.at(step);
                if (moment != null) {
                    replica.goTo(moment);
                    reach = widened(reach, medians(replica));
                }
            }
            replica.goTo(experiment.snapshot());
            double[][] all = widened(reach, medians(replica));
            return IntStream.range(0, all[0].length)
                    .mapToDouble(unit -> all[1][unit] - all[0][unit])
                    .average()
                    .orElse(Double.NaN);
        }

        /** The lowest and the highest of some medians, a unit each. */
        private static double[][] widened(double[][] reach, double[] medians) {
            if (reach == null) {
                return new double[][] {medians.clone(), medians};
            }
            for (int unit = 0; unit < medians.length; unit++) {
                reach[0][unit] = Math.min(reach[0][unit], medians[unit]);
                reach[1][unit] = Math.max(reach[1][unit], medians[unit]);
            }
            return reach;
        }

        private double[] medians(Replica replica) {
            Network network = replica.network(arm);
            network.forward(replica.train().x(), Mode.TRAIN);
            DMatrixRMaj values = network.layer(layer).zTilde();
            return IntStream.range(0, values.numCols)
                    .mapToDouble(unit -> Percentiles.of(FormulaNumbers.column(values, unit), values.numRows, 50))
                    .toArray();
        }
    }

    /**
     * How far the latest shift, kick or switch has moved a layer's values on one and the same mini-batch, TRAIN mode:
     * the root of the mean squared change, in units of the standard deviation before. Only sensible at the moment of
     * the change.
     *
     * @param of which of its values
     */
    @JsonTypeName("moved")
    record Moved(
            normscope.experiment.Quantity of, @Json.ArmWord int arm, int layer) implements LayerQuantity {
        @Override
        public double measure(Experiment experiment, History history) {
            Quantity.Values values = new Quantity.Values(of, arm, layer, null, Mode.TRAIN, false, false);
            Experiment then = Past.beforeChange(experiment, history);
            if (then.step() != experiment.step()
                    || experiment.divergence(arm) != null
                    || then.divergence(arm) != null) {
                return Double.NaN;
            }
            double[] before = Measuring.values(then, values);
            double[] after = Measuring.values(experiment, values);
            double squares = 0;
            for (int i = 0; i < before.length; i++) {
                squares += (after[i] - before[i]) * (after[i] - before[i]);
            }
            double sd = Moments.of(before, before.length).sd();
            return Math.sqrt(squares / before.length) / sd;
        }
    }

    /**
     * How far the distributions of a layer's units lie from where they were just before the latest change: per unit the
     * Wasserstein-1 distance of what the activation gets, between the training examples drawn then and those drawn now,
     * the mean over units in units of their standard deviation then. Only sensible at the moment of the change.
     *
     * @param mode TRAIN, the examples as one batch, or EVAL
     */
    @JsonTypeName("distance")
    record Distance(@Json.ArmWord int arm, int layer, Mode mode) implements LayerQuantity {
        @Override
        public double measure(Experiment experiment, History history) {
            Experiment then = Past.beforeChange(experiment, history);
            if (experiment.divergence(arm) != null || then.divergence(arm) != null) {
                return Double.NaN;
            }
            LayerMoves moves = new LayerMoves(Replica.of(then), mode);
            return moves.moves(Replica.of(experiment), arm).single().get(layer);
        }
    }

    /**
     * How far the means of a layer's activations have wandered between two steps, in units of their standard deviation
     * at the first, the mean over the units that are not dead there: what the next layer gets while those before it
     * learn. The training examples as one batch, TRAIN mode.
     *
     * @param from the first step
     * @param to the last step
     */
    @JsonTypeName("wander")
    record Wander(@Json.ArmWord int arm, int layer, long from, long to) implements LayerQuantity {
        /** A unit whose activations vary less than this says nothing. */
        private static final double DEAD = 1e-9;

        public Wander {
            Check.whole("from", from, 0, 1_000_000);
            Check.whole("to", to, from + 1, 1_000_000);
        }

        @Override
        public double measure(Experiment experiment, History history) {
            Replica replica = Replica.of(experiment);
            if (!goTo(replica, history, experiment, from) || replica.diverged(arm)) {
                return Double.NaN;
            }
            Moments[] first = activations(replica);
            if (!goTo(replica, history, experiment, to) || replica.diverged(arm)) {
                return Double.NaN;
            }
            Moments[] last = activations(replica);
            return IntStream.range(0, first.length)
                    .filter(unit -> first[unit].sd() > DEAD)
                    .mapToDouble(unit -> Math.abs(last[unit].mean() - first[unit].mean()) / first[unit].sd())
                    .average()
                    .orElse(Double.NaN);
        }

        private static boolean goTo(Replica replica, History history, Experiment experiment, long step) {
            Snapshot moment = step == experiment.step() ? experiment.snapshot() : history.at(step);
            if (moment == null || moment.step() != step) {
                return false;
            }
            replica.goTo(moment);
            return true;
        }

        private Moments[] activations(Replica replica) {
            Network network = replica.network(arm);
            network.forward(replica.train().x(), Mode.TRAIN);
            DMatrixRMaj values = network.layer(layer).a();
            return IntStream.range(0, values.numCols)
                    .mapToObj(unit -> Moments.of(FormulaNumbers.column(values, unit), values.numRows))
                    .toArray(Moments[]::new);
        }
    }
}
