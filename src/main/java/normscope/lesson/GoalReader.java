package normscope.lesson;

import java.util.List;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the goals of a lesson. */
final class GoalReader {

    private static final long LAST = Action.MOST_STEPS;

    /** A goal as it stands in a file. */
    private record InFile(
            String id,
            @Json.MayBeAbsent ObjectNode experiment,
            @Json.MayBeAbsent Long from,
            @Json.MayBeAbsent Long to,
            Solution solution,
            List<JsonNode> measures,
            List<JsonNode> claims) {
        InFile {
            Page.checkName("id", id);
            Check.whole("from", from == null ? 0 : from, 0, LAST);
            Check.whole("to", to == null ? LAST : to, from == null ? 0 : from, LAST);
            Check.that(!claims.isEmpty(), "claims", "must say when the goal is reached.");
        }
    }

    private record Solution(@Json.MayBeAbsent ObjectNode experiment, List<JsonNode> action) {}

    private GoalReader() {}

    /** Reads one; {@code config} is the lesson's experiment, {@code experiment} the same as the file has it. */
    static Goal read(JsonNode json, ExperimentConfig config, JsonNode experiment, int version) {
        InFile file = Json.PLAIN.bind(json, InFile.class);
        ObjectNode start = file.experiment() == null ? JsonNodeFactory.instance.objectNode() : file.experiment();
        ObjectNode changes = start.deepCopy();
        if (file.solution().experiment() != null) {
            PageReader.merge(changes, file.solution().experiment(), false);
        }
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("id", file.id());
        page.set("experiment", changes);
        page.putArray("panels").add("histograms");
        page.putArray("action").addAll(file.solution().action());
        page.putArray("measures").addAll(file.measures());
        page.putArray("claims").addAll(file.claims());
        Page solution = new PageReader(config, experiment, version).read(page);
        return new Goal(
                file.id(),
                new PageReader(config, experiment, version).experiment(start),
                file.from() == null ? 0 : file.from(),
                file.to() == null ? LAST : file.to(),
                solution);
    }
}
