package normscope.lesson;

import java.util.List;
import normscope.experiment.Check;
import normscope.experiment.Json;
import normscope.shell.Hideable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a pack is opened.
 *
 * @param page of its first lesson, from 1; 0 for wherever its reader has left off, and for an experiment
 * @param hide what is out of the way
 */
public record Opening(
        @Json.MayBeAbsent int page, @Json.MayBeAbsent List<Hideable> hide) {

    /** A pack that says nothing about it. */
    public static final Opening NONE = new Opening(0, List.of());

    private static final String FORMAT = "normscope-opening";
    private static final int VERSION = 1;
    private static final int MOST_PAGES = 1000;

    private record Written(String format, int version, int page, List<Hideable> hide) {}

    /** Checks the page, and that nothing is hidden twice. */
    public Opening {
        Check.within("page", page, 0, MOST_PAGES);
        hide = List.copyOf(hide);
        Check.that(hide.size() == hide.stream().distinct().count(), "hide", "has a control twice; name each once.");
    }

    /** Reads it; what is wrong is refused in one sentence that names the field. */
    static Opening read(byte[] text) {
        ObjectNode root = Json.parse(text);
        Json.takeVersion(root, FORMAT, "a pack's opening", VERSION);
        return Json.PLAIN.bind(root, Opening.class);
    }

    /** {@return the text that {@link #read} takes} */
    String text() {
        return Json.PLAIN.text(new Written(FORMAT, VERSION, page, hide));
    }
}
