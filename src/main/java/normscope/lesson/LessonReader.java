package normscope.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a lesson from its two files and checks that they fit. */
final class LessonReader {

    /** The value of the field {@code format}. */
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
        int version;
        Content content;
        ExperimentConfig config;
        try {
            ObjectNode root = Json.parse(json);
            version = Json.takeVersion(root, FORMAT, "a lesson", VERSION);
            content = Json.PLAIN.bind(root, Content.class);
            config = experiment(content.experiment(), version);
        } catch (InvalidSettingException e) {
            throw new LessonException(jsonName + ": " + e.getMessage());
        }
        return read(id, content, config, version, text);
    }

    private Lesson read(String id, Content content, ExperimentConfig config, int version, byte[] text)
            throws LessonException {
        PageReader reader = new PageReader(config, content.experiment(), version);
        Mistakes mistakes = new Mistakes();
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < content.pages().size(); i++) {
            JsonNode value = content.pages().get(i);
            String place = "pages[" + i + "]";
            mistakes.collect(() -> pages.add(page(reader, value, place)));
        }
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < content.goals().size(); i++) {
            JsonNode value = content.goals().get(i);
            String place = "goals[" + i + "]";
            mistakes.collect(() -> goals.add(goal(value, config, content.experiment(), version, place)));
        }
        mistakes.collect(() -> checkIds(pages));
        LessonTexts[] read = new LessonTexts[1];
        mistakes.collect(() -> read[0] = TextReader.read(textName, text));
        // Words are only wrong or missing for pages that are there.
        mistakes.tell();
        LessonTexts texts = read[0];
        if (content.picture() != null) {
            mistakes.collect(() -> checkPicture(content.picture(), pages));
        }
        TextCheck.check(textName, content.kind(), pages, texts, mistakes);
        mistakes.collect(() -> TextCheck.checkGoals(textName, goals, texts));
        mistakes.tell();
        return new Lesson(
                id,
                content.minutes(),
                content.kind(),
                config,
                pages,
                texts,
                Guide.NONE,
                content.picture(),
                goals,
                null);
    }

    private static ExperimentConfig experiment(JsonNode given, int version) {
        try {
            return ExperimentFile.config(given, version);
        } catch (InvalidSettingException e) {
            throw e.within("experiment");
        }
    }

    private Goal goal(JsonNode value, ExperimentConfig config, JsonNode experiment, int version, String place)
            throws LessonException {
        String name = value.path("id").asString(place);
        try {
            return GoalReader.read(value, config, experiment, version);
        } catch (InvalidSettingException e) {
            throw new LessonException(String.format(Locale.ROOT, "%s, goal %s: %s", jsonName, name, e.getMessage()));
        }
    }

    private Page page(PageReader reader, JsonNode value, String place) throws LessonException {
        String name = value.path("id").asString(place);
        try {
            return reader.read(value);
        } catch (InvalidSettingException e) {
            throw new LessonException(String.format(Locale.ROOT, "%s, page %s: %s", jsonName, name, e.getMessage()));
        }
    }

    private void checkPicture(CardPicture picture, List<Page> pages) throws LessonException {
        try {
            picture.check(pages);
        } catch (InvalidSettingException e) {
            throw new LessonException(jsonName + ": " + e.within("picture").getMessage());
        }
    }

    private void checkIds(List<Page> pages) throws LessonException {
        Set<String> seen = new HashSet<>();
        for (Page page : pages) {
            if (!seen.add(page.id())) {
                throw new LessonException(String.format(
                        Locale.ROOT, "%s, page %s: id is there twice; choose another.", jsonName, page.id()));
            }
        }
    }
}
