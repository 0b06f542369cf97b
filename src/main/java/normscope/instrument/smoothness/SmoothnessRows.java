package normscope.instrument.smoothness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import normscope.experiment.Experiment;
import normscope.experiment.Json;
import normscope.experiment.Snapshot;
import normscope.instrument.Headless;
import normscope.instrument.Replica;
import normscope.instrument.smoothness.Smoothness.Walk;
import normscope.text.Texts;

/** The numbers of a walk. The words are {@code smoothness.NAME}, with {@code .tip}. */
public enum SmoothnessRows {
    /** The largest loss on the line over that at its beginning. */
    LOSS_RATIO(true, 1, Walk::ratio),
    /** How much the gradient changes. */
    GRADIENT_CHANGE(true, Double.NaN, Walk::change),
    /** How far it turns. */
    COSINE(false, 0, Walk::cosine),
    /** How much a layer's gradient changes once the layers below have made their step. */
    SHIFT(true, Double.NaN, Walk::shift),
    /** How far it turns then. */
    SHIFT_COSINE(false, 0, Walk::shiftCosine),
    /** The effective smoothness. */
    BETA(true, Double.NaN, Walk::beta),
    /** The loss at the beginning. */
    LOSS(true, Double.NaN, Walk::loss);

    private final boolean logarithmic;
    private final double guide;
    private final ToDoubleFunction<Walk> value;

    SmoothnessRows(boolean logarithmic, double guide, ToDoubleFunction<Walk> value) {
        this.logarithmic = logarithmic;
        this.guide = guide;
        this.value = value;
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    double guide() {
        return guide;
    }

    double of(Walk walk) {
        return walk == null ? Double.NaN : value.applyAsDouble(walk);
    }

    String key() {
        return "smoothness." + Json.name(this);
    }

    /** {@return all numbers of all arms, with their accuracies and how they move, without a window} */
    public static Headless headless(SmoothnessSettings settings) {
        return new Headless() {
            private Replica replica;
            private Moves moves;

            @Override
            public List<Column> columns() {
                Stream<Column> walk =
                        Stream.of(values()).map(row -> Column.of(row, row.key(), row.logarithmic, row.guide));
                return Stream.concat(
                                walk,
                                Stream.of("moves", "eval", "reestimated", "train")
                                        .map(name -> Column.linear(name, Texts.text("smoothness." + name))))
                        .toList();
            }

            @Override
            public List<Row> at(Experiment living) {
                if (replica == null) {
                    replica = new Replica(living.config(), living.split());
                    moves = new Moves(new Experiment(living.config()));
                }
                Snapshot moment = living.snapshot();
                replica.goTo(moment);
                double[] moved = moves.of(moment);
                List<Walk> walks = Smoothness.of(replica, settings).arms();
                List<Row> rows = new ArrayList<>();
                for (int arm = 0; arm < walks.size(); arm++) {
                    Walk walk = walks.get(arm);
                    Accuracies test = Accuracies.of(replica, arm);
                    rows.add(new Row(
                            arm,
                            -1,
                            DoubleStream.concat(
                                            Stream.of(values()).mapToDouble(row -> row.of(walk)),
                                            DoubleStream.of(
                                                    moved[arm],
                                                    100 * test.eval(),
                                                    100 * test.reestimated(),
                                                    100 * test.train()))
                                    .toArray()));
                }
                return rows;
            }
        };
    }
}
