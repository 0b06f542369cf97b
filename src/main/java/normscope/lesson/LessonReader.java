package normscope.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a lesson from its two files and checks that they fit. */
final class LessonReader {

    static final String FORMAT = "normscope-lesson";

    /** The value of the field {@code version} that this program writes of; it reads 1 as well. */
    static final int VERSION = 2;

    private final String jsonName;
    private final String textName;

    /** Prepares, with what complaints call the lesson's file and the file of its words. */
    LessonReader(String jsonName, String textName) {
        this.jsonName = jsonName;
        this.textName = textName;
    }

    /** What stands in the file beside format and version. */
    private record Content(
            Lesson.Kind kind,
            int minutes,
            @Json.MayBeAbsent CardPicture picture,
            ObjectNode experiment,
            List<JsonNode> pages,
            @Json.MayBeAbsent List<JsonNode> goals) {
        Content {
            Check.whole("minutes", minutes, 1, 120);
            Check.that(!pages.isEmpty(), "pages", "must have at least one page.");
        }
    }

    Lesson read(String id, byte[] json, byte[] text) throws LessonException {
        ObjectNode root = told("", () -> Json.parse(json));
        int version = told("", () -> Json.takeVersion(root, FORMAT, "a lesson", VERSION));
        Content content = told("", () -> Json.PLAIN.bind(root, Content.class));
        ObjectNode experiment = content.experiment();
        ExperimentConfig config =
                told("", () -> Check.at("experiment", () -> ExperimentFile.config(experiment, version)));
        PageReader reader = new PageReader(config, experiment, version);
        Mistakes mistakes = new Mistakes();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < content.pages().size(); i++) {
            JsonNode value = content.pages().get(i);
            String place = ", page " + value.path("id").asString("pages[" + i + "]");
            mistakes.collect(() -> pages.add(told(place, () -> reader.read(value))));
        }
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < content.goals().size(); i++) {
            JsonNode value = content.goals().get(i);
            String place = ", goal " + value.path("id").asString("goals[" + i + "]");
            mistakes.collect(() -> goals.add(told(place, () -> GoalReader.read(value, config, experiment, version))));
        }
        mistakes.collect(() -> checkIds(pages));
        LessonTexts[] read = new LessonTexts[1];
        mistakes.collect(() -> read[0] = TextReader.read(textName, text));
        // Words are only wrong or missing for pages that are there.
        mistakes.tell();
        LessonTexts texts = read[0];
        CardPicture picture = content.picture();
        if (picture != null) {
            mistakes.collect(() -> told("", () -> {
                Check.at("picture", () -> picture.check(pages));
                return picture;
            }));
        }
        TextCheck.check(textName, content.kind(), pages, texts, mistakes);
        mistakes.collect(() -> TextCheck.checkGoals(textName, goals, texts));
        mistakes.tell();
        return new Lesson(
                id, content.minutes(), content.kind(), config, pages, texts, Guide.NONE, picture, goals, null);
    }

    /** Reads a part; what is refused of it is told with the name of the lesson's file, and the place in it. */
    private <T> T told(String place, Supplier<T> part) throws LessonException {
        try {
            return part.get();
        } catch (InvalidSettingException e) {
            throw new LessonException(jsonName + place + ": " + e.getMessage());
        }
    }

    private void checkIds(List<Page> pages) throws LessonException {
        Set<String> seen = new HashSet<>();
        for (Page page : pages) {
            if (!seen.add(page.id())) {
                throw new LessonException("%s, page %s: id is there twice; choose another.", jsonName, page.id());
            }
        }
    }
}
