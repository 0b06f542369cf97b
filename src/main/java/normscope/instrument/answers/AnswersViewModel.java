package normscope.instrument.answers;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.data.TrueRule;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.Reading;
import normscope.instrument.ReplicaKeeper;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.Moment;

/** The answers at the shown moment, measured on a thread of its own. */
final class AnswersViewModel implements InstrumentViewModel<AnswersSettings> {

    private static final long REST_MILLIS = 40;

    private record Question(Moment moment, AnswersSettings settings) {}

    private final LabViewModel lab;
    private final ReplicaKeeper replica = new ReplicaKeeper();
    private final Background<Question, Answered> background;
    private final ObjectProperty<Reading> map = new SimpleObjectProperty<>(this, "map", Reading.WITH_TRAIN);
    private AnswersSettings settings = AnswersSettings.defaults();
    private AnswersSettings wanted;

    /** Of the moment its snapshot alone: the moment holds its whole run, and nobody may look for long. */
    private record Answered(Snapshot snapshot, AnswersSettings settings, Answers answers) {}

    AnswersViewModel(LabViewModel lab) {
        this.lab = lab;
        background = new Background<>(
                "answers",
                REST_MILLIS,
                question -> new Answered(
                        question.moment().snapshot(),
                        question.settings(),
                        Answers.of(replica.at(question.moment()), question.settings())),
                replica::forget);
    }

    @Override
    public void configure(AnswersSettings chosen) {
        settings = chosen;
        map.set(chosen.map());
    }

    ObjectProperty<Reading> mapProperty() {
        return map;
    }

    boolean labelsShown() {
        return lab.evaluation().labelsShownProperty().get();
    }

    /** {@return the rule that the labels follow; null where it cannot be told, or may not be seen} */
    TrueRule rule() {
        return lab.evaluation().rule();
    }

    /** Asks for the shown moment; once a frame while somebody looks. Null until something is known. */
    Answers pulse() {
        // Truths are of cats; an instrument that stays open over other data judges by their labels.
        boolean cats = lab.configProperty().get().data().rule() != null;
        wanted = new AnswersSettings(cats ? settings.truths() : List.of(), map.get());
        background.ask(new Question(lab.transport().moment(), wanted));
        Answered latest = background.latest();
        return latest == null ? null : latest.answers();
    }

    @Override
    public boolean isBusy() {
        Answered latest = background.latest();
        return latest == null
                || latest.snapshot() != lab.transport().moment().snapshot()
                || !latest.settings().equals(wanted);
    }

    @Override
    public void close() {
        background.close();
    }
}
