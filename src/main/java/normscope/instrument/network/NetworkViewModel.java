package normscope.instrument.network;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.chart.NetworkDrawing;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.LookedAt;
import normscope.instrument.NetworkSketch;
import normscope.instrument.Replica;
import normscope.lab.LabViewModel;
import normscope.nn.Network;
import normscope.nn.Normalization;
import normscope.runner.Moment;
import normscope.stats.Moments;

/** The drawing of one arm's network at the shown moment. */
public final class NetworkViewModel implements InstrumentViewModel<NetworkSettings> {

    /** A unit whose values have this standard deviation over the mini-batch is filled by half. */
    private static final double HALF = 0.5;

    /** Of a moment its snapshot alone: a moment holds its whole run, and the panel may be out of sight for long. */
    private record Key(Snapshot snapshot, int arm, int layer, int unit) {}

    private final LabViewModel lab;
    private final LookedAt lookedAt;
    private final ObjectProperty<Integer> arm = new SimpleObjectProperty<>(this, "arm", 1);
    private final double[] scratch = new double[LayerSnapshot.MAX_VALUES];
    private ExperimentConfig config;
    private Network network;
    private int networkArm;
    private Key key;
    private NetworkDrawing drawing;

    public NetworkViewModel(LabViewModel lab) {
        this.lab = lab;
        lookedAt = new LookedAt(lab);
    }

    @Override
    public void configure(NetworkSettings settings) {
        arm.set(settings.arm());
    }

    public ObjectProperty<Integer> armProperty() {
        return arm;
    }

    public LookedAt lookedAt() {
        return lookedAt;
    }

    public long step() {
        return lab.transport().moment().snapshot().step();
    }

    /** {@return whether the arm has left the finite numbers by the shown moment} */
    public boolean diverged() {
        return lab.transport().moment().snapshot().arm(arm.get()).divergence() != null;
    }

    /** {@return the network at the shown moment; the same object as long as nothing has changed} */
    public NetworkDrawing drawing() {
        Moment moment = lab.transport().moment();
        ExperimentConfig now = moment.status().config();
        int layers = now.network().layers();
        int layer = Math.max(0, Math.min(layers - 1, lookedAt.layer()));
        Key wanted = new Key(
                moment.snapshot(), arm.get(), layer, lookedAt.unitProperty().get());
        if (!wanted.equals(key)) {
            key = wanted;
            drawing = draw(now, moment.snapshot(), layer);
        }
        return drawing;
    }

    private NetworkDrawing draw(ExperimentConfig now, Snapshot snapshot, int layer) {
        if (network == null || !now.equals(config) || networkArm != arm.get()) {
            config = now;
            networkArm = arm.get();
            network = new Network(Experiment.networkSpec(now, networkArm));
        }
        var state = snapshot.arm(networkArm);
        Replica.restore(network, state);
        int hidden = state.layers().size();
        NetworkSketch sketch =
                new NetworkSketch(network, lookedAt.unitProperty().get());
        LayerSnapshot looked = state.layers().get(layer);
        return new NetworkDrawing(
                networkArm,
                sketch.layers(
                        (l, unit) -> l > hidden ? 0 : spread(state.layers().get(l - 1), Quantity.Z, unit),
                        (l, unit) ->
                                l == 0 || l > hidden ? 0 : spread(state.layers().get(l - 1), Quantity.A, unit),
                        null),
                layer + 1,
                box(looked, lookedAt.unitOf(looked.units()), now.network().epsilon()),
                null);
    }

    private double spread(LayerSnapshot layer, Quantity quantity, int unit) {
        int n = layer.values(quantity, unit, scratch);
        double sd = Moments.of(scratch, n).sd();
        return Double.isFinite(sd) ? sd / (sd + HALF) : 0;
    }

    private static NetworkDrawing.Box box(LayerSnapshot layer, int unit, double epsilon) {
        return layer.normalization() instanceof Normalization.PerUnit of && layer.normalized()
                ? new NetworkDrawing.Box(
                        of.mean()[unit],
                        Math.sqrt(Math.max(0, 1 / (of.invStd()[unit] * of.invStd()[unit]) - epsilon)),
                        layer.gamma(unit),
                        layer.beta(unit))
                : null;
    }
}
