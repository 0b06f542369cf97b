package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.instrument.formula.FormulaNumbers;
import normscope.instrument.update.OneUpdate;
import normscope.instrument.update.UnitUpdate;
import normscope.nn.Layer;
import normscope.nn.Parameter;

/**
 * A number of the step that the trainer makes next.
 *
 * @param example of which example of the mini-batch, from 0
 */
@JsonTypeName("update")
public record UpdateQuantity(
        Tell tell,
        @Json.ArmWord int arm,
        int layer,
        int unit,
        @Json.MayBeAbsent int example) implements InstrumentQuantity {

    public enum Tell {
        /** The gradients of z-tilde, summed over the mini-batch: that of beta. */
        D_Z_TILDE_SUM,
        /** The same by gamma over sigma: what would be the gradients' sum if mean and variance stood still. */
        STRAIGHT_SUM,
        /** The gradients of z, summed over the mini-batch. */
        D_Z_SUM,
        /** The mean of z over the mini-batch. */
        MEAN,
        Z,
        Z_NORM,
        /** By how much the unit's beta changes. */
        BETA_CHANGE,
        D_BETA,
        /** The largest difference of all the network's changes from minus the rate times their gradients. */
        OFF_PLAIN_STEP
    }

    @Override
    public UpdateQuantity on(ExperimentConfig config, InstrumentSettings shown) {
        Check.whole("layer", layer, 0, config.network().layers() - 1);
        Check.whole("unit", unit, 0, config.network().hiddenUnits().get(layer) - 1);
        return this;
    }

    @Override
    public double measure(Experiment experiment, History history) {
        OneUpdate update = OneUpdate.of(experiment);
        if (update.diverged(arm)) {
            return Double.NaN;
        }
        if (tell == Tell.OFF_PLAIN_STEP) {
            return offPlainStep(update);
        }
        UnitUpdate numbers = update.unit(arm, layer, unit, example);
        FormulaNumbers box = numbers.box();
        return switch (tell) {
            case D_Z_TILDE_SUM -> DoubleStream.of(numbers.dZTilde()).sum();
            case D_Z_SUM -> DoubleStream.of(numbers.dZ()).sum();
            case STRAIGHT_SUM ->
                IntStream.range(0, numbers.m())
                        .mapToDouble(i -> box == null ? numbers.dZ()[i] : box.throughNorm(i))
                        .sum();
            case MEAN -> DoubleStream.of(numbers.z()).sum() / numbers.m();
            case Z -> numbers.z()[Math.min(example, numbers.m() - 1)];
            case Z_NORM -> box == null ? Double.NaN : box.zNorm()[Math.min(example, numbers.m() - 1)];
            case BETA_CHANGE ->
                numbers.beta() == null
                        ? Double.NaN
                        : numbers.beta().after() - numbers.beta().before();
            case D_BETA -> numbers.beta() == null ? Double.NaN : numbers.beta().gradient();
            case OFF_PLAIN_STEP -> throw new IllegalStateException("of all units");
        };
    }

    private double offPlainStep(OneUpdate update) {
        double worst = 0;
        for (int l = 0; l < update.after(arm).layerCount(); l++) {
            Layer before = update.before(arm).layer(l);
            Layer after = update.after(arm).layer(l);
            for (int p = 0; p < after.parameters().size(); p++) {
                Parameter now = after.parameters().get(p);
                double[] old = before.parameters().get(p).value();
                double rate = update.rate(arm, now.name().equals(Parameter.WEIGHTS) ? l : -1);
                for (int i = 0; now.active() && i < old.length; i++) {
                    double plain = old[i] - rate * now.gradient()[i];
                    worst = Math.max(worst, Math.abs(now.value()[i] - plain));
                }
            }
        }
        return worst;
    }
}
