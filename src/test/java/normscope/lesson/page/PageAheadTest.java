package normscope.lesson.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Locale;
import normscope.experiment.Configs;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.runner.Session;
import org.junit.jupiter.api.Test;

/** The beginnings of pages are runs, of up to 64 MB each. */
class PageAheadTest {

    private final PageAhead ahead = new PageAhead();

    @Test
    void aLessonThatIsLeftKeepsNoRuns() throws LessonException {
        WeakReference<Session.PutAway> run =
                arriveAt(Lessons.builtIn(Locale.ENGLISH).get(0), 0);
        System.gc();
        assertThat(run.get()).as("kept for going back").isNotNull();

        ahead.forget();
        System.gc();

        assertThat(run.get()).isNull();
    }

    @Test
    void ofAScriptWhatIsFartherThanOneCueIsForgotten() throws LessonException {
        Lesson script = Lessons.scripts(Locale.ENGLISH).get(0);
        WeakReference<Session.PutAway> first = arriveAt(script, 0);
        WeakReference<Session.PutAway> second = arriveAt(script, 1);
        WeakReference<Session.PutAway> third = arriveAt(script, 2);
        System.gc();

        assertThat(first.get()).isNull();
        assertThat(second.get()).as("kept for going back").isNotNull();
        assertThat(third.get()).isNotNull();
    }

    private WeakReference<Session.PutAway> arriveAt(Lesson lesson, int page) {
        Session.PutAway run = new Session(Configs.small()).bookmark();
        ahead.arrived(lesson, page, new LessonPlan.Arrival(run, null));
        return new WeakReference<>(run);
    }
}
