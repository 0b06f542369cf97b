package normscope.compare;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.text.Texts;

/**
 * One row of the table, ready to be shown.
 *
 * @param also in what else than the columns say it differs from the others, in one line; empty if in nothing
 * @param words what the filter looks through, in lower case
 */
record RunRow(KeptRun run, Settings settings, Settings.Usual usual, String also, String words) {

    private static final Set<String> COLUMNS =
            Set.of(Settings.DATA, Settings.NORMALIZERS, Settings.RATE, Settings.BATCH, Settings.SEED, Settings.STEPS);

    private static final String SEPARATOR = " · ";

    /** Makes the rows of runs, the earliest first; of the rows before, nothing is worked out twice. */
    static List<RunRow> of(List<KeptRun> runs, List<RunRow> former) {
        Map<String, RunRow> known = former.stream().collect(Collectors.toMap(row -> row.run.id(), Function.identity()));
        List<Settings> settings = runs.stream()
                .map(run -> {
                    RunRow row = known.get(run.id());
                    return row != null && row.run == run ? row.settings : Settings.of(run);
                })
                .toList();
        Settings.Usual usual = Settings.usual(settings);
        return IntStream.range(0, runs.size())
                .mapToObj(i -> of(runs.get(i), settings.get(i), usual))
                .toList();
    }

    private static RunRow of(KeptRun run, Settings settings, Settings.Usual usual) {
        Collection<String> differing = usual.differing(settings);
        String also = differing.stream()
                .filter(path -> !COLUMNS.contains(path) && !Settings.isWithin(path, differing))
                .map(path -> Settings.label(path) + " " + settings.joined(path))
                .collect(Collectors.joining(SEPARATOR));
        String words = String.join(
                " ",
                name(run),
                data(settings),
                settings.joined(Settings.NORMALIZERS),
                settings.joined(Settings.RATE),
                also,
                Texts.text("settings.seed", settings.joined(Settings.SEED)));
        return new RunRow(run, settings, usual, also, words.toLowerCase(Locale.ROOT));
    }

    int arms() {
        return run.arms().size();
    }

    static String name(KeptRun run) {
        String given = run.name().isEmpty() ? run.experiment().config().name() : run.name();
        return given.isEmpty() ? Texts.text("compare.run.numbered", run.number()) : given;
    }

    String name() {
        return name(run);
    }

    String data() {
        return data(settings);
    }

    private static String data(Settings settings) {
        String key = "data." + String.valueOf(settings.of(Settings.DATA, 0)).toUpperCase(Locale.ROOT);
        return Texts.has(key) ? Texts.text(key) : settings.of(Settings.DATA, 0);
    }

    /** {@return what an arm is called beside others of this run: its name, else its normalizers} */
    String armName(int arm) {
        String own = run.experiment().config().arms().get(arm).name();
        return own.isEmpty() ? Settings.said(settings.of(Settings.NORMALIZERS, arm)) : own;
    }

    boolean differs(String path, int arm) {
        return usual.differs(settings, path, arm);
    }
}
