package normscope.instrument.statistics;

import java.util.Arrays;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.OverSteps;
import normscope.instrument.OverSteps.Known;
import normscope.instrument.OwnUnit;
import normscope.instrument.Replica;
import normscope.instrument.ReplicaKeeper;
import normscope.instrument.statistics.RunningStatistics.Answer;
import normscope.instrument.statistics.RunningStatistics.Source;
import normscope.lab.EvaluationViewModel;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.Moment;
import normscope.runner.RunStatus;

/**
 * Batch, running and exact statistics over the steps of the run, and one example that is normalized with each. The past
 * is measured from the recorded snapshots, little by little, on a thread of its own; the example on another.
 */
public final class RunningStatisticsViewModel extends OwnUnit
        implements InstrumentViewModel<RunningStatisticsSettings> {

    private static final long EXAMPLE_REST_MILLIS = 25;

    private record ExampleQuestion(Moment moment, double x, double y, int index, int layer, int unit) {}

    /**
     * What the network says of the example, with each kind of statistics.
     *
     * @param layer the hidden layer whose values are told
     * @param unit the unit whose values are told
     * @param beta the unit's beta
     * @param running EVAL mode
     * @param exact EVAL mode, had the running statistics been the whole training set's
     * @param inBatch TRAIN mode, in a mini-batch
     * @param alone TRAIN mode, alone
     */
    public record Answers(
            int layer, int unit, double beta, Answer running, Answer exact, Answer inBatch, Answer alone) {}

    private final ReplicaKeeper pastReplica = new ReplicaKeeper();
    private final ReplicaKeeper exampleReplica = new ReplicaKeeper();
    private final OverSteps<Boolean, Statistics> past =
            new OverSteps<>("running statistics", (all, status, snapshot) -> at(status, snapshot), pastReplica::forget);
    private final Background<ExampleQuestion, Answers> example;
    private final DoubleProperty x = new SimpleDoubleProperty(this, "x", Double.NaN);
    private final DoubleProperty y = new SimpleDoubleProperty(this, "y", Double.NaN);
    private final IntegerProperty index = new SimpleIntegerProperty(this, "index");
    private final ReadOnlyObjectWrapper<Known<Boolean, Statistics>> timeline =
            new ReadOnlyObjectWrapper<>(this, "timeline");
    private final ReadOnlyObjectWrapper<Answers> answers = new ReadOnlyObjectWrapper<>(this, "answers");
    private Snapshot exampleMoment;
    private Statistics exampleStatistics;

    public RunningStatisticsViewModel(LabViewModel lab) {
        super(lab);
        this.example = new Background<>("one example", EXAMPLE_REST_MILLIS, this::askAll, this::forgetExample);
    }

    @Override
    public void configure(RunningStatisticsSettings settings) {
        choose(settings.layer(), settings.unit());
    }

    /** The example in the data's own coordinates, where they lie in the plane. */
    public DoubleProperty xProperty() {
        return x;
    }

    public DoubleProperty yProperty() {
        return y;
    }

    /** The example's place in the training set where data do not lie in the plane; beyond the last it begins again. */
    public IntegerProperty indexProperty() {
        return index;
    }

    public int arm() {
        return lab.configProperty().get().batchNormArm();
    }

    /** What has been measured so far: null until there is something. */
    public ReadOnlyObjectProperty<Known<Boolean, Statistics>> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    /** What the network says of the example: null until it has been asked, and where the network has no statistics. */
    public ReadOnlyObjectProperty<Answers> answersProperty() {
        return answers.getReadOnlyProperty();
    }

    public void pulse() {
        keepWithin();
        placeExample();
        Moment moment = lab.transport().moment();
        timeline.set(past.pulse(true, moment));
        example.ask(new ExampleQuestion(
                moment,
                x.get(),
                y.get(),
                index.get(),
                layerProperty().get(),
                unitProperty().get()));
        answers.set(example.latest());
    }

    @Override
    public boolean isBusy() {
        return past.isBusy(lab.transport().moment());
    }

    /** The example begins on the first one of the training set. */
    private void placeExample() {
        if (lab.evaluation().twoDimensional()
                && Double.isNaN(x.get())
                && !lab.evaluation().points().isEmpty()) {
            EvaluationViewModel.DataPoint first = lab.evaluation().points().get(0);
            x.set(first.x());
            y.set(first.y());
        }
    }

    private Statistics at(RunStatus status, Snapshot snapshot) {
        RunningStatistics model = new RunningStatistics(pastReplica.at(status, snapshot));
        return model.exist() ? model.measure() : null;
    }

    private Answers askAll(ExampleQuestion question) {
        Replica replica = exampleReplica.at(question.moment);
        RunningStatistics model = new RunningStatistics(replica);
        int l = Math.min(question.layer, replica.config().network().layers() - 1);
        int u = Math.min(question.unit, replica.config().network().hiddenUnits().get(l) - 1);
        if (!model.exist()) {
            return null;
        }
        double[] inputs;
        if (replica.config().data().isPlanar()) {
            inputs = replica.inputs(question.x, question.y);
        } else {
            var train = replica.train();
            int row = Math.floorMod(question.index, train.size());
            inputs = Arrays.copyOfRange(train.x().data, row * train.inputs(), (row + 1) * train.inputs());
        }
        if (exampleMoment != replica.snapshot()) {
            exampleMoment = replica.snapshot();
            exampleStatistics = model.measure();
        }
        Statistics now = exampleStatistics;
        return new Answers(
                l,
                u,
                replica.snapshot().arm(replica.batchNormArm()).layers().get(l).beta(u),
                model.ask(inputs, Source.RUNNING, now, l, u),
                model.ask(inputs, Source.EXACT, now, l, u),
                model.ask(inputs, Source.IN_BATCH, now, l, u),
                model.ask(inputs, Source.ALONE, now, l, u));
    }

    private void forgetExample() {
        exampleReplica.forget();
        exampleMoment = null;
    }

    @Override
    public void close() {
        past.close();
        example.close();
    }
}
