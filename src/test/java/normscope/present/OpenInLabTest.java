package normscope.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.batchbench.BatchBenchSettings;
import normscope.lab.LabViewModel;
import normscope.lesson.Lesson;
import normscope.lesson.Lessons;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.runner.Await;
import normscope.shell.FileDialogs;
import normscope.shell.WindowActions;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a lesson to the Lab: what the page shows opens there, and the user's own run is never lost. */
class OpenInLabTest {

    private final LabViewModel lab = new LabViewModel(Configs.small());
    private final LessonsViewModel lessons =
            new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), ProgressStore.NONE);
    private final WindowActions actions = new WindowActions(lab, (FileDialogs) null);
    private final Modes modes = new Modes(actions, lessons);

    @AfterEach
    void close() {
        lab.close();
        lessons.close();
    }

    private void endOf(String id) {
        Lesson chosen = lessons.lessons().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        modes.modeProperty().set(WindowMode.LESSONS);
        lessons.open(chosen);
        LessonViewModel open = lessons.lessonProperty().get();
        open.goTo(chosen.pages().size());
        Await.until("the end", () -> {
            lessons.pulse();
            return open.phaseProperty().get() == Phase.DONE;
        });
    }

    private void trainTo(long step) {
        lab.transport().step(step);
        Await.until("own steps", () -> {
            lab.pulse();
            return lab.transport().lastStepProperty().get() == step;
        });
    }

    @Test
    void aPageThatShowsAnInstrumentAloneOpensItAndLeavesTheRunAsItIs() {
        trainTo(20);
        endOf("by-hand");

        modes.openInLab();
        lab.pulse();

        assertThat(modes.modeProperty().get()).isEqualTo(WindowMode.LAB);
        assertThat(lab.configProperty().get()).isEqualTo(Configs.small());
        assertThat(lab.transport().lastStepProperty().get()).isEqualTo(20);
        assertThat(((BatchBenchSettings) actions.instrumentProperty().get()).values())
                .containsExactly(7.0);
        assertThat(lab.noticeProperty().get().text()).contains("as you left it");
    }

    @Test
    void theLastPagesExperimentOpensAndUndoBringsTheOwnRunBack() {
        trainTo(20);
        endOf("normalizing-inputs");
        ExperimentConfig shown = lessons.experiment().configProperty().get();

        modes.openInLab();
        Await.until("the lesson's run", () -> {
            lab.pulse();
            return lab.configProperty().get().equals(shown);
        });

        assertThat(shown.name()).isEqualTo("Moons, standardized");
        assertThat(lab.transport().lastStepProperty().get()).isEqualTo(500);
        assertThat(actions.instrumentProperty().get()).isNull();
        assertThat(lab.noticeProperty().get().text())
                .contains("Moons, standardized")
                .contains("500")
                .contains("Undo");
        lab.undo();
        Await.until("the own run", () -> {
            lab.pulse();
            return lab.configProperty().get().equals(Configs.small())
                    && lab.transport().lastStepProperty().get() == 20;
        });
    }
}
