package normscope.instrument;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import normscope.experiment.Check;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.sweep.SweepFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an instrument is to measure without a window: a file of its own that names the experiment.
 *
 * @param experiment the experiment with its commands
 * @param instrument how the instrument is set, as in lesson files
 * @param seeds one run each
 * @param steps the moments, ascending
 */
public record MeasureFile(
        ExperimentFile experiment, InstrumentSettings instrument, List<Long> seeds, List<Long> steps) {

    private static final int VERSION = 1;
    private static final String FORMAT = "normscope-measurement";
    private static final int MAX_BYTES = 200_000;
    private static final int MOST_STEPS = 1000;
    private static final Json JSON = Json.PLAIN.with(InstrumentKind.kinds(), new SimpleModule("measurement"));

    private record Content(JsonNode experiment, InstrumentSettings instrument, JsonNode seeds, List<Long> steps) {}

    public MeasureFile {
        Check.within("steps: the number of moments", steps.size(), 1, MOST_STEPS);
        long least = 0;
        for (int i = 0; i < steps.size(); i++) {
            Check.whole(String.format(Locale.ROOT, "steps[%d]", i), steps.get(i), least, 10_000_000);
            least = steps.get(i) + 1;
        }
        seeds = List.copyOf(seeds);
        steps = List.copyOf(steps);
        Check.that(
                steps.equals(List.of(0L))
                        || !InstrumentKind.headless(instrument, experiment.config())
                                .isOfTheStart(),
                "steps",
                "must be [0]; the instrument looks at the start alone.");
    }

    /**
     * Reads a file.
     *
     * @return what it holds
     * @throws InvalidSettingException in one sentence that names the field, if its content is wrong
     * @throws IOException if it cannot be read; the message is a sentence for the user
     */
    public static MeasureFile read(Path file) throws IOException {
        byte[] bytes = Json.whole(file, MAX_BYTES, "a measurement");
        ObjectNode root = Json.parse(bytes);
        Json.takeVersion(root, FORMAT, "a measurement", VERSION);
        Content content = JSON.bind(root, Content.class);
        ExperimentFile experiment = SweepFile.experiment(
                content.experiment, "experiment", file.toAbsolutePath().getParent());
        List<Long> seeds = SweepFile.seeds(content.seeds, experiment.config().seed());
        return new MeasureFile(experiment, content.instrument, seeds, content.steps);
    }

    public InstrumentKind kind() {
        return InstrumentKind.of(instrument);
    }

    public List<Headless.Column> columns() {
        return headless().columns();
    }

    /** {@return whether the start alone is measured, layer by layer} */
    public boolean isOfTheStart() {
        return headless().isOfTheStart();
    }

    /** Whether what is measured is drawn as a map. */
    public boolean isMap() {
        return headless().isMap();
    }

    private Headless headless() {
        return InstrumentKind.headless(instrument, experiment.config());
    }

    /** Makes the run of one seed: what was measured of each arm and layer at each moment. */
    public List<Measured> run(long seed) {
        var config = experiment.config().withSeed(seed);
        Headless headless = InstrumentKind.headless(instrument, config);
        Experiment living = new Experiment(config);
        int given = 0;
        List<Measured> all = new ArrayList<>();
        for (long step : steps) {
            while (living.step() < step) {
                given = living.applyDue(experiment.events(), given);
                living.advance();
                headless.stepped(living);
            }
            given = living.applyDue(experiment.events(), given);
            headless.at(living).forEach(row -> all.add(new Measured(seed, step, row)));
        }
        return all;
    }

    /** What was measured of one arm or layer at one moment of the run of a seed. */
    public record Measured(long seed, long step, Headless.Row row) {}
}
