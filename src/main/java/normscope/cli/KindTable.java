package normscope.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import normscope.instrument.Reading;
import normscope.instrument.shift.KindTrial;
import normscope.instrument.shift.ShiftKind;
import normscope.instrument.shift.ShiftLab;
import normscope.instrument.shift.ShiftTrial;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What one kind of change does in all its settings, as text: {@code normscope shift-table --kind}. */
final class KindTable {

    private static final String FORMAT = "%-28s %13s %13s %13s  %9s  %17s  %17s  %18s  %9s%n";

    private final ShiftKind kind;
    private final int seeds;
    private final Subcommand command;

    KindTable(ShiftKind kind, int seeds, Subcommand command) {
        this.kind = kind;
        this.seeds = seeds;
        this.command = command;
    }

    private List<KindTrial> measure(ShiftKind.Setting setting) {
        return LongStream.range(0, seeds)
                .mapToObj(seed -> KindTrial.run(setting, seed))
                .toList();
    }

    void print() {
        command.say(
                "Changed after %d updates; %d seeds. Fresh examples of those drawn now:"
                        + " %% right, mean (lowest..highest); TRAIN with the statistics of all training"
                        + " examples drawn now.%nSteps: median until their loss is at most %s. Old: %% right of those"
                        + " drawn before, %d updates later.%n%n",
                ShiftLab.CHANGE_AT, seeds, KindTrial.GOAL, KindTrial.AFTER);
        command.say(FORMAT, "setting", "without", "EVAL", "TRAIN", "TRAIN >", "loss", "steps", "EVAL after", "old");
        command.say(
                FORMAT, "", "", "", "", "EVAL w/o", "w/o EVAL TRAIN", "w/o EVAL TRAIN", "0 1 10 30 100", "w/o EVAL");
        for (ShiftKind.Setting setting : kind.settings()) {
            List<KindTrial> trials = measure(setting);
            command.say(
                    FORMAT,
                    setting.id(),
                    accuracy(trials, Reading.WITHOUT),
                    accuracy(trials, Reading.WITH_EVAL),
                    accuracy(trials, Reading.WITH_TRAIN),
                    above(trials, Reading.WITH_EVAL) + " " + above(trials, Reading.WITHOUT),
                    each(reading -> String.format(
                            Locale.ROOT, "%.2f", mean(trials, t -> t.loss().get(reading)))),
                    each(reading -> steps(trials, reading)),
                    String.join(
                            " ",
                            List.of(0L, 1L, 10L, 30L, 100L).stream()
                                    .map(step ->
                                            percent(trials, t -> t.evalLater().get(step)))
                                    .toList()),
                    percent(trials, t -> t.old().get(Reading.WITHOUT)) + " "
                            + percent(trials, t -> t.old().get(Reading.WITH_EVAL)));
        }
    }

    void printJson() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("seeds", seeds).put("change_at", ShiftLab.CHANGE_AT);
        ArrayNode rows = root.putArray("rows");
        for (ShiftKind.Setting setting : kind.settings()) {
            ObjectNode row = rows.addObject().put("setting", setting.id());
            List<KindTrial> trials = measure(setting);
            for (Reading reading : Reading.values()) {
                ArrayNode each = row.putArray(reading.name().toLowerCase(Locale.ROOT));
                trials.forEach(trial -> each.addObject()
                        .put("accuracy", trial.accuracy().get(reading))
                        .put("loss", trial.loss().get(reading))
                        .put(
                                "steps",
                                trial.steps().get(reading) == ShiftTrial.NEVER
                                        ? null
                                        : trial.steps().get(reading)));
            }
        }
        command.say("%s%n", root);
    }

    private static String each(Function<Reading, String> number) {
        return number.apply(Reading.WITHOUT) + " " + number.apply(Reading.WITH_EVAL) + " "
                + number.apply(Reading.WITH_TRAIN);
    }

    private static double mean(List<KindTrial> trials, ToDoubleFunction<KindTrial> number) {
        return trials.stream().mapToDouble(number).average().orElseThrow();
    }

    private static String percent(List<KindTrial> trials, ToDoubleFunction<KindTrial> number) {
        return String.format(Locale.ROOT, "%.0f", 100 * mean(trials, number));
    }

    private static String accuracy(List<KindTrial> trials, Reading reading) {
        double[] all = trials.stream()
                .mapToDouble(trial -> 100 * trial.accuracy().get(reading))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%.0f (%.0f..%.0f)",
                Arrays.stream(all).average().orElseThrow(),
                all[0],
                all[all.length - 1]);
    }

    private static long above(List<KindTrial> trials, Reading other) {
        return trials.stream()
                .filter(trial -> trial.accuracy().get(Reading.WITH_TRAIN)
                        > trial.accuracy().get(other))
                .count();
    }

    private static String steps(List<KindTrial> trials, Reading reading) {
        long[] all = trials.stream()
                .mapToLong(trial -> trial.steps().get(reading) == ShiftTrial.NEVER
                        ? Long.MAX_VALUE
                        : trial.steps().get(reading))
                .sorted()
                .toArray();
        long median = all[(all.length - 1) / 2];
        return median == Long.MAX_VALUE ? "never" : Long.toString(median);
    }
}
