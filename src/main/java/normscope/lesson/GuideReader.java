package normscope.lesson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a lesson's guide. {@code ## aim}, {@code ## asks} and {@code ## simplified} are about the whole lesson;
 * {@code ## page} or {@code ## page: 3 min} begins what a teacher says at a page.
 */
final class GuideReader {

    private static final Set<String> PARTS = Set.of("aim", "asks", "simplified");
    private static final Pattern HEADING = Pattern.compile("## +([a-z0-9-]+)(?: *: *([1-9][0-9]?) +min)? *");

    private final String file;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, Integer> minutes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String open = "";

    private GuideReader(String file) {
        this.file = file;
    }

    static Guide read(String file, byte[] content, List<Page> pages) throws LessonException {
        GuideReader reader = new GuideReader(file);
        int number = 0;
        for (String line : TextReader.decoded(file, content).split("\r?\n", -1)) {
            number++;
            if (line.startsWith("## ")) {
                reader.section(line, number);
            } else {
                reader.text.append(line.stripTrailing()).append('\n');
            }
        }
        reader.close();
        return reader.guide(pages.stream().map(Page::id).toList());
    }

    private void section(String line, int number) throws LessonException {
        close();
        Matcher heading = HEADING.matcher(line);
        if (!heading.matches()) {
            throw wrong(number, "\"%s\" must be \"## page\" or \"## page: 3 min\".", line);
        }
        open = heading.group(1);
        if (parts.containsKey(open)) {
            throw wrong(number, "\"%s\" is there twice; take one out.", open);
        }
        if (heading.group(2) != null) {
            minutes.put(open, Integer.valueOf(heading.group(2)));
        }
    }

    private void close() throws LessonException {
        String said = text.toString().strip();
        text.setLength(0);
        if (open.isEmpty() && !said.isEmpty()) {
            throw new LessonException(file + ": text stands before the first \"##\"; put \"## aim\" before it.");
        }
        parts.put(open, said);
    }

    private Guide guide(List<String> pages) throws LessonException {
        Map<String, Guide.Cue> cues = new LinkedHashMap<>();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String name = part.getKey();
            if (name.isEmpty() || PARTS.contains(name)) {
                continue;
            }
            if (!pages.contains(name)) {
                throw new LessonException(
                        "%s: there is no page %s; there are %s.", file, name, String.join(", ", pages));
            }
            cues.put(name, new Guide.Cue(minutes.getOrDefault(name, 0), part.getValue()));
        }
        return new Guide(of("aim"), of("asks"), of("simplified"), cues);
    }

    private String of(String part) {
        return parts.getOrDefault(part, "");
    }

    private LessonException wrong(int line, String problem, Object... values) {
        return new LessonException(file + ", line " + line + ": " + String.format(Locale.ROOT, problem, values));
    }
}
