package normscope.instrument.formula;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.OwnUnit;
import normscope.instrument.Replica;
import normscope.instrument.ReplicaKeeper;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.Moment;
import normscope.text.Texts;

/** The numbers in the formulas of batch normalization, for one unit and the mini-batch of the shown moment. */
public final class FormulaViewModel extends OwnUnit implements InstrumentViewModel<FormulaSettings> {

    /** No more than four times a second: formulas are read, not watched. */
    private static final long REST_MILLIS = 250;

    private record Question(Moment moment, int layer, int unit) {}

    /**
     * What was found for a question.
     *
     * @param layer the hidden layer asked about, from 0
     * @param unit the unit asked about, from 0
     * @param numbers null where the layer has no batch normalization, or the network has diverged
     * @param diverged whether it has
     */
    public record Answer(int layer, int unit, long step, FormulaNumbers numbers, boolean diverged) {}

    private final ReplicaKeeper replica = new ReplicaKeeper();
    private final Background<Question, Answer> worker =
            new Background<>("formula", REST_MILLIS, this::answer, replica::forget);
    private final IntegerProperty example = new SimpleIntegerProperty(this, "example");
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer");

    public FormulaViewModel(LabViewModel lab) {
        super(lab);
    }

    @Override
    public void configure(FormulaSettings settings) {
        choose(settings.layer(), settings.unit());
        example.set(settings.example());
    }

    public IntegerProperty exampleProperty() {
        return example;
    }

    /** {@return the arm, from 0, whose formulas they are} */
    public int arm() {
        return lab.configProperty().get().batchNormArm();
    }

    /** The number of inputs of a unit of the chosen layer. */
    public int inputs() {
        ExperimentConfig config = lab.configProperty().get();
        return layerProperty().get() == 0
                ? config.data().inputs()
                : config.network().hiddenUnits().get(Math.min(layerProperty().get(), layers() - 1) - 1);
    }

    /** The latest numbers, a little behind while training: null until the first are ready. */
    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public void pulse() {
        keepWithin();
        worker.ask(new Question(
                lab.transport().moment(), layerProperty().get(), unitProperty().get()));
        Answer latest = worker.latest();
        if (latest != null) {
            if (latest.numbers != null) {
                example.set(Math.min(example.get(), latest.numbers.m() - 1));
            }
            answer.set(latest);
        }
    }

    /** {@return why there are no numbers of the chosen layer: one sentence} */
    public String whyNone() {
        String why = ArmNames.whyNoBatchNorm(
                lab.configProperty().get(), layerProperty().get());
        return why.isEmpty() ? Texts.text("formula.none", layerProperty().get() + 1) : why;
    }

    private Answer answer(Question question) {
        Replica at = replica.at(question.moment);
        // The network may have changed since the question was put together.
        int l = Math.min(question.layer, at.config().network().layers() - 1);
        int u = Math.min(question.unit, at.config().network().hiddenUnits().get(l) - 1);
        FormulaNumbers numbers = FormulaNumbers.exist(at, l) ? FormulaNumbers.of(at, l, u) : null;
        return new Answer(l, u, question.moment.snapshot().step(), numbers, at.diverged(at.batchNormArm()));
    }

    @Override
    public void close() {
        worker.close();
    }
}
