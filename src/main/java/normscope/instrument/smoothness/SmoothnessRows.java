package normscope.instrument.smoothness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import normscope.experiment.Experiment;
import normscope.experiment.Json;
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

    /** {@return all numbers of both arms, without a window} */
    public static Headless headless(SmoothnessSettings settings) {
        return new Headless() {
            private Replica replica;

            @Override
            public List<Column> columns() {
                return Stream.of(values())
                        .map(row -> new Column(
                                Json.name(row).replace('-', '_'), Texts.text(row.key()), row.logarithmic, row.guide))
                        .toList();
            }

            @Override
            public List<Row> at(Experiment living) {
                if (replica == null) {
                    replica = new Replica(living.config(), living.split());
                }
                replica.goTo(living.snapshot());
                List<Walk> walks = Smoothness.of(replica, settings).arms();
                List<Row> rows = new ArrayList<>();
                for (int arm = 0; arm < walks.size(); arm++) {
                    Walk walk = walks.get(arm);
                    rows.add(new Row(
                            arm,
                            -1,
                            Stream.of(values()).mapToDouble(row -> row.of(walk)).toArray()));
                }
                return rows;
            }
        };
    }
}
