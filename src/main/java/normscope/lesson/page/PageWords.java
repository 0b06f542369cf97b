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

    private final Page page;
    private final LessonTexts.PageTexts texts;
    private static final Pattern ELSEWHERE = Pattern.compile("\\{([a-z0-9-]+/[a-z0-9-]+)}");

    private final Map<String, Double> measured;
    private final Map<String, String> elsewhere;

    /**
     * The words of a page.
     *
     * @param page the page
     * @param texts its words
     * @param measured its numbers by name
     * @param elsewhere what other pages have measured, as it is told there, by page/name
     */
    PageWords(Page page, LessonTexts.PageTexts texts, Map<String, Double> measured, Map<String, String> elsewhere) {
        this.page = page;
        this.texts = texts;
        this.measured = measured;
        this.elsewhere = elsewhere;
    }

    /** The page's texts as they are written: in Markdown. */
    public LessonTexts.PageTexts texts() {
        return texts;
    }

    /**
     * What can be answered to the page's question. Not to know yet is always the last one.
     *
     * @return in Markdown; empty without a question
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

    /** What was measured: in Markdown with the numbers put in. */
    public String result() {
        return filled(texts.result());
    }

    /** Why it is so: in Markdown with the numbers put in. */
    public String explanation() {
        return filled(texts.explain());
    }

    private String filled(String words) {
        String filled = words;
        for (Measure measure : page.measures()) {
            double value = measured.getOrDefault(measure.name(), Double.NaN);
            filled = filled.replace("{" + measure.name() + "}", measure.text(value));
        }
        // What this student has not measured yet is not told.
        return ELSEWHERE.matcher(filled).replaceAll(match -> elsewhere.getOrDefault(match.group(1), "–"));
    }
}
