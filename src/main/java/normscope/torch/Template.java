package normscope.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of which some parts are for some experiments only. Lines from {@code #[flag} (or {@code #[!flag}) to
 * {@code #]} stand only if the flag is set (or is not), those from {@code #[*} only if a part within them does, and
 * what stands between two @ is replaced by a value of that name, whose further lines are indented as the first one.
 */
final class Template {

    private static final Pattern VALUE = Pattern.compile("@(\\w+)@");
    private static final Pattern BLANKS = Pattern.compile("\n{4,}");

    private final String text;

    /** Reads a resource of this package. */
    Template(String name) {
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills in the parts whose flags are set with the values of the names in them; a missing value is refused. */
    String fill(Set<String> flags, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Deque<Boolean> stands = new ArrayDeque<>();
        String[] lines = text.split("\n");
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.equals("#[*")) {
                stands.push(anyWithin(lines, i, flags));
            } else if (line.startsWith("#[")) {
                stands.push(stands(line, flags));
            } else if (line.equals("#]")) {
                stands.pop();
            } else if (!stands.contains(false)) {
                String indent =
                        line.substring(0, line.length() - line.stripLeading().length());
                filled.append(VALUE.matcher(line).replaceAll(found -> value(found, values, indent)))
                        .append('\n');
            }
        }
        return BLANKS.matcher(filled).replaceAll("\n\n\n");
    }

    private static boolean stands(String head, Set<String> flags) {
        boolean not = head.startsWith("#[!");
        return flags.contains(head.substring(not ? 3 : 2)) != not;
    }

    private static boolean anyWithin(String[] lines, int from, Set<String> flags) {
        int depth = 1;
        for (int i = from + 1; depth > 0; i++) {
            if (lines[i].startsWith("#[")) {
                depth++;
                if (stands(lines[i], flags)) {
                    return true;
                }
            } else if (lines[i].equals("#]")) {
                depth--;
            }
        }
        return false;
    }

    private static String value(MatchResult found, Map<String, String> values, String indent) {
        String value = values.get(found.group(1));
        if (value == null) {
            throw new IllegalArgumentException("There is no value of " + found.group() + ".");
        }
        return Matcher.quoteReplacement(value.replace("\n", "\n" + indent));
    }
}
