package normscope.instrument.update;

import java.util.ArrayList;
import java.util.List;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.Headless;
import normscope.nn.Layer;
import normscope.text.Texts;
import org.ejml.dense.row.NormOps_DDRM;

/** One update without a window: how large what goes back is at each stage, and the step of the weights, by layer. */
public final class UpdateNorms {

    private UpdateNorms() {}

    /** {@return the norms of dz-tilde, dz and dW, of the step of W, and this over W; dropout and L2 act} */
    public static Headless headless(ExperimentConfig config) {
        OneUpdate update = new OneUpdate(config);
        return Headless.of(
                List.of(
                        Headless.Column.logarithmic("d_z_tilde", Texts.text("measured.norm.d-tilde")),
                        Headless.Column.logarithmic("d_z", Texts.text("measured.norm.d-z")),
                        Headless.Column.logarithmic("d_w", Texts.text("measured.norm.d-w")),
                        Headless.Column.logarithmic("step_of_w", Texts.text("measured.norm.step")),
                        Headless.Column.logarithmic("step_over_w", Texts.text("measured.norm.ratio"))),
                living -> {
                    update.make(living.snapshot());
                    return rows(update);
                });
    }

    private static List<Headless.Row> rows(OneUpdate update) {
        List<Headless.Row> rows = new ArrayList<>();
        for (int arm = 0; arm < update.config().arms().size(); arm++) {
            int layers = update.diverged(arm) ? 0 : update.after(arm).layerCount();
            for (int l = 0; l < layers; l++) {
                Layer now = update.after(arm).layer(l);
                double[] old = update.before(arm).layer(l).w().data;
                double moved = 0;
                double squares = 0;
                for (int i = 0; i < old.length; i++) {
                    moved += Math.pow(now.w().data[i] - old[i], 2);
                    squares += old[i] * old[i];
                }
                rows.add(new Headless.Row(
                        arm,
                        l,
                        NormOps_DDRM.normF(now.dZTilde()),
                        NormOps_DDRM.normF(now.dZ()),
                        NormOps_DDRM.normF(now.dW()),
                        Math.sqrt(moved),
                        Math.sqrt(moved / squares)));
            }
        }
        return rows;
    }
}
