package normscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Json;
import normscope.experiment.Snapshot;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.instrument.shift.ShiftKind;
import normscope.instrument.shift.ShiftLab;
import normscope.instrument.shift.ShiftTrial;
import normscope.instrument.shift.ShiftTrial.Recovery;
import normscope.instrument.shift.TestTimePolicies;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code normscope shift-table}. */
@Command(
        name = "shift-table",
        description = "Shifts the inputs of trained networks and measures what it costs them, over several seeds, "
                + "beside the values that the lesson on shifting inputs gives.")
public final class ShiftTableCommand extends Subcommand {

    private static final int MAX_SEEDS = 100;

    @Option(names = "--seeds", paramLabel = "N", defaultValue = "10", description = "Seeds 0 … N-1 (default 10).")
    private int seeds;

    @Option(
            names = "--k",
            paramLabel = "K",
            defaultValue = "64",
            description = "Changed training examples to re-estimate batch norm's statistics on (default 64).")
    private int examples;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            converter = KindName.class,
            description =
                    "Measures one kind of change in all its settings instead: selection (other examples are drawn),"
                            + " transform (the inputs are changed) or rule (the labels are).")
    private ShiftKind kind;

    @Option(names = "--json", description = "Prints one JSON object instead of a table.")
    private boolean json;

    private final Map<String, List<TestTimePolicies>> policies = new LinkedHashMap<>();

    @Override
    public Integer call() {
        if (seeds < 1 || seeds > MAX_SEEDS) {
            throw wrong("--seeds must be from 1 to %d, not %d.", MAX_SEEDS, seeds);
        }
        if (examples < 1) {
            throw wrong("--k must be at least 1, not %d.", examples);
        }
        if (kind != null) {
            KindTable table = new KindTable(kind, seeds, this);
            if (json) {
                table.printJson();
            } else {
                table.print();
            }
            return 0;
        }
        List<ShiftTableRow> rows = new ArrayList<>();
        measure().forEach((change, outcomes) -> {
            for (Reading reading : Reading.values()) {
                rows.add(new ShiftTableRow(change.id(), reading, outcomes.get(reading)));
            }
        });
        if (json) {
            printJson(rows);
        } else {
            print(rows);
        }
        return 0;
    }

    /** All changes of one experiment begin at the same trained moment, so each seed is trained once an experiment. */
    private Map<ShiftLab.Change, Map<Reading, List<Recovery>>> measure() {
        Map<ShiftLab.Change, Map<Reading, List<Recovery>>> outcomes = new LinkedHashMap<>();
        ShiftLab.changes().forEach(change -> outcomes.put(change, new EnumMap<>(Reading.class)));
        for (int seed = 0; seed < seeds; seed++) {
            Map<ExperimentConfig, Experiment> trained = new LinkedHashMap<>();
            for (ShiftLab.Change change : ShiftLab.changes()) {
                Experiment experiment =
                        trained.computeIfAbsent(change.config().withSeed(seed), ShiftTableCommand::train);
                policies.computeIfAbsent(change.id(), key -> new ArrayList<>()).add(policies(experiment, change));
                ShiftTrial.run(experiment, change.command(), ShiftLab.LIMIT)
                        .forEach((reading, outcome) -> outcomes.get(change)
                                .computeIfAbsent(reading, key -> new ArrayList<>())
                                .add(outcome));
            }
        }
        return outcomes;
    }

    private TestTimePolicies policies(Experiment experiment, ShiftLab.Change change) {
        Snapshot start = experiment.snapshot();
        experiment.apply(change.command());
        TestTimePolicies measured = TestTimePolicies.measure(Replica.of(experiment), examples);
        experiment.restore(start);
        return measured;
    }

    private static Experiment train(ExperimentConfig config) {
        Experiment experiment = new Experiment(config);
        experiment.keepToOneThread();
        while (experiment.step() < ShiftLab.CHANGE_AT) {
            experiment.advance();
        }
        return experiment;
    }

    private void print(List<ShiftTableRow> rows) {
        say(
                "Standardized moons, 2-16x3-1, SGD 0.1, batch 32; changed after %d updates; %d seeds.%n"
                        + "Loss of the whole training set. Recovered: the first update after which it is at most "
                        + "%.0f times the loss before; \"never\": not within %d.%n%n",
                ShiftLab.CHANGE_AT, seeds, ShiftTrial.RECOVERED, ShiftLab.LIMIT);
        String format = "%-16s %-12s %6s  %5s %-11s %6s  %6s %-12s %5s %15s  %s%n";
        say(
                format,
                "change",
                "read",
                "before",
                "once",
                "range",
                "lesson",
                "steps",
                "range",
                "never",
                "lesson",
                "outside the seeds' range");
        for (ShiftTableRow row : rows) {
            say(
                    format,
                    row.change(),
                    row.name(),
                    number("%.3f", row.meanBefore()),
                    number("%.2f", row.meanAtOnce()),
                    number("%.2f", row.minAtOnce()) + "-" + number("%.2f", row.maxAtOnce()),
                    row.lesson() == null ? "" : number("%.2f", row.lesson().atOnce()),
                    row.typicalSteps(),
                    row.rangeOfSteps(),
                    row.never() + "/" + seeds,
                    row.lesson() == null ? "" : row.lesson().steps(),
                    row.outside());
        }
        say(
                "%nTest accuracy in %% right after the change, without learning, by where batch norm takes its"
                        + " statistics from.%n%n%-16s %8s %8s %16s %12s%n",
                "change", "without", "running", "re-estimated (" + examples + ")", "own batch");
        policies.forEach((change, seedsOf) -> say(
                "%-16s %8.1f %8.1f %16.1f %12.1f%n",
                change,
                percent(seedsOf, TestTimePolicies::plain),
                percent(seedsOf, TestTimePolicies::frozen),
                percent(seedsOf, TestTimePolicies::reestimated),
                percent(seedsOf, TestTimePolicies::ownBatch)));
    }

    private static double percent(List<TestTimePolicies> seeds, ToDoubleFunction<TestTimePolicies> accuracy) {
        return 100 * seeds.stream().mapToDouble(accuracy).average().orElseThrow();
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private void printJson(List<ShiftTableRow> rows) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("seeds", seeds)
                .put("change_at", ShiftLab.CHANGE_AT)
                .put("limit", ShiftLab.LIMIT)
                .put("recovered_at_most", ShiftTrial.RECOVERED);
        ArrayNode list = root.putArray("rows");
        for (ShiftTableRow row : rows) {
            ObjectNode node = list.addObject().put("change", row.change()).put("read", row.name());
            ArrayNode runs = node.putArray("seeds");
            for (Recovery outcome : row.outcomes()) {
                runs.addObject()
                        .put("before", outcome.before())
                        .put("at_once", outcome.atOnce())
                        .put("steps", outcome.recovered() ? outcome.steps() : null);
            }
            node.put("outside", row.outside());
        }
        ObjectNode accuracies = root.put("re_estimated_on", examples).putObject("policies");
        policies.forEach((change, seedsOf) -> {
            ArrayNode each = accuracies.putArray(change);
            for (TestTimePolicies seed : seedsOf) {
                each.addObject()
                        .put("without", seed.plain())
                        .put("running", seed.frozen())
                        .put("re_estimated", seed.reestimated())
                        .put("own_batch", seed.ownBatch());
            }
        });
        out().println(root);
        out().flush();
    }

    /** Kinds are called in lower case. */
    static final class KindName implements ITypeConverter<ShiftKind> {
        @Override
        public ShiftKind convert(String value) {
            return Arrays.stream(ShiftKind.values())
                    .filter(each -> Json.name(each).equals(value))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(String.format(
                            Locale.ROOT,
                            "\"%s\" is none of %s.",
                            value,
                            Arrays.stream(ShiftKind.values()).map(Json::name).collect(Collectors.joining(", ")))));
        }
    }
}
