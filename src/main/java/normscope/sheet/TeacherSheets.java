package normscope.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import normscope.experiment.ExperimentFile;
import normscope.lesson.Guide;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts.PageTexts;
import normscope.lesson.Page;
import normscope.lesson.page.LessonProgress;
import normscope.lesson.page.PageWords;
import normscope.lesson.play.Player;
import normscope.text.Texts;

/**
 * What a teacher prints of a lesson or script: a guide through its pages, a worksheet with its questions, and the key
 * to that. The numbers are those that the lesson's own seeds give.
 */
final class TeacherSheets {

    private final Lesson lesson;
    private final LessonProgress numbers;
    private final String version;

    private TeacherSheets(Lesson lesson, LessonProgress numbers, String version) {
        this.lesson = lesson;
        this.numbers = numbers;
        this.version = version;
    }

    /** Prepares the sheets of a lesson; its pages are played for their numbers. */
    static TeacherSheets of(Lesson lesson, String version) {
        return of(lesson, Player.ownNumbers(lesson), version);
    }

    /** The same with numbers that were measured already, by page/name. */
    static TeacherSheets of(Lesson lesson, Map<String, Double> measured, String version) {
        LessonProgress numbers = LessonProgress.NONE;
        for (Page page : lesson.pages()) {
            Map<String, Double> ofPage = new HashMap<>();
            page.measures()
                    .forEach(each ->
                            ofPage.put(each.name(), measured.getOrDefault(page.id() + "/" + each.name(), Double.NaN)));
            numbers = numbers.measured(lesson, page, ofPage);
        }
        return new TeacherSheets(lesson, numbers, version);
    }

    /** Whether the lesson asks anything, so that there is something to fill in. */
    boolean asks() {
        return lesson.pages().stream().anyMatch(page -> page.prediction() != null);
    }

    /** A guide through the lesson, page by page. */
    Sheet guide() {
        StringBuilder body = new StringBuilder(head("guide"));
        body.append(Html.tag("div.line", Html.line(lesson.texts().line())));
        body.append(Html.tag("div.settings", Html.words(about())));
        body.append(
                Sheets.labelled("aim", "sheet.aim", Html.markdown(lesson.guide().aim())));
        for (int i = 0; i < lesson.pages().size(); i++) {
            body.append(Html.tag("div.page", guide(i)));
        }
        body.append(Sheets.part("sheet.asks", lesson.guide().asks()));
        body.append(Sheets.part("sheet.simplified", lesson.guide().simplified()));
        // Together: no page has the sources alone.
        body.append(Html.tag(
                "div.last",
                Sheets.part("sheet.notice", lesson.texts().notice()),
                Sheets.part("sheet.try", lesson.texts().tryThis()),
                Sheets.part("sheet.sources", lesson.texts().sources())));
        return sheet("guide", body);
    }

    private String about() {
        boolean script = lesson.kind() == Lesson.Kind.SCRIPT;
        return Texts.text(
                script ? "sheet.about.script" : "sheet.about.lesson",
                lesson.minutes(),
                lesson.pages().size());
    }

    private String guide(int index) {
        Page page = lesson.pages().get(index);
        PageTexts texts = texts(page);
        Guide.Cue cue = lesson.guide().of(page);
        PageWords words = words(page);
        String say = Html.markdown(texts.notes()) + Html.markdown(cue.say());
        String shown = Html.markdown(texts.text()) + Sheets.formula(page.formula(), texts);
        String told = Html.markdown(words.result()) + Html.markdown(words.explanation());
        return Sheets.heading(index, texts, beside(page, cue))
                + Sheets.settings(lesson, index)
                + Sheets.labelled("say", "sheet.say", say)
                + Sheets.labelled("shown", "sheet.shown", shown)
                + Sheets.labelled("ask", "sheet.ask", asked(page, texts))
                + Sheets.labelled("press", "sheet.press", Html.words(texts.action()))
                + Sheets.labelled("measured", "sheet.measured", told);
    }

