package normscope.instrument.network;

import java.util.ArrayList;
import java.util.List;
import normscope.experiment.Experiment;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.instrument.Headless;
import normscope.nn.Network;
import normscope.stats.Moments;
import normscope.text.Texts;

/** The drawn network without a window: how strong each layer's lines are, and how full its circles, in the mean. */
public final class NetworkRows {

    private NetworkRows() {}

    /** {@return the means of all weights' sizes, and of all units' standard deviations, by layer} */
    public static Headless headless() {
        return Headless.of(
                List.of(
                        Headless.Column.logarithmic("weight", Texts.text("measured.weight")),
                        Headless.Column.linear("z_sd", Texts.text("measured.z-sd")),
                        Headless.Column.linear("a_sd", Texts.text("measured.a-sd"))),
                NetworkRows::rows);
    }

    private static List<Headless.Row> rows(Experiment living) {
        List<Headless.Row> rows = new ArrayList<>();
        for (int arm = 0; arm < living.arms(); arm++) {
            List<LayerSnapshot> hidden = living.snapshot().arm(arm).layers();
            Network network = living.network(arm);
            for (int l = 0; l < network.layerCount(); l++) {
                boolean output = l == hidden.size();
                rows.add(new Headless.Row(
                        arm,
                        l,
                        size(network.layer(l).w().data),
                        output ? Double.NaN : spread(hidden.get(l), Quantity.Z),
                        output ? Double.NaN : spread(hidden.get(l), Quantity.A)));
            }
        }
        return rows;
    }

    private static double size(double[] w) {
        double sum = 0;
        for (double each : w) {
            sum += Math.abs(each);
        }
        return sum / w.length;
    }

    /** The standard deviation of each unit over the mini-batch, in the mean over units. */
    private static double spread(LayerSnapshot layer, Quantity quantity) {
        double[] values = new double[layer.rows()];
        double sum = 0;
        for (int unit = 0; unit < layer.units(); unit++) {
            int n = layer.values(quantity, unit, values);
            sum += Moments.of(values, n).sd();
        }
        return sum / layer.units();
    }
}
