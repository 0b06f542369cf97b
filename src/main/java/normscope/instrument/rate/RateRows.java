package normscope.instrument.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Json;
import normscope.experiment.ScoringSet;
import normscope.instrument.Headless;
import normscope.instrument.rate.Rates.OfLayer;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.stats.Moments;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;

/** The numbers of a layer's weights. The words are {@code rate.NAME}, with {@code .tip}. */
public enum RateRows {
    /** |W|^2 over that of step 0. */
    GROWTH(OfLayer::growth),
    /** The same as it should be. */
    PREDICTED(OfLayer::predictedGrowth),
    /** How far the prediction is off, over |W|^2. */
    ERROR(OfLayer::error),
    /** rate / |W|^2. */
    EFFECTIVE(OfLayer::effective),
    /** |W|^2. */
    SQUARES(OfLayer::squares);

    private static final List<String> OF_NETWORK = List.of("test-accuracy", "train-loss", "logits-sd");

    private final ToDoubleFunction<OfLayer> value;

    RateRows(ToDoubleFunction<OfLayer> value) {
        this.value = value;
    }

    double of(OfLayer layer) {
        return layer == null ? Double.NaN : value.applyAsDouble(layer);
    }

    String key() {
        return "rate." + Json.name(this);
    }

    /** {@return all numbers of all arms' hidden layers, and how each network does, without a window} */
    public static Headless headless(ExperimentConfig config) {
        Growing growing = new Growing(new Experiment(config));
        return new Headless() {
            @Override
            public List<Column> columns() {
                return Stream.concat(
                                Stream.of(values()).map(row -> Column.of(row, row.key(), true, Double.NaN)),
                                OF_NETWORK.stream()
                                        .map(name -> Column.linear(name.replace('-', '_'), Texts.text("rate." + name))))
                        .toList();
            }

            @Override
            public boolean isOfAllSteps() {
                return true;
            }

            @Override
            public void stepped(Experiment living) {
                growing.stepped(living);
            }

            @Override
            public List<Row> at(Experiment living) {
                Rates rates = growing.now(living);
                List<Row> rows = new ArrayList<>();
                for (int arm = 0; arm < rates.arms().size(); arm++) {
                    for (int layer = 0; layer < rates.arms().get(arm).size(); layer++) {
                        OfLayer of = rates.of(arm, layer);
                        DoubleStream numbers = Stream.of(values()).mapToDouble(row -> row.of(of));
                        rows.add(new Row(arm, layer, filled(numbers, OF_NETWORK.size(), true)));
                    }
                    rows.add(new Row(arm, -1, filled(network(living, arm), values().length, false)));
                }
                return rows;
            }
        };
    }

    private static double[] filled(DoubleStream numbers, int with, boolean behind) {
        DoubleStream none = DoubleStream.generate(() -> Double.NaN).limit(with);
        return (behind ? DoubleStream.concat(numbers, none) : DoubleStream.concat(none, numbers)).toArray();
    }

    /** Test accuracy in percent and training loss in EVAL mode, and how far the test set's logits spread. */
    private static DoubleStream network(Experiment living, int arm) {
        if (living.divergence(arm) != null) {
            return DoubleStream.of(Double.NaN, Double.NaN, Double.NaN);
        }
        Network network = living.network(arm);
        double loss = new ScoringSet(living.world().train()).score(network).loss();
        double accuracy = new ScoringSet(living.world().test()).score(network).accuracy();
        DMatrixRMaj logits = network.forward(living.world().test().x(), Mode.EVAL);
        return DoubleStream.of(
                100 * accuracy,
                loss,
                Moments.of(logits.data, logits.getNumElements()).sd());
    }
}
