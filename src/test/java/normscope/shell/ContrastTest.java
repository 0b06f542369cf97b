package normscope.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import normscope.chart.ChartTheme;
import normscope.chart.Role;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast by WCAG 2.2, AA, computed from the style sheets and the figures' themes. */
class ContrastTest {

    /** 1.4.3: words. */
    private static final double WORDS = 4.5;
    /** 1.4.11: edges of controls, the keyboard's ring, what a figure draws. */
    private static final double MARKS = 3;

    private static final List<String> GROUNDS = List.of(
            "page",
            "surface",
            "field",
            "selected",
            "selected-without",
            "mode-selected",
            "notice",
            "notice-warning",
            "notice-error");
    private static final List<String> INKS =
            List.of("text", "text-soft", "muted", "accent", "with", "without-text", "good", "wrong", "review");

    private static final Pattern COLOUR = Pattern.compile("-ns-([\\w-]+):\\s*#(\\p{XDigit}{6});");

    private static Map<String, Color> colours(Theme theme) throws IOException {
        Map<String, Color> colours = new HashMap<>(sheet("light"));
        if (theme != Theme.LIGHT) {
            colours.putAll(sheet(theme.name().toLowerCase(Locale.ROOT)));
        }
        return colours;
    }

    private static Map<String, Color> sheet(String name) throws IOException {
        try (InputStream in = Theme.class.getResourceAsStream(name + ".css")) {
            Matcher found = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> colours = new HashMap<>();
            while (found.find()) {
                colours.put(found.group(1), new Color(Integer.parseInt(found.group(2), 16)));
            }
            assertThat(colours).as(name).isNotEmpty();
            return colours;
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsAndEdgesOfTheWindowCanBeSeen(Theme theme) throws IOException {
        Map<String, Color> colours = colours(theme);
        SoftAssertions all = new SoftAssertions();
        for (String ground : GROUNDS) {
            for (String ink : INKS) {
                all.assertThat(ChartTheme.contrast(colours.get(ink), colours.get(ground)))
                        .as(ink + " on " + ground)
                        .isGreaterThanOrEqualTo(WORDS);
            }
            all.assertThat(ChartTheme.contrast(colours.get("focus"), colours.get(ground)))
                    .as("focus on " + ground)
                    .isGreaterThanOrEqualTo(MARKS);
        }
        all.assertThat(ChartTheme.contrast(colours.get("on-accent"), colours.get("accent-strong")))
                .as("the main button")
                .isGreaterThanOrEqualTo(WORDS);
        all.assertThat(ChartTheme.contrast(colours.get("play-text"), colours.get("play")))
                .as("the play button")
                .isGreaterThanOrEqualTo(WORDS);
        for (String mark : List.of("line-strong", "thumb", "without", "with", "class-0", "class-1")) {
            all.assertThat(ChartTheme.contrast(colours.get(mark), colours.get("surface")))
                    .as(mark)
                    .isGreaterThanOrEqualTo(MARKS);
        }
        all.assertAll();
    }

    @ParameterizedTest
    @EnumSource
    void wordsAndCurvesOfFiguresCanBeSeen(Theme theme) {
        ChartTheme figures = theme.charts();
        SoftAssertions all = new SoftAssertions();
        for (Color ink : List.of(
                figures.text(),
                figures.muted(),
                figures.faint(),
                figures.ink(Role.WITHOUT),
                figures.ink(Role.WITH),
                figures.ink(Role.WITH_BEFORE))) {
            all.assertThat(ChartTheme.contrast(ink, figures.card())).as("words").isGreaterThanOrEqualTo(WORDS);
        }
        for (Color mark : figures.arms()) {
            all.assertThat(ChartTheme.contrast(mark, figures.card())).as("arms").isGreaterThanOrEqualTo(MARKS);
        }
        all.assertThat(ChartTheme.contrast(figures.outline(), figures.card()))
                .as("outline")
                .isGreaterThanOrEqualTo(MARKS);
        if (theme == Theme.CONTRAST) {
            for (Color mark : figures.before()) {
                all.assertThat(ChartTheme.contrast(mark, figures.card()))
                        .as("before")
                        .isGreaterThanOrEqualTo(MARKS);
            }
        }
        all.assertAll();
    }
}
