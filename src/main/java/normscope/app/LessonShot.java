package normscope.app;

import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.present.Modes;
import normscope.shell.WindowMode;

/** What a user does to come to a lesson's page with its action done, for a picture of it. */
final class LessonShot {

    /** Steps a second: each lesson's action within a second or two. */
    private static final double QUICK = 5000;

    private LessonShot() {}

    /**
     * Opens the lessons.
     *
     * @param modes of the window
     * @param id the lesson, or null for the list of them
     * @param page from 0
     */
    static void open(Modes modes, String id, int page) {
        modes.modeProperty().set(WindowMode.LESSONS);
        for (Lesson lesson : modes.lessons().lessons()) {
            if (lesson.id().equals(id)) {
                modes.lessons().startOver(lesson);
                modes.lessons().lessonProperty().get().goTo(page);
            }
        }
    }

    /** Goes on as soon as that is possible, and says whether nothing is left to do. */
    static boolean isReady(Modes modes) {
        LessonViewModel lesson = modes.lessons().lessonProperty().get();
        if (lesson == null) {
            return true;
        }
        modes.lessons().experiment().transport().speedProperty().set(QUICK);
        if (lesson.phaseProperty().get() == Phase.ASKING) {
            lesson.answer(1);
        } else if (lesson.phaseProperty().get() == Phase.READY) {
            lesson.act();
        }
        return lesson.phaseProperty().get() == Phase.DONE;
    }
}