    private static String beside(Page page, Guide.Cue cue) {
        List<String> parts = new ArrayList<>();
        if (cue.minutes() > 0) {
            parts.add(Texts.text("sheet.minutes", cue.minutes()));
        }
        if (page.mode() != null) {
            parts.add(Texts.text("sheet.mode", page.mode().name()));
        }
        return String.join(" · ", parts);
    }

    private String asked(Page page, PageTexts texts) {
        return page.prediction() == null ? "" : Sheets.question(texts) + right(page, texts) + wrong(page, texts);
    }

    private static String right(Page page, PageTexts texts) {
        String answer = Html.line(texts.answers().get(page.prediction().right()));
        return Html.tag("div.right", Sheets.said("span.tag", "sheet.right"), " ", answer);
    }

    /** Each wrong answer with what speaks for it and what it misses. */
    private String wrong(Page page, PageTexts texts) {
        PageWords words = words(page);
        List<String> items = new ArrayList<>();
        for (String name : page.prediction().answers()) {
            if (!name.equals(page.prediction().right())) {
                items.add(Html.tag("b", Html.line(texts.answers().get(name))) + "<br />" + Html.line(words.but(name)));
            }
        }
        return Html.tag("div.wrong", Sheets.said("span.tag", "sheet.wrong"), Sheets.list("answers", items));
    }

    /** The questions with room for answers; nothing on it tells what comes out. */
    Sheet worksheet() {
        StringBuilder body = new StringBuilder(head("worksheet")).append(Sheets.names());
        body.append(Sheets.said("div.line", "sheet.worksheet.line"));
        for (int i = 0; i < lesson.pages().size(); i++) {
            Page page = lesson.pages().get(i);
            if (page.prediction() != null) {
                List<String> answers =
                        words(page).answers().stream().map(Html::line).toList();
                body.append(Html.tag(
                        "div.page",
                        Sheets.said("h2", "sheet.page", i + 1),
                        Sheets.question(texts(page)),
                        Sheets.boxes(answers),
                        lines("sheet.why", 2),
                        lines("sheet.i-measured", 1)));
            }
        }
        body.append(Html.tag("div.page", Sheets.said("h2", "sheet.last"), lines("sheet.new", 2)));
        return sheet("worksheet", body);
    }

    /** Words with empty lines to write on. */
    private static String lines(String key, int count) {
        return Html.tag("div.lines", Sheets.said("div.label", key), "<div class=\"rule\"></div>\n".repeat(count));
    }

    /** The right answers of the worksheet, with what was measured, and why; and what is wrong with the others. */
    Sheet key() {
        StringBuilder body = new StringBuilder(head("key"));
        body.append(Sheets.said("div.line", "sheet.key.line"));
        for (int i = 0; i < lesson.pages().size(); i++) {
            Page page = lesson.pages().get(i);
            if (page.prediction() != null) {
                PageTexts texts = texts(page);
                PageWords words = words(page);
                body.append(Html.tag(
                        "div.page",
                        Sheets.heading(i, texts, ""),
                        Sheets.question(texts),
                        right(page, texts),
                        Sheets.labelled("measured", "sheet.measured", Html.markdown(words.result())),
                        Html.markdown(words.explanation()),
                        wrong(page, texts)));
            }
        }
        return sheet("key", body);
    }

    /** Writes the questions for a course's question bank. */
    void questions(Path file) throws IOException {
        MoodleQuestions.write(lesson, this::words, file);
    }

    private String head(String kind) {
        return Sheets.head(kind, lesson);
    }

    private PageTexts texts(Page page) {
        return lesson.texts().pages().get(page.id());
    }

    private PageWords words(Page page) {
        return new PageWords(page, lesson.texts(), numbers);
    }

    private Sheet sheet(String kind, CharSequence body) {
        String title = lesson.texts().title() + " · " + Texts.text("sheet." + kind);
        return new Sheet(title, body.toString(), version, new ExperimentFile(lesson.experiment()));
    }
}
