package normscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import normscope.experiment.Json;
import tools.jackson.databind.node.ObjectNode;

/** The fixtures that come with the program: whether this Java computes what they expect. */
public final class FixtureCheck {

    public static final List<String> NAMES =
            List.of("own-4-batches-of-one-tanh-momentum-bce", "own-8-one-layer-bn-rmsprop-bce");

    private FixtureCheck() {}

    /**
     * Trains one of {@link #NAMES} and compares every number, of which it says how many; the exception's message says
     * what differs.
     */
    public static int check(String name) throws IOException {
        byte[] bytes;
        try (InputStream in = FixtureCheck.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IOException(name + ".json is not part of this program.");
            }
            bytes = in.readAllBytes();
        }
        ObjectNode whole = Json.parse(bytes);
        Comparison comparison = new Comparison(whole.at("/rounding/tolerance").asDouble());
        comparison.compare("", whole.get("expected"), Replay.run(ReplayProblem.read(bytes)));
        List<String> problems = comparison.problems();
        if (!problems.isEmpty()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%d of %d numbers differ; %s.",
                    problems.size(),
                    comparison.numbers(),
                    problems.get(0)));
        }
        return comparison.numbers();
    }
}
