package normscope.lesson.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import normscope.lesson.LessonTexts;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import normscope.text.Texts;

/** The words of a lesson's page, with the measured numbers in them. */
public final class PageWords {

    private static final Pattern ELSEWHERE = Pattern.compile("\\{([a-z0-9-]+)/([a-z0-9-]+)}");
    private static final String NOT_MEASURED = "–";

    private final Page page;
    private final LessonTexts.PageTexts texts;
    private final LessonProgress progress;

    /** The words of a page, with what this and other pages have measured. */
    public PageWords(Page page, LessonTexts texts, LessonProgress progress) {
        this.page = page;
        this.texts = texts.pages().get(page.id());
        this.progress = progress;
    }

    /** The page's texts as they are written: in Markdown. */
    public LessonTexts.PageTexts texts() {
        return texts;
    }

    /**
     * What can be answered to the page's question, in Markdown; empty without one. Not to know yet is always the last.
     */
    public List<String> answers() {
        if (page.prediction() == null) {
            return List.of();
        }
        List<String> answers = new ArrayList<>();
        page.prediction().answers().forEach(id -> answers.add(texts.answers().get(id)));
        answers.add(Texts.text("lesson.unknown"));
        return answers;
    }

    /** What can be said to have been seen: the same answers, and that it could not be told. */
    List<String> sights() {
        List<String> sights = answers();
        if (!sights.isEmpty()) {
            sights.set(sights.size() - 1, Texts.text("lesson.see.unknown"));
        }
        return sights;
    }

    /**
     * How what was seen, by its place in the list of answers or -1, stands beside what was measured: in Markdown; empty
     * if there is nothing to say.
     */
    String sight(int saw) {
        if (page.prediction() == null
                || saw < 0
                || saw == page.prediction().answers().size()) {
            return "";
        }
        String seen = texts.answers().get(page.prediction().answers().get(saw));
        return Texts.text(saw == right() ? "lesson.see.same" : "lesson.see.other", seen);
    }

    /** What was measured: in Markdown with the numbers put in. */
    public String result() {
        return filled(texts.result());
    }

    /**
     * How an answer, by its place in the list or -1, stands beside what was measured: whether it came true, and of a
     * wrong one what speaks for it and what it misses. In Markdown with the numbers put in; empty if there is nothing
     * to say.
     */
    public String verdict(int answer) {
        if (page.prediction() == null || answer < 0) {
            return "";
        }
        List<String> names = page.prediction().answers();
        if (answer == names.size()) {
            return Texts.text("lesson.verdict.unknown");
        }
        return answer == right()
                ? Texts.text("lesson.verdict.right")
                : (Texts.text("lesson.verdict.wrong") + " " + but(names.get(answer))).strip();
    }

    /**
     * What speaks for a wrong answer and what it misses: in Markdown with the numbers put in; empty if the lesson does
     * not say.
     */
    public String but(String name) {
        return filled(texts.but().getOrDefault(name, ""));
    }

    /** {@return the place of the right answer in the list} */
    public int right() {
        return page.prediction().answers().indexOf(page.prediction().right());
    }

    /** Why it is so: in Markdown with the numbers put in. */
    public String explanation() {
        return filled(texts.explain());
    }

    /** With the numbers put in; what this student has not measured yet is not told. */
    private String filled(String words) {
        String filled = words;
        for (Measure measure : page.measures()) {
            filled = filled.replace("{" + measure.name() + "}", number(page.id(), measure.name()));
        }
        return ELSEWHERE.matcher(filled).replaceAll(match -> number(match.group(1), match.group(2)));
    }

    private String number(String of, String name) {
        Map<String, String> numbers =
                progress.pages().getOrDefault(of, PageRecord.NONE).numbers();
        return numbers == null ? NOT_MEASURED : numbers.getOrDefault(name, NOT_MEASURED);
    }
}
