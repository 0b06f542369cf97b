package normscope.lesson.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import normscope.lesson.Lesson;
import normscope.lesson.Page;

/**
 * Questions from earlier lessons at the beginning of another one, to be answered from memory: those of pages that the
 * student has been through, first what was not answered rightly there, if possible of two lessons.
 */
public final class Recall {

    private static final int MOST = 2;

    /**
     * One question: where it is from, the page's words with what the student has measured there, and whether it was
     * missed then.
     */
    public record Question(Lesson lesson, Page page, PageWords words, boolean missed) {}

    private final List<Question> questions;
    private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(this, "index");
    private final ReadOnlyIntegerWrapper answer = new ReadOnlyIntegerWrapper(this, "answer", -1);
    private final Runnable begin;

    private Recall(List<Question> questions, Runnable begin) {
        this.questions = questions;
        this.begin = begin;
    }

    /** Chooses questions of the lessons before, in order; null if there is nothing to ask. */
    static Recall of(List<Lesson> earlier, Function<String, LessonProgress> progress, Runnable begin) {
        List<Question> known = new ArrayList<>();
        for (Lesson lesson : earlier) {
            LessonProgress of = progress.apply(lesson.id());
            for (Page page : lesson.pages()) {
                PageRecord record = of.of(page);
                if (asksFromMemory(page) && record.done() && record.answer() != null) {
                    boolean missed = !record.answer().equals(page.prediction().right());
                    known.add(0, new Question(lesson, page, new PageWords(page, lesson.texts(), of), missed));
                }
            }
        }
        known.sort(Comparator.comparing(question -> !question.missed()));
        List<Question> chosen = new ArrayList<>();
        for (Question question : known) {
            boolean otherLesson =
                    chosen.stream().noneMatch(each -> each.lesson().equals(question.lesson()));
            if (chosen.size() < MOST && otherLesson) {
                chosen.add(question);
            }
        }
        known.stream()
                .filter(question -> !chosen.contains(question))
                .limit(MOST - chosen.size())
                .forEach(chosen::add);
        return chosen.isEmpty() ? null : new Recall(chosen, begin);
    }

    /** A question of a page that measures nothing is about the pages before it, which stand beside it only there. */
    private static boolean asksFromMemory(Page page) {
        return page.prediction() != null && !page.measures().isEmpty();
    }

    public List<Question> questions() {
        return questions;
    }

    /** The question that is asked: from 0. */
    public ReadOnlyIntegerProperty indexProperty() {
        return index.getReadOnlyProperty();
    }

    /** The answer to it: its place in the list, -1 before. */
    public ReadOnlyIntegerProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public Question current() {
        return questions.get(index.get());
    }

    /** Answers it, once. */
    public void answer(int chosen) {
        if (answer.get() < 0
                && chosen >= 0
                && chosen < current().words().answers().size()) {
            answer.set(chosen);
        }
    }

    /** Goes on to the next question, or begins the lesson, once the question has its answer. */
    public void next() {
        if (answer.get() < 0) {
            return;
        }
        if (index.get() + 1 < questions.size()) {
            answer.set(-1);
            index.set(index.get() + 1);
        } else {
            skip();
        }
    }

    public void skip() {
        begin.run();
    }
}
