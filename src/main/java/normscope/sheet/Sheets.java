package normscope.sheet;

import java.util.List;
import java.util.stream.Collectors;
import normscope.chart.FormulaDrawing;
import normscope.experiment.ExperimentConfig;
import normscope.lab.SettingsLine;
import normscope.lesson.Formula;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts.PageTexts;
import normscope.lesson.Page;
import normscope.text.Texts;

/** What the sheets of a lesson have in common. */
final class Sheets {

    private static final double FORMULA = 15;

    private Sheets() {}

    /** What a sheet is and of which lesson. */
    static String head(String kind, Lesson lesson) {
        String title = lesson.texts().title();
        return Html.tag("div.kind", Html.words(Texts.text("app.name") + " · " + Texts.text("sheet." + kind)))
                + Html.tag("h1", Html.words(title));
    }

    /** An element with the words of a key. */
    static String said(String element, String key, Object... values) {
        return Html.tag(element, Html.words(Texts.text(key, values)));
    }

    /** Where whoever works on the sheet writes a name. */
    static String names() {
        return Html.tag("div.names", said("span.name", "sheet.name"), said("span.date", "sheet.date"));
    }

    /** A page's number and title, and at the right what else is to be said of it. */
    static String heading(int index, PageTexts texts, String beside) {
        return Html.tag(
                "h2",
                Html.tag("span.number", String.valueOf(index + 1)).strip(),
                " ",
                Html.line(texts.title()),
                Html.tag("span.beside", Html.words(beside)));
    }

    static String question(PageTexts texts) {
        return Html.tag("div.question", Html.markdown(texts.question()));
    }

    /** A formula, with how it is read aloud for those who do not see it. */
    static String formula(Formula formula, PageTexts texts) {
        return formula == null
                ? ""
                : Html.tag("div.formula-line", FormulaDrawing.svg(formula.tex(), texts.spoken(), FORMULA));
    }

    /** A part of a sheet under its own heading. */
    static String part(String key, String markdown) {
        String text = Html.markdown(markdown);
        return text.isEmpty() ? "" : Html.tag("div.part", said("h2", key), text);
    }

    /** Words beside what they are about. */
    static String labelled(String style, String key, String html) {
        return html.isBlank() ? "" : Html.tag("div." + style, said("div.label", key), html);
    }

    /** {@return the experiment that a page begins with or goes on with} */
    static ExperimentConfig experiment(Lesson lesson, int index) {
        ExperimentConfig config = lesson.experiment();
        for (Page page : lesson.pages().subList(0, index + 1)) {
            config = page.experiment() == null ? config : page.experiment();
        }
        return config;
    }

    /** The settings at a page, if they are not those of the page before. */
    static String settings(Lesson lesson, int index) {
        ExperimentConfig config = experiment(lesson, index);
        boolean told = index > 0 && experiment(lesson, index - 1).equals(config);
        return told ? "" : Html.tag("div.settings", Html.words(SettingsLine.of(config)));
    }

    /** A box to be ticked, or one that is. */
    static String box(boolean ticked) {
        return "<span class=\"box" + (ticked ? " ticked" : "") + "\"></span>";
    }

    /** Answers with a box before each. */
    static String boxes(List<String> answers) {
        return list("boxes", answers.stream().map(each -> box(false) + each).toList());
    }

    /** A list of what is there. */
    static String list(String style, List<String> items) {
        return items.isEmpty()
                ? ""
                : Html.tag(
                        "ul." + style,
                        items.stream().map(item -> Html.tag("li", item)).collect(Collectors.joining()));
    }
}
