package normscope.lesson;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import normscope.experiment.FileText;

/**
 * Reads a lesson's words. A line {@code # title} comes first and the lesson's one line after it; {@code ## page: title}
 * begins a page, {@code ### text} and the like its parts; {@code ## goal name: sentence} begins a goal; {@code ##
 * notice}, {@code ## try} and {@code ## sources} end it.
 */
final class TextReader {

    private static final Set<String> ENDS = Set.of("notice", "try", "sources");
    private static final Set<String> PARTS =
            Set.of("text", "question", "action", "result", "explain", "spoken", "notes");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final String ANSWER = "answer ";
    private static final String BUT = "but ";
    private static final String GOAL = "goal ";

    private final String file;
    /** The parts of the text by what leads to them: "", "notice", "page", "page/text". */
    private final Map<String, String> parts = new LinkedHashMap<>();

    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> goals = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private String title;
    private String page;
    private String open = "";

    private TextReader(String file) {
        this.file = file;
    }

    static LessonTexts read(String file, byte[] text) throws LessonException {
        TextReader reader = new TextReader(file);
        int number = 0;
        // Comments are for the author alone; the lines keep their numbers.
        String told = COMMENT.matcher(decoded(file, text))
                .replaceAll(comment -> comment.group().replaceAll("[^\n]", ""));
        for (String line : told.split("\r?\n", -1)) {
            number++;
            reader.line(line.stripTrailing(), number);
        }
        reader.closePart();
        return reader.texts();
    }

    static String decoded(String file, byte[] text) throws LessonException {
        try {
            return FileText.decode(text);
        } catch (CharacterCodingException e) {
            throw new LessonException(file + ": " + FileText.NOT_READABLE);
        }
    }

    private void line(String line, int number) throws LessonException {
        if (line.startsWith("### ")) {
            part(line.substring(4).strip(), number);
        } else if (line.startsWith("## ")) {
            section(line.substring(3).strip(), number);
        } else if (line.startsWith("# ")) {
            if (title != null) {
                throw wrong(number, "there is a second title; give one line that begins with \"# \".");
            }
            title = line.substring(2).strip();
        } else {
            lines.add(line);
        }
    }

    private void section(String heading, int number) throws LessonException {
        closePart();
        int colon = heading.indexOf(':');
        if (colon < 0) {
            if (!ENDS.contains(heading)) {
                throw wrong(
                        number, "\"## %s\" is not known; give \"## page: title\", notice, try or sources.", heading);
            }
            page = null;
            begin(heading, number);
            return;
        }
        if (heading.startsWith(GOAL)) {
            page = null;
            String goal = heading.substring(0, colon).strip();
            begin(goal, number);
            goals.put(
                    goal.substring(GOAL.length()).strip(),
                    heading.substring(colon + 1).strip());
            return;
        }
        page = heading.substring(0, colon).strip();
        if (titles.put(page, heading.substring(colon + 1).strip()) != null) {
            throw wrong(number, "the page \"%s\" is there twice; take one out.", page);
        }
        begin(page + "/", number);
    }

    private void part(String heading, int number) throws LessonException {
        closePart();
        if (page == null) {
            throw wrong(number, "\"### %s\" stands outside of a page.", heading);
        }
        if (!PARTS.contains(heading) && !heading.startsWith(ANSWER) && !heading.startsWith(BUT)) {
            throw wrong(number, "page %s: \"### %s\" is not known.", page, heading);
        }
        begin(page + "/" + heading, number);
    }

    private void begin(String name, int number) throws LessonException {
        if (parts.containsKey(name)) {
            throw wrong(number, "\"%s\" is there twice; take one out.", name);
        }
        open = name;
    }

    private void closePart() throws LessonException {
        String text = String.join("\n", lines).strip();
        lines.clear();
        if (open.endsWith("/") && !text.isEmpty()) {
            throw new LessonException(
                    "%s, page %s: text stands before the first \"###\"; put \"### text\" before it.", file, page);
        }
        parts.put(open, text);
    }

    private LessonTexts texts() throws LessonException {
        if (title == null) {
            throw new LessonException(file + ": the title is missing; begin with a line \"# title\".");
        }
        Map<String, LessonTexts.PageTexts> pages = new LinkedHashMap<>();
        titles.forEach((id, pageTitle) -> pages.put(id, pageTexts(id, pageTitle)));
        return new LessonTexts(
                title,
                parts.get("").replaceAll("\\s+", " "),
                pages,
                parts.getOrDefault("notice", ""),
                parts.getOrDefault("try", ""),
                parts.getOrDefault("sources", ""),
                goalTexts());
    }

    private Map<String, LessonTexts.GoalTexts> goalTexts() {
        Map<String, LessonTexts.GoalTexts> texts = new LinkedHashMap<>();
        goals.forEach((id, goal) -> texts.put(id, new LessonTexts.GoalTexts(goal, parts.get(GOAL + id))));
        return texts;
    }

    private LessonTexts.PageTexts pageTexts(String id, String pageTitle) {
        return new LessonTexts.PageTexts(
                pageTitle,
                of(id, "text"),
                of(id, "question"),
                named(id, ANSWER),
                named(id, BUT),
                of(id, "action"),
                of(id, "result"),
                of(id, "explain"),
                of(id, "spoken"),
                of(id, "notes"));
    }

    /** The parts of a page whose heading is a word and a name, by the names. */
    private Map<String, String> named(String id, String word) {
        Map<String, String> named = new LinkedHashMap<>();
        String prefix = id + "/" + word;
        parts.forEach((part, text) -> {
            if (part.startsWith(prefix)) {
                named.put(part.substring(prefix.length()).strip(), text);
            }
        });
        return named;
    }

    private String of(String id, String part) {
        return parts.getOrDefault(id + "/" + part, "");
    }

    private LessonException wrong(int line, String problem, Object... values) {
        return new LessonException(file + ", line " + line + ": " + String.format(Locale.ROOT, problem, values));
    }
}
