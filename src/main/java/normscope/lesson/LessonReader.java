package normscope.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import normscope.experiment.ConfigJson;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.JsonValue;

/** Reads a lesson from its two files and checks that they fit. */
final class LessonReader {

    /** The value of the field {@code format}. */
    static final String FORMAT = "normscope-lesson";

    /** The value of the field {@code version} that this program reads. */
    static final int VERSION = 1;

    private final String jsonName;
    private final String textName;

    /**
     * Prepares.
     *
     * @param jsonName how complaints call the lesson's file
     * @param textName how complaints call the file of its words
     */
    LessonReader(String jsonName, String textName) {
        this.jsonName = jsonName;
        this.textName = textName;
    }

    Lesson read(String id, byte[] json, byte[] text) throws LessonException {
        JsonValue root;
        ExperimentConfig config;
        int minutes;
        Lesson.Kind kind;
        List<JsonValue> pageValues;
        try {
            root = JsonValue.parseObject(json);
            root.requireOnly("format", "version", "kind", "minutes", "experiment", "pages");
            checkFormat(root);
            minutes = root.get("minutes").integerWithin(1, 120);
            kind = Fields.choice(root.get("kind"), Lesson.Kind.values());
            config = ConfigJson.read(root.get("experiment"));
            pageValues = root.get("pages").elements();
            if (pageValues.isEmpty()) {
                throw root.get("pages").wrong("must have at least one page.");
            }
        } catch (InvalidSettingException e) {
            throw new LessonException(jsonName + ": " + e.getMessage());
        }
        PageReader reader = new PageReader(config, root.get("experiment").node());
        List<Page> pages = new ArrayList<>();
        for (JsonValue value : pageValues) {
            pages.add(page(reader, value));
        }
        checkIds(pages);
        LessonTexts texts = TextReader.read(textName, text);
        TextCheck.check(textName, kind, pages, texts);
        return new Lesson(id, minutes, kind, config, pages, texts);
    }

    private static void checkFormat(JsonValue root) {
        JsonValue format = root.get("format");
        if (format.isAbsent() || !format.text().equals(FORMAT)) {
            throw format.wrong("is not \"" + FORMAT + "\"; this is not a lesson of NormScope.");
        }
        JsonValue version = root.get("version");
        if (version.integer() != VERSION) {
            throw version.wrong(String.format(
                    Locale.ROOT, "is %d, but this program reads version %d.", version.integer(), VERSION));
        }
    }

    private Page page(PageReader reader, JsonValue value) throws LessonException {
        String name = value.node().path("id").asString(value.path());
        try {
            return reader.read(new JsonValue("", value.node()));
        } catch (InvalidSettingException e) {
            throw new LessonException(String.format(Locale.ROOT, "%s, page %s: %s", jsonName, name, e.getMessage()));
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
