package normscope.lesson;

import java.nio.file.Path;
import java.util.List;
import normscope.experiment.ExperimentConfig;

/**
 * A lesson: its pages, each with what it shows and does, and all its words.
 *
 * @param id the name of its folder
 * @param minutes about how long a student takes
 * @param kind for one student, or for the front of a class
 * @param experiment with which the first page begins, and every page that begins anew without changes
 * @param pages in order; at least one
 * @param picture which figure stands on the lesson's card, or null
 * @param goals things to try in the Lab, whose success the program sees
 * @param folder where an instructor's own lesson is; null for those of the program
 */
public record Lesson(
        String id,
        int minutes,
        Kind kind,
        ExperimentConfig experiment,
        List<Page> pages,
        LessonTexts texts,
        Guide guide,
        CardPicture picture,
        List<Goal> goals,
        Path folder) {

    /** For whom it is. */
    public enum Kind {
        /** Pages that a student reads and works through. */
        LESSON,
        /** Cues that a teacher clicks through while a class watches. */
        SCRIPT
    }

    public Lesson {
        pages = List.copyOf(pages);
        goals = List.copyOf(goals);
    }

    /** A lesson that is in no file, and has neither guide nor picture. */
    public Lesson(String id, int minutes, Kind kind, ExperimentConfig experiment, List<Page> pages, LessonTexts texts) {
        this(id, minutes, kind, experiment, pages, texts, Guide.NONE, null, List.of(), null);
    }

    /** The same with a guide. */
    Lesson with(Guide other) {
        return new Lesson(id, minutes, kind, experiment, pages, texts, other, picture, goals, folder);
    }

    /** The same, known to be in a folder. */
    Lesson in(Path where) {
        return new Lesson(id, minutes, kind, experiment, pages, texts, guide, picture, goals, where);
    }

    /** The author's way to a goal as a lesson of one page, to check it. */
    public Lesson wayTo(Goal goal) {
        return new Lesson(id, minutes, kind, experiment, List.of(goal.solution()), texts);
    }

    /** A page by its name: its index, or -1. */
    public int indexOf(String pageId) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).id().equals(pageId)) {
                return i;
            }
        }
        return -1;
    }
}
