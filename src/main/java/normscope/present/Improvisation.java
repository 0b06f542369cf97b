package normscope.present;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import normscope.experiment.ArmConfig;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lab.SettingsLine;
import normscope.lesson.Action;
import normscope.lesson.page.LessonViewModel;

/**
 * What a class asks "what if" about: other settings for the experiment that is shown. A script waits meanwhile, and is
 * taken up exactly where it was.
 */
public final class Improvisation {

    private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
    private final BooleanProperty slowly = new SimpleBooleanProperty(this, "slowly");
    private LessonViewModel script;
    private LabViewModel lab;
    private ExperimentConfig wanted;

    Improvisation() {}

    /** Whether the settings are shown over the picture. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether a change of the inputs that is applied now takes its time. */
    public BooleanProperty slowlyProperty() {
        return slowly;
    }

    /** Acts on an experiment from now on; null for the script where none is played. */
    void follow(LessonViewModel newScript, LabViewModel experiment) {
        script = newScript;
        lab = experiment;
        wanted = null;
    }

    /** {@return the script's page is put aside, or there is no script: its experiment may be changed} */
    boolean begin() {
        return script == null || script.aside().put();
    }

    /** Takes the script up where it was; what was wanted is forgotten. */
    void end() {
        wanted = null;
        open.set(false);
        script.aside().takeUp();
    }

    /** {@return whether the script waits} */
    public boolean isOn() {
        return script != null && script.aside().isOn();
    }

    /** {@return the settings that a restart would take} */
    public ExperimentConfig wanted() {
        ExperimentConfig running = lab.configProperty().get();
        if (running.equals(wanted)) {
            wanted = null;
        }
        return wanted == null ? running : wanted;
    }

    /** {@return whether other settings are wanted than those of what runs} */
    public boolean isPending() {
        return !wanted().equals(lab.configProperty().get());
    }

    /** Wants other settings, for a restart. */
    public void want(UnaryOperator<ExperimentConfig> change) {
        wanted = change.apply(wanted());
    }

    /** Changes the learning rate, at once and for a restart. */
    public void setRate(double rate) {
        want(config -> config.withTraining(config.training().withLearningRate(rate)));
        if (begin()) {
            lab.runner().apply(new Command.SetLearningRate(rate));
        }
    }

    /** {@return for each hidden layer, whether the network with batch norm is wanted to have it there} */
    List<Boolean> layers() {
        return arm(wanted()).batchNorm();
    }

    private static ArmConfig arm(ExperimentConfig config) {
        return config.arms().get(config.batchNormArm());
    }

    /** Wants batch norm in a layer, or no longer. Where all layers have it, one is chosen alone: that is asked for. */
    void toggleLayer(int layer) {
        List<Boolean> next = new ArrayList<>(layers());
        if (next.contains(false) || next.size() == 1) {
            next.set(layer, !next.get(layer));
        } else {
            Collections.fill(next, false);
            next.set(layer, true);
        }
        setLayers(next);
    }

    /** Wants batch norm in all layers. */
    void chooseAllLayers() {
        setLayers(Collections.nCopies(layers().size(), true));
    }

    private void setLayers(List<Boolean> next) {
        // Without batch norm anywhere, no arm is the one that has it any more: the same one stays meant.
        int arm = lab.configProperty().get().batchNormArm();
        want(config -> config.withArm(arm, config.arms().get(arm).withBatchNorm(next)));
    }

    /** Runs again from the beginning with the settings that are wanted, to the step where it is. */
    public void restart() {
        ExperimentConfig config = wanted();
        if (script != null) {
            script.aside().restart(config);
            return;
        }
        long step = lab.transport().lastStepProperty().get();
        lab.edit(config);
        if (lab.runner().status().config() != config && step > 0) {
            lab.transport().step(step);
        }
    }

    /** {@return what differs from the script, in a few words each} */
    public List<String> differences() {
        if (!isOn()) {
            return List.of();
        }
        ExperimentConfig running = lab.configProperty().get();
        ExperimentConfig planned = script.aside().planned();
        List<Command> own = new ArrayList<>();
        for (Action action : script.aside().way()) {
            if (action instanceof Action.Apply apply && apply.command() instanceof Command.SetLearningRate rate) {
                planned = planned.withTraining(planned.training().withLearningRate(rate.learningRate()));
            } else if (action instanceof Action.Apply apply) {
                own.add(apply.command());
            }
        }
        List<String> parts = SettingsLine.differences(running, planned);
        for (Event event : lab.runner().status().history().events()) {
            if (!(event.command() instanceof Command.SetLearningRate) && !own.remove(event.command())) {
                parts.add(SettingsLine.change(event.command(), running));
            }
        }
        return parts;
    }
}
