package normscope.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import normscope.text.Texts;

/** Which hidden layers the window shows and edits: all, or, where there are too many, a few from first to last. */
public final class FewLayers {

    /** The most hidden layers that the window edits, and shows. */
    public static final int MOST = 8;

    private FewLayers() {}

    /** {@return the layers that are shown of so many, from 0, ascending} */
    public static List<Integer> of(int count) {
        int shown = Math.min(count, MOST);
        return IntStream.range(0, shown)
                .map(i -> count <= MOST ? i : (int) Math.round((double) i * (count - 1) / (MOST - 1)))
                .boxed()
                .toList();
    }

    /** {@return the shown layer that is nearest to one} */
    public static int nearest(int layer, int count) {
        return of(count).stream()
                .reduce((a, b) -> Math.abs(b - layer) < Math.abs(a - layer) ? b : a)
                .orElse(0);
    }

    /** {@return which are shown, in a sentence; empty if all are} */
    public static String sentence(int count) {
        return count <= MOST
                ? ""
                : Texts.text(
                        "layers.few",
                        MOST,
                        count,
                        of(count).stream()
                                .map(layer -> String.valueOf(layer + 1))
                                .collect(Collectors.joining(", ")));
    }
}
