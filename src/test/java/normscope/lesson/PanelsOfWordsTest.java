package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import normscope.panel.PanelWord;
import org.junit.jupiter.api.Test;

/** What a page's words tell the student to look at is there, and not dimmed. */
class PanelsOfWordsTest {

    /** Words that name what is drawn, and the panels that draw it. */
    private static final Map<String, Set<PanelWord>> DRAWN = Map.of(
            "histograms?", Set.of(PanelWord.HISTOGRAMS),
            "bands?", Set.of(PanelWord.BANDS),
            "maps?", Set.of(PanelWord.BOUNDARIES, PanelWord.INSTRUMENT),
            "(dashed|thin|bold) (curves?|lines?)|charts?", Set.of(PanelWord.LOSS, PanelWord.ACCURACY),
            "the panel|in the panel|contours", Set.of(PanelWord.INSTRUMENT));

    /** Said in general, not of the page's own: place, words. */
    private static final Map<String, String> IN_GENERAL = Map.of(
            // The drawn network has the histograms of the layer below it.
            "in-a-network/where", "Each bar of a histogram",
            "shifting-inputs/counts", "Calm histograms are not right answers",
            "normalizing-inputs/two-scales", "contour lines of a map");

    @Test
    void whatWordsNameIsLit() throws LessonException {
        List<String> dimmed = new ArrayList<>();
        for (Lesson lesson : Lessons.builtIn(Locale.ENGLISH)) {
            for (Page page : lesson.pages()) {
                LessonTexts.PageTexts texts = lesson.texts().pages().get(page.id());
                String place = lesson.id() + "/" + page.id();
                String words = String.join(" ", texts.text(), texts.question(), texts.result(), texts.explain())
                        .replace('\n', ' ')
                        .replace(IN_GENERAL.getOrDefault(place, "\n"), "");
                DRAWN.forEach((named, panels) -> {
                    boolean says = Pattern.compile("(?i)\\b(" + named + ")\\b")
                            .matcher(words)
                            .find();
                    boolean lit = panels.stream().anyMatch(page.lit()::contains);
                    if (says && !lit) {
                        dimmed.add(place + ": " + named);
                    }
                });
            }
        }
        assertThat(dimmed).isEmpty();
    }
}
