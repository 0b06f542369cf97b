package normscope.lesson.page;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import normscope.experiment.Json;
import normscope.lesson.Lesson;
import normscope.lesson.Measure;
import normscope.lesson.Page;

/**
 * How far a user has come in a lesson, and what was said and measured on its pages.
 *
 * @param page the page that was left, from 0; -1 if there was none
 * @param furthest the furthest page seen, from 0; -1 if there was none
 * @param finished whether each question was answered, and the last page reached
 * @param pages what is kept of each page, by the page's name; files of earlier versions do not have it
 * @param goals the names of the goals that were reached
 * @param recalled whether the lesson began with questions from earlier ones
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LessonProgress(
        int page,
        int furthest,
        boolean finished,
        @Json.MayBeAbsent Map<String, PageRecord> pages,
        @Json.MayBeAbsent Set<String> goals,
        @Json.MayBeAbsent Boolean recalled) {

    public static final LessonProgress NONE = new LessonProgress(-1, -1, false, Map.of(), Set.of(), false);

    public LessonProgress {
        goals = goals == null ? Set.of() : Set.copyOf(goals);
        recalled = recalled != null && recalled;
        pages = pages == null ? Map.of() : Map.copyOf(pages);
    }

    /** Whether the lesson was ever opened. */
    public boolean begun() {
        return page >= 0;
    }

    /** {@return what is kept of a page; without its numbers if the page has come to measure others since} */
    public PageRecord of(Page any) {
        PageRecord kept = pages.getOrDefault(any.id(), PageRecord.NONE);
        boolean whole = kept.done()
                && any.measures().stream().allMatch(each -> kept.numbers().containsKey(each.name()));
        return whole ? kept : kept.measured(null);
    }

    /** {@return the place of the answer given on a page in its list; -1 if there is none} */
    public int answer(Lesson lesson, int index) {
        return index(lesson, index, PageRecord::answer);
    }

    /** {@return the place of what was seen on a page in the list of its answers; -1 if nobody was asked} */
    int saw(Lesson lesson, int index) {
        return index(lesson, index, PageRecord::saw);
    }

    private int index(Lesson lesson, int index, Function<PageRecord, String> name) {
        if (index >= lesson.pages().size()) {
            return -1;
        }
        Page any = lesson.pages().get(index);
        return PageRecord.index(name.apply(of(any)), any.prediction());
    }

    /** {@return the pages whose question has no answer yet, from 0} */
    public List<Integer> open(Lesson lesson) {
        return IntStream.range(0, lesson.pages().size())
                .filter(i -> lesson.pages().get(i).prediction() != null)
                .filter(i -> of(lesson.pages().get(i)).answer() == null)
                .boxed()
                .toList();
    }

    /** {@return the fraction of the pages on which nothing is left to do} */
    public double fraction(Lesson lesson) {
        long done = lesson.pages().stream().filter(each -> of(each).done()).count();
        return (double) done / lesson.pages().size();
    }

    LessonProgress reached(String goal) {
        Set<String> more = new HashSet<>(goals);
        more.add(goal);
        return new LessonProgress(page, furthest, finished, pages, more, recalled);
    }

    /** The same after questions from earlier lessons were asked. */
    LessonProgress asked() {
        return new LessonProgress(page, furthest, finished, pages, goals, true);
    }

    /** The same with what lies outside the pages as another knows it. */
    LessonProgress beside(LessonProgress other) {
        return new LessonProgress(page, furthest, finished, pages, other.goals, other.recalled);
    }

    LessonProgress entered(Lesson lesson, int index) {
        return new LessonProgress(index, Math.max(furthest, index), finished, pages, goals, recalled).checked(lesson);
    }

    /** The same after an answer was given to a page's question, by its place in the list. */
    LessonProgress answered(Lesson lesson, Page any, int index) {
        return with(lesson, any, of(any).answered(any.prediction(), index));
    }

    /** The same after it was said what was seen to happen, by its place in the list of answers. */
    LessonProgress seen(Lesson lesson, Page any, int index) {
        return with(lesson, any, of(any).seen(any.prediction(), index));
    }

    /** The same with the student's own line on a page's result; an empty one takes it away. */
    LessonProgress explained(Lesson lesson, Page any, String line) {
        return with(lesson, any, of(any).explained(line));
    }

    /** The same after a page's measures were taken, by their names; what is not there could not be measured. */
    public LessonProgress measured(Lesson lesson, Page any, Map<String, Double> values) {
        Map<String, String> told = new HashMap<>();
        for (Measure measure : any.measures()) {
            told.put(measure.name(), measure.text(values.getOrDefault(measure.name(), Double.NaN)));
        }
        return with(lesson, any, of(any).measured(told));
    }

    private LessonProgress with(Lesson lesson, Page any, PageRecord known) {
        Map<String, PageRecord> next = new HashMap<>(pages);
        next.put(any.id(), known);
        return new LessonProgress(page, furthest, finished, next, goals, recalled).checked(lesson);
    }

    private LessonProgress checked(Lesson lesson) {
        boolean reached = furthest >= lesson.pages().size();
        return new LessonProgress(
                page, furthest, finished || reached && open(lesson).isEmpty(), pages, goals, recalled);
    }
}
