package normscope.lesson.page;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import normscope.lesson.page.LessonViewModel.Phase;

/**
 * What a student says once a page's action is done: what was to be seen, before the measured numbers are told; and, for
 * who likes, why it came out so.
 */
public final class Reflection {

    private final LessonViewModel lesson;
    private final ReadOnlyIntegerWrapper saw = new ReadOnlyIntegerWrapper(this, "saw", -1);

    Reflection(LessonViewModel lesson) {
        this.lesson = lesson;
    }

    /** Whether all is measured, and the student is asked first what was to be seen. Whoever leaves it open is told. */
    public boolean asksWhatWasSeen() {
        return lesson.current() != null
                && lesson.current().see()
                && !lesson.isPresented()
                && lesson.phaseProperty().get() == Phase.DONE
                && saw.get() < 0;
    }

    /** What the student has seen to come true: its place in the list of answers, -1 before. */
    public ReadOnlyIntegerProperty sawProperty() {
        return saw.getReadOnlyProperty();
    }

    void recall(int known) {
        saw.set(known);
    }

    void see(int index) {
        if (!lesson.aside().isOn()
                && index >= 0
                && index < lesson.words().sights().size()) {
            lesson.keep(lesson.progress().seen(lesson.lesson(), lesson.current(), index));
            saw.set(index);
        }
    }

    /** Whether the page's result waits for the student's own line. */
    public boolean asksWhy() {
        return lesson.knows() && !lesson.isPresented() && lesson.current().asksWhy();
    }

    /** {@return the student's own line on the page's result; empty if there is none} */
    public String why() {
        String line = lesson.current() == null
                ? null
                : lesson.progress().of(lesson.current()).why();
        return line == null ? "" : line;
    }

    /** Keeps the student's own line on the page's result. */
    public void explain(String line) {
        if (asksWhy() && !line.strip().equals(why())) {
            lesson.keep(lesson.progress().explained(lesson.lesson(), lesson.current(), line));
        }
    }
}
