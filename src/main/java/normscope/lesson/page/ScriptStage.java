package normscope.lesson.page;

import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lesson.Lesson;

/**
 * The script that is played before a class, on an experiment of its own: whoever leaves it comes back to it as it was,
 * and an open lesson stays where it is.
 */
public final class ScriptStage implements AutoCloseable {

    private LabViewModel experiment;
    private LessonViewModel script;

    ScriptStage() {}

    /** Begins a script at its first cue, in the place of the one before. */
    public void begin(Lesson chosen) {
        forget();
        if (experiment == null) {
            experiment = new LabViewModel(ExperimentConfig.defaults());
        }
        script = new LessonViewModel(chosen, 0, 0, experiment, LessonProgress.NONE, progress -> {});
        script.goTo(0);
    }

    /** {@return the script that was begun last, where it is; null if there is none} */
    public LessonViewModel script() {
        return script;
    }

    /** {@return the experiment of all scripts, one after the other; null before the first one} */
    public LabViewModel experiment() {
        return experiment;
    }

    /** Ends the script: nobody wants to come back to it. */
    public void forget() {
        if (script != null) {
            script.leave();
            script = null;
        }
    }

    /** Takes in what the threads have done since; called once a frame while a script is played. */
    public void pulse() {
        boolean settled = experiment.runner().isSettled();
        experiment.pulse();
        script.pulse(settled);
    }

    @Override
    public void close() {
        forget();
        if (experiment != null) {
            experiment.close();
            experiment = null;
        }
    }
}
