package normscope.present;

import java.util.ArrayList;
import java.util.List;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.present.Choice.Entry;
import normscope.present.Choice.Kind;
import normscope.text.Texts;

/** What a presenter chooses from. */
public final class Lists {

    private final PresentViewModel vm;
    private final boolean lessonVisible;

    Lists(PresentViewModel vm, boolean lessonVisible) {
        this.vm = vm;
        this.lessonVisible = lessonVisible;
    }

    /** Shows the scripts, or takes them away; while one is played, also what the window shows. */
    public void toggleScripts() {
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
        if (vm.scriptProperty().get() != null) {
            int key = entries.size() + (vm.playsScript() ? 0 : 1);
            entries.add(new Entry("present-in-lab", key, Texts.text("present.scripts.in-lab"), "", vm::openInLab));
        }
        vm.choice().toggle(Kind.SCRIPTS, entries, 0);
    }

    /** Shows the cues of the script or the pages of the lesson, or takes them away; without one, the scripts. */
    public void toggleCues() {
        LessonViewModel script = vm.scriptProperty().get();
        if (script == null) {
            toggleScripts();
            return;
        }
        List<Entry> entries = new ArrayList<>();
        for (int cue = 0; cue < vm.cues(); cue++) {
            int index = cue;
            String id = "present-cue-" + (cue + 1);
            entries.add(new Entry(id, cue + 1, script.title(cue), "", () -> script.goTo(index)));
        }
        int now = Math.min(script.pageProperty().get(), vm.cues() - 1);
        vm.choice().toggle(Kind.CUES, entries, now);
    }

    /** Lists the keys, or takes them away. */
    public void toggleKeys() {
        vm.choice().toggle(Kind.KEYS, List.of(), 0);
    }
}
