package normscope.lab;

import java.util.ArrayList;
import java.util.List;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.runner.RunStatus;

/** A run as a file has it: what it began with, and its commands. */
final class RunFile {

    private RunFile() {}

    /**
     * The file of what the window shows.
     *
     * @param now the run
     * @param shown the experiment that was asked for last, with its present rate; the run may not be that far yet
     * @param opened what was opened last; null for nothing
     */
    static ExperimentFile of(RunStatus now, ExperimentConfig shown, ExperimentFile opened) {
        ExperimentConfig begun = now.config().withNamesOf(shown);
        if (!begun.withTraining(
                        begun.training().withLearningRate(shown.training().learningRate()))
                .equals(shown)) {
            return opened != null && opened.config().equals(shown) ? opened : new ExperimentFile(shown);
        }
        List<Event> events = new ArrayList<>(now.history().events());
        events.removeIf(event -> event.step() > now.snapshot().step());
        events.addAll(now.coming());
        return new ExperimentFile(begun, events);
    }
}
