package normscope.present;

import java.util.ArrayList;
import java.util.List;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.present.Choice.Entry;
import normscope.text.Texts;

/** What the lists before a class offer. */
final class Entries {

    private Entries() {}

    /**
     * The scripts; while one is played, also what the window shows.
     *
     * @param vm plays what is chosen
     * @param lessonVisible whether the window shows a lesson, not the Lab
     */
    static List<Entry> scripts(PresentViewModel vm, boolean lessonVisible) {
        List<Entry> entries = new ArrayList<>();
        for (Lesson each : vm.scripts()) {
            String line = Texts.text(
                    "present.scripts.minutes", each.minutes(), each.texts().line());
            String id = "present-script-" + each.id();
            entries.add(new Entry(id, entries.size() + 1, each.texts().title(), line, () -> vm.play(each)));
        }
        if (vm.playsScript()) {
            String window = Texts.text(lessonVisible ? "present.scripts.lesson" : "present.scripts.lab");
            entries.add(new Entry("present-window", 0, window, "", vm::endScript));
        }
        return entries;
    }

    /** The cues of a script, or the pages of a lesson. */
    static List<Entry> cues(LessonViewModel script) {
        List<Entry> entries = new ArrayList<>();
        for (int cue = 0; cue < script.lesson().pages().size(); cue++) {
            int index = cue;
            String id = "present-cue-" + (cue + 1);
            entries.add(new Entry(id, cue + 1, script.title(cue), "", () -> script.goTo(index)));
        }
        return entries;
    }
}
