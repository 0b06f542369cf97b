package normscope.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import normscope.experiment.ExperimentFile;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts.PageTexts;
import normscope.lesson.Page;
import normscope.lesson.page.LessonProgress;
import normscope.lesson.page.PageFigures;
import normscope.lesson.page.PageRecord;
import normscope.lesson.page.PageWords;
import normscope.text.Texts;

/**
 * What a student hands in of a lesson: what was predicted, what was measured, how the one stands beside the other, and
 * what was seen; with the settings and the experiment itself.
 */
public final class StudentSheet {

    /** Where a PNG file tells its size. */
    private static final int PNG_WIDTH = 16;

    private static final int PNG_HEIGHT = 20;

    /** Millimetres of paper for a pixel, and at most for a picture. */
    private static final double MM = 0.079;

    private static final double WIDEST = 147;

    /** A picture that may stand beside another one, and its width there. */
    private static final double NARROW = 95;

    private static final double HALF = 72.5;
    private static final double HIGHEST = 84;

    private final Lesson lesson;
    private final LessonProgress progress;
    private final PageFigures figures;

    private StudentSheet(Lesson lesson, LessonProgress progress, PageFigures figures) {
        this.lesson = lesson;
        this.progress = progress;
        this.figures = figures;
    }

    /**
     * Writes the sheet of a lesson, as far as the student has come, with what stood beside its pages. The file is
     * replaced: a PDF if its name says so, else HTML.
     */
    public static void write(Path file, Lesson lesson, LessonProgress progress, PageFigures figures, String version)
            throws IOException {
        SheetFile.write(of(lesson, progress, figures, version), file);
    }

    static Sheet of(Lesson lesson, LessonProgress progress, PageFigures figures, String version) throws IOException {
        String title = lesson.texts().title() + " · " + Texts.text("sheet.student");
        String body = new StudentSheet(lesson, progress, figures).body();
        return new Sheet(title, body, version, new ExperimentFile(lesson.experiment()));
    }

    private String body() throws IOException {
        StringBuilder body = new StringBuilder(Sheets.head("student", lesson)).append(Sheets.names());
        String open = String.join(
                ", ",
                progress.open(lesson).stream().map(i -> String.valueOf(i + 1)).toList());
        if (!open.isEmpty()) {
            body.append(Sheets.said("div.line", "sheet.open", open));
        }
        for (int i = 0; i < lesson.pages().size(); i++) {
            body.append(Html.tag("div.page", page(i)));
        }
        return body.toString();
    }

    /** A page on which something was said or measured; nothing of others. */
    private String page(int index) throws IOException {
        Page page = lesson.pages().get(index);
        PageTexts texts = lesson.texts().pages().get(page.id());
        PageRecord record = progress.of(page);
        PageWords words = new PageWords(page, lesson.texts(), progress);
        int answer = progress.answer(lesson, index);
        String measured = record.done() ? Html.markdown(words.result()) : "";
        String seen = figures(page, texts);
        if (answer < 0 && measured.isEmpty() && seen.isEmpty()) {
            return "";
        }
        String mode =
                page.mode() == null ? "" : Texts.text("sheet.mode", page.mode().name());
        String verdict = record.done() ? Html.markdown(words.verdict(answer)) : "";
        return Sheets.heading(index, texts, mode)
                + Sheets.settings(lesson, index)
                + predicted(page, words, answer, record.done())
                + Html.tag("div.seen", Sheets.labelled("measured", "sheet.measured", measured), seen)
                + Sheets.labelled("said", "sheet.saw", saw(record, texts))
                + Sheets.labelled("said", "sheet.verdict", verdict)
                + Sheets.labelled("said", "sheet.because", line(record.why()));
    }

    private static String line(String words) {
        return words == null ? "" : Html.tag("p.own", Html.words(words));
    }

    private static String saw(PageRecord record, PageTexts texts) {
        return record.saw() == null
                ? ""
                : Html.markdown(texts.answers().getOrDefault(record.saw(), Texts.text("lesson.unknown")));
    }

    /** The question with its answers: a mark at the student's, and, once it is known, at the right one. */
    private String predicted(Page page, PageWords words, int answer, boolean known) {
        if (page.prediction() == null) {
            return "";
        }
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < words.answers().size(); i++) {
            String marks =
                    mark(i == answer, "mine", "sheet.mine") + mark(known && i == words.right(), "true", "sheet.right");
            answers.add(Sheets.box(i == answer) + Html.line(words.answers().get(i)) + marks);
        }
        return Sheets.labelled(
                "ask", "sheet.predicted", Sheets.question(words.texts()) + Sheets.list("boxes", answers));
    }

    private static String mark(boolean on, String style, String key) {
        return on ? " " + Sheets.said("span.tag " + style, key).strip() : "";
    }

    private String figures(Page page, PageTexts texts) throws IOException {
        StringBuilder images = new StringBuilder();
        List<byte[]> pictures = figures.of(lesson.id(), page.id());
        for (byte[] picture : pictures) {
            images.append("<img class=\"figure\" alt=\"")
                    .append(Html.words(texts.title()))
                    .append(String.format(Locale.ROOT, "\" style=\"width: %.1fmm", width(picture, pictures.size())))
                    .append("\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(picture))
                    .append("\" />\n");
        }
        return Html.tag("div.figures", images.toString());
    }

    /** In millimetres: letters about as large as those around if there is room, and two narrow ones side by side. */
    private static double width(byte[] png, int pictures) {
        ByteBuffer header = ByteBuffer.wrap(png);
        int wide = header.getInt(PNG_WIDTH);
        int high = header.getInt(PNG_HEIGHT);
        double natural = Math.min(wide * MM, Math.min(WIDEST, HIGHEST * wide / high));
        boolean side = pictures == 2 && natural <= NARROW;
        return side ? Math.min(natural, HALF) : natural;
    }
}
