package normscope.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import normscope.panel.Panel;
import normscope.panel.PanelWord;
import normscope.panel.Panels;

/**
 * What a film shows of a run, and how.
 *
 * @param word the panel, as lesson files call it; null for all panels on one page
 * @param screen whether it is drawn as a class sees it, in large type
 * @param from the step of the first frame
 * @param to no frame is after it
 * @param every the steps from one frame to the next
 * @param rate frames a second
 * @param width of a frame, in pixels
 * @param loop whether it begins again at its end
 * @param pictures whether it is a series of PNG files; else it is a GIF
 */
public record Film(
        PanelWord word,
        boolean screen,
        long from,
        long to,
        long every,
        int rate,
        int width,
        boolean loop,
        boolean pictures) {

    /** What stands for all panels on one page. */
    public static final String ALL = "all";

    public static final int MOST_FRAMES = 2_000;
    public static final long LAST_STEP = 10_000_000;
    public static final int FASTEST = 50;
    public static final int NARROWEST = 320;
    public static final int WIDEST = 1920;

    /** So many bytes a pixel of a frame a figure takes as GIF, at most: measured, see the notes for maintainers. */
    private static final double BYTES_A_PIXEL = 0.16;

    private static final int HUNDREDTHS = 100;

    /** {@return the words of all that a film may show, as the command takes them} */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Panel panel : Panels.ALL) {
            panel.words().forEach(word -> words.add(word.name().toLowerCase(Locale.ROOT)));
        }
        words.add(ALL);
        return words;
    }

    /** {@return the panel of one of {@link #words}; null for all of them} */
    public static PanelWord word(String said) {
        return said.equals(ALL) ? null : PanelWord.valueOf(said.toUpperCase(Locale.ROOT));
    }

    /** {@return the panel; empty for all of them} */
    Optional<Panel> panel() {
        return Optional.ofNullable(word).flatMap(Panels::of);
    }

    public long frames() {
        return (to - from) / every + 1;
    }

    /** {@return how long a frame is shown, in hundredths of a second, as GIF has it} */
    int hundredths() {
        return Math.max(2, Math.round((float) HUNDREDTHS / rate));
    }

    /** {@return how long it lasts, in seconds} */
    public double seconds() {
        return frames() * (double) hundredths() / HUNDREDTHS;
    }

    /** {@return about how large it becomes at most, in bytes} */
    public long bytes() {
        return (long) (frames() * BYTES_A_PIXEL * width * width * 9 / 16);
    }
}
