package normscope.instrument.landscape;

import java.util.random.RandomGenerator;
import normscope.data.RandomStreams;
import normscope.math.Gaussian;
import normscope.nn.Layer;
import normscope.nn.Network;
import normscope.nn.Parameter;

/**
 * A plane through the parameters of a network: c + a d<sub>1</sub> + b d<sub>2</sub>. A random direction has as much of
 * each unit's weights as the unit has now, and nothing of the other parameters (filter normalization; Li et al.,
 * <i>Visualizing the Loss Landscape of Neural Nets</i>, 2018). The other one leads against the gradient of all
 * parameters. Both are as long as all weights W together, so that 1 is as far as W is from 0.
 *
 * <p>Arrays are in the order of {@link Network#copyStateTo}: running statistics and what is added to z stay.
 */
record Plane(double[] centre, double[] first, double[] second, int parameters) {

    /** The plane through the present parameters of a network after a pass forward and, for the gradient, back. */
    static Plane through(Network network, LandscapeSettings settings) {
        double[] centre = new double[network.stateSize()];
        network.copyStateTo(centre, 0);
        RandomStreams streams = new RandomStreams(settings.seed());
        double[] second = random(network, streams.of("landscape", 1));
        double[] first = settings.directions() == LandscapeSettings.Directions.RANDOM
                ? random(network, streams.of("landscape", 0))
                : downhill(network, length(second, second.length));
        int parameters = 0;
        for (int l = 0; l < network.layerCount(); l++) {
            for (Parameter p : network.layer(l).parameters()) {
                parameters += p.value().length;
            }
        }
        return new Plane(centre, first, second, parameters);
    }

    private static double[] random(Network network, RandomGenerator generator) {
        double[] direction = new double[network.stateSize()];
        int at = 0;
        for (int l = 0; l < network.layerCount(); l++) {
            Layer layer = network.layer(l);
            for (Parameter p : layer.parameters()) {
                if (p.value() == layer.w().data) {
                    draw(p.value(), layer.units(), generator, direction, at);
                }
                at += p.value().length;
            }
        }
        return direction;
    }

    /** Draws numbers for each weight, then gives those of each unit, a column of W, the norm of that column. */
    private static void draw(double[] w, int units, RandomGenerator generator, double[] direction, int offset) {
        for (int i = 0; i < w.length; i++) {
            direction[offset + i] = Gaussian.next(generator);
        }
        for (int unit = 0; unit < units; unit++) {
            double wanted = 0;
            double drawn = 0;
            for (int i = unit; i < w.length; i += units) {
                wanted += w[i] * w[i];
                drawn += direction[offset + i] * direction[offset + i];
            }
            double factor = Math.sqrt(wanted / drawn);
            for (int i = unit; i < w.length; i += units) {
                direction[offset + i] *= factor;
            }
        }
    }

    private static double[] downhill(Network network, double length) {
        double[] direction = new double[network.stateSize()];
        int at = 0;
        for (int l = 0; l < network.layerCount(); l++) {
            for (Parameter p : network.layer(l).parameters()) {
                for (int i = 0; i < p.value().length; i++) {
                    direction[at++] = p.active() ? -p.gradient()[i] : 0;
                }
            }
        }
        double norm = length(direction, direction.length);
        for (int i = 0; i < at && norm > 0; i++) {
            direction[i] *= length / norm;
        }
        return direction;
    }

    private static double length(double[] of, int count) {
        return Math.sqrt(product(of, of, count));
    }

    private static double product(double[] a, double[] b, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Writes the state at a place; at (0, 0) the very bits of the centre. */
    void at(double a, double b, double[] state) {
        for (int i = 0; i < centre.length; i++) {
            state[i] = centre[i] + a * first[i] + b * second[i];
        }
    }

    /**
     * {@return a and b of the place nearest to another state of the network, and how long the way from the centre to
     * there is of the whole way; NaN for no way}
     */
    double[] project(double[] state) {
        double[] way = new double[parameters];
        for (int i = 0; i < parameters; i++) {
            way[i] = state[i] - centre[i];
        }
        double g11 = product(first, first, parameters);
        double g12 = product(first, second, parameters);
        double g22 = product(second, second, parameters);
        double p1 = product(way, first, parameters);
        double p2 = product(way, second, parameters);
        double determinant = g11 * g22 - g12 * g12;
        double a = determinant > 0 ? (p1 * g22 - p2 * g12) / determinant : 0;
        double b = determinant > 0 ? (p2 * g11 - p1 * g12) / determinant : g22 > 0 ? p2 / g22 : 0;
        return new double[] {a, b, Math.sqrt((a * p1 + b * p2) / product(way, way, parameters))};
    }
}
