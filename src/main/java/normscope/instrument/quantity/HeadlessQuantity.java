package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import normscope.experiment.Check;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.instrument.Headless;
import normscope.instrument.InstrumentKind;
import normscope.stats.Percentiles;

/**
 * A number of an instrument that can be measured without a window.
 *
 * @param settings how the instrument is set up; those of the page's instrument if not given
 * @param tell which of its quantities, as in its CSV file, with hyphens
 * @param layer of which layer, from 0, the output layer last; null for the whole network
 * @param from null for the present moment; else the median over every tenth moment from this step to the present one
 */
@JsonTypeName("instrument")
public record HeadlessQuantity(
        @Json.MayBeAbsent InstrumentSettings settings,
        String tell,
        @Json.ArmWord int arm,
        @Json.MayBeAbsent Integer layer,
        @Json.MayBeAbsent Integer from)
        implements InstrumentQuantity {

    /** Steps from moment to moment. */
    private static final int EVERY = 10;

    @Override
    public Quantity on(ExperimentConfig config, InstrumentSettings shown) {
        Check.arm("arm", arm, config);
        InstrumentSettings own = settings == null ? shown : settings;
        Check.that(own != null, "settings", "is missing, and the page shows no instrument.");
        if (layer != null) {
            Check.whole("layer", layer, 0, config.network().layers());
        }
        if (from != null) {
            Check.whole("from", from, 0, 10_000_000);
        }
        HeadlessQuantity asked = new HeadlessQuantity(own, tell, arm, layer, from);
        List<String> known = asked.headless(config).columns().stream()
                .map(HeadlessQuantity::name)
                .toList();
        Check.that(
                from == null || !asked.headless(config).isOfAllSteps(), "from", "is not for what sums over all steps.");
        Check.that(known.contains(tell), "tell", "must be one of " + String.join(", ", known) + ".");
        return asked;
    }

    private Headless headless(ExperimentConfig config) {
        return InstrumentKind.headless(settings, config);
    }

    private static String name(Headless.Column column) {
        return column.name().replace('_', '-');
    }

    @Override
    public double measure(Experiment experiment, History history) {
        Headless headless = headless(experiment.config());
        int column = IntStream.range(0, headless.columns().size())
                .filter(i -> name(headless.columns().get(i)).equals(tell))
                .findFirst()
                .orElseThrow();
        if (headless.isOfAllSteps()) {
            follow(headless, experiment, history);
        }
        if (from == null) {
            return value(headless, experiment, column);
        }
        DoubleStream.Builder all = DoubleStream.builder();
        Past.through(experiment, history, from, EVERY, moment -> all.add(value(headless, moment, column)));
        double[] values = all.build().toArray();
        boolean known = values.length > 0 && DoubleStream.of(values).noneMatch(Double::isNaN);
        return known ? Percentiles.of(values, values.length, 50) : Double.NaN;
    }

    /** Makes the run once more, from the first step to the present one. */
    private static void follow(Headless headless, Experiment present, History history) {
        Experiment again = new Experiment(present.config());
        again.keepToOneThread();
        List<Event> events = history.events();
        int given = 0;
        while (again.step() < present.step()) {
            given = again.applyDue(events, given);
            again.advance();
            headless.stepped(again);
        }
    }

    private double value(Headless headless, Experiment then, int column) {
        int wanted = layer == null ? -1 : layer;
        return headless.at(then).stream()
                .filter(row -> row.arm() == arm && row.layer() == wanted)
                .mapToDouble(row -> row.values()[column])
                .findFirst()
                .orElse(Double.NaN);
    }
}
