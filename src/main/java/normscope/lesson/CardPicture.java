package normscope.lesson;

import java.util.List;
import java.util.Objects;
import normscope.experiment.Check;
import normscope.experiment.Json;
import normscope.panel.PanelWord;

/**
 * Which figure stands on a lesson's card. It is that of a page without a question, once its action is done: the picture
 * must not tell what the lesson asks.
 *
 * @param panel a panel of the page; the first one if not given
 * @param figure which of its figures, from 0 and from the top left; the largest if not given
 * @param width as wide as which the figure is drawn, in logical pixels, before it is made small; 440 if not given
 */
public record CardPicture(
        String page,
        @Json.MayBeAbsent PanelWord panel,
        @Json.MayBeAbsent Integer figure,
        @Json.MayBeAbsent Integer width) {

    private static final int WIDTH = 440;

    public CardPicture {
        Check.whole("figure", figure == null ? 0 : figure, 0, 100);
        width = Objects.requireNonNullElse(width, WIDTH);
        Check.whole("width", width, 200, 2000);
    }

    /** Checks that a lesson has such a page with such a panel. */
    void check(List<Page> pages) {
        Page shown = pages.stream()
                .filter(each -> each.id().equals(page))
                .findFirst()
                .orElse(null);
        Check.that(shown != null, "page", "is \"%s\"; there is no such page.", page);
        Check.that(panel == null || shown.panels().contains(panel), "panel", "is not among the panels of that page.");
    }
}
