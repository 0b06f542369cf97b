package normscope.instrument.smoothness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.Replica;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.nn.Parameter;

/**
 * What a walk along the gradient meets at one moment (Santurkar et al., <i>How Does Batch Normalization Help
 * Optimization?</i>, 2018): from x to x - k rate g, g the gradient of the next mini-batch in TRAIN mode without dropout
 * and L2, on that same mini-batch.
 *
 * @param arms one an arm; null of one that has diverged
 */
public record Smoothness(long step, List<Walk> arms) {

    /**
     * One arm's walk.
     *
     * @param loss at the beginning
     * @param losses at the places of {@link SmoothnessSettings#places}, over that at the beginning. Not to be modified.
     * @param ratio the largest of these: above 1 the line climbs
     * @param change the largest |g(x') - g(x)| / |g(x)|
     * @param cosine the smallest between g(x') and g(x)
     * @param beta the largest |g(x') - g(x)| / |x' - x|
     * @param shift |g' - g| / |g| of a layer's gradient, g' once the layers below it have made their step at the rate;
     *     the mean over all layers but the first: Santurkar's measure of internal covariate shift
     * @param shiftCosine the cosine of the two, likewise
     */
    public record Walk(
            double loss,
            double[] losses,
            double ratio,
            double change,
            double cosine,
            double beta,
            double shift,
            double shiftCosine) {}

    /** Walks from the moment of a replica, which is in the end as it was. */
    public static Smoothness of(Replica replica, SmoothnessSettings settings) {
        List<Walk> walks = new ArrayList<>();
        for (int arm = 0; arm < replica.arms(); arm++) {
            walks.add(replica.diverged(arm) ? null : new Walker(replica, arm).walk(settings));
            replica.restore(arm);
        }
        return new Smoothness(replica.snapshot().step(), Collections.unmodifiableList(walks));
    }

    /** One network, its parameters at the beginning, and its gradient there. */
    private static final class Walker {
        private final Replica replica;
        private final Network network;
        private final double rate;
        /** [layer], the parameters in use. */
        private final List<List<Parameter>> layers;

        private final List<double[]> values;
        private final List<double[]> gradients;
        private final double loss;

        Walker(Replica replica, int arm) {
            this.replica = replica;
            network = replica.network(arm);
            rate = rate(replica.config(), replica.snapshot(), arm);
            layers = IntStream.range(0, network.layerCount())
                    .mapToObj(l -> network.layer(l).parameters().stream()
                            .filter(Parameter::active)
                            .toList())
                    .toList();
            loss = pass();
            values = all().map(p -> p.value().clone()).toList();
            gradients = all().map(p -> p.gradient().clone()).toList();
        }

        private static double rate(ExperimentConfig config, Snapshot moment, int arm) {
            Double own = config.arms().get(arm).learningRate();
            return own == null ? moment.learningRate() : own;
        }

        private Stream<Parameter> all() {
            return layers.stream().flatMap(List::stream);
        }

        private double pass() {
            network.forward(replica.x(), Mode.TRAIN);
            double now = network.loss(replica.y());
            network.backward(replica.y(), replica.batches().importance());
            return now;
        }

        /** Puts the parameters of the layers below one to a place on the line, the others to the beginning. */
        private void go(double times, int below) {
            int index = 0;
            for (int l = 0; l < layers.size(); l++) {
                for (Parameter p : layers.get(l)) {
                    double[] from = values.get(index);
                    double[] g = gradients.get(index++);
                    double by = l < below ? times * rate : 0;
                    for (int i = 0; i < from.length; i++) {
                        p.value()[i] = from[i] - by * g[i];
                    }
                }
            }
        }

        Walk walk(SmoothnessSettings settings) {
            List<Double> places = settings.places();
            double[] losses = new double[places.size()];
            double ratio = 0;
            double change = 0;
            double cosine = 1;
            double beta = 0;
            for (int i = 0; i < losses.length; i++) {
                go(places.get(i), layers.size());
                losses[i] = pass() / loss;
                Compared c = compare(0, layers.size());
                ratio = Math.max(ratio, losses[i]);
                change = Math.max(change, c.change());
                cosine = Math.min(cosine, c.cosine());
                beta = Math.max(beta, c.change() / (places.get(i) * rate));
            }
            double shift = 0;
            double shiftCosine = 0;
            int layersAbove = layers.size() - 1;
            for (int l = 1; l < layers.size(); l++) {
                go(1, l);
                pass();
                Compared c = compare(l, l + 1);
                shift += c.change() / layersAbove;
                shiftCosine += c.cosine() / layersAbove;
            }
            return new Walk(loss, losses, ratio, change, cosine, beta, shift, shiftCosine);
        }

        private record Compared(double change, double cosine) {}

        /** The gradient now against that at the beginning, of some layers. */
        private Compared compare(int from, int to) {
            int index = layers.subList(0, from).stream().mapToInt(List::size).sum();
            double before = 0;
            double now = 0;
            double both = 0;
            double apart = 0;
            for (List<Parameter> layer : layers.subList(from, to)) {
                for (Parameter p : layer) {
                    double[] g = gradients.get(index++);
                    for (int i = 0; i < g.length; i++) {
                        double h = p.gradient()[i];
                        before += g[i] * g[i];
                        now += h * h;
                        both += g[i] * h;
                        apart += (h - g[i]) * (h - g[i]);
                    }
                }
            }
            return new Compared(Math.sqrt(apart / before), both / Math.sqrt(before * now));
        }
    }
}
