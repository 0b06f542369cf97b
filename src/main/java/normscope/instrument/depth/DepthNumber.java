package normscope.instrument.depth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import normscope.experiment.Experiment;
import normscope.experiment.Json;
import normscope.instrument.Headless;
import normscope.instrument.depth.Depth.OfArm;
import normscope.instrument.depth.Depth.OfLayer;
import normscope.text.Texts;

/** The numbers of a layer. The words are {@code depth.NAME}, with {@code .tip}. */
public enum DepthNumber {
    /** The share of the mean in every unit's energy. */
    MEAN_SHARE(false, OfLayer::meanShare),
    /** The cosine between two examples. */
    PAIR_COSINE(false, OfLayer::pairCosine),
    /** The size of the activation's inputs. */
    RMS(true, OfLayer::rms),
    /** The norm of the gradient. */
    GRADIENT(true, OfLayer::gradient);

    private static final String GROWTH = "growth";

    private final boolean logarithmic;
    private final ToDoubleFunction<OfLayer> value;

    DepthNumber(boolean logarithmic, ToDoubleFunction<OfLayer> value) {
        this.logarithmic = logarithmic;
        this.value = value;
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    double of(OfLayer layer) {
        return value.applyAsDouble(layer);
    }

    String key() {
        return "depth." + Json.name(this);
    }

    /**
     * All numbers of all arms without a window: one row a layer, and one of the whole network with the growth; of the
     * experiment's first step, whatever the moment.
     */
    public static Headless headless(DepthSettings settings) {
        return new Headless() {
            @Override
            public boolean isOfTheStart() {
                return true;
            }

            @Override
            public List<Column> columns() {
                Stream<Column> ofLayers = Stream.of(values())
                        .map(number -> Column.of(number, number.key(), number.logarithmic, Double.NaN));
                return Stream.concat(
                                ofLayers,
                                Stream.of(new Column(GROWTH, Texts.text("depth." + GROWTH), false, Depth.THEORY)))
                        .toList();
            }

            @Override
            public List<Row> at(Experiment living) {
                Depth depth = Depth.of(living.config(), settings);
                List<Row> rows = new ArrayList<>();
                for (int arm = 0; arm < depth.arms().size(); arm++) {
                    OfArm of = depth.arms().get(arm);
                    double[] none = new double[values().length];
                    Arrays.fill(none, Double.NaN);
                    rows.add(new Row(arm, -1, with(none, of.growth())));
                    for (int layer = 0; layer < of.layers().size(); layer++) {
                        OfLayer numbers = of.layers().get(layer);
                        double[] all = Stream.of(values())
                                .mapToDouble(number -> number.of(numbers))
                                .toArray();
                        rows.add(new Row(arm, layer, with(all, Double.NaN)));
                    }
                }
                return rows;
            }
        };
    }

    private static double[] with(double[] numbers, double growth) {
        return DoubleStream.concat(DoubleStream.of(numbers), DoubleStream.of(growth))
                .toArray();
    }
}
