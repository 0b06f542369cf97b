package normscope.instrument.update;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.chart.NetworkDrawing;
import normscope.chart.NetworkDrawing.Part;
import normscope.chart.NetworkDrawing.Pass;
import normscope.experiment.LayerSnapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.instrument.LookedAt;
import normscope.instrument.formula.FormulaRow;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.nn.NormalizerSpec;
import normscope.runner.Background;
import normscope.runner.Moment;
import normscope.text.Texts;

/** The update that the trainer makes next from the shown moment, one stage at a time. */
public final class UpdateViewModel implements InstrumentViewModel<UpdateSettings> {

    private static final long REST_MILLIS = 60;

    private record Question(Moment moment, int arm, int layer, int unit, int example) {}

    /**
     * What was found for a question.
     *
     * @param step the moment: updates made before this one
     * @param numbers of the unit; null if the arm has diverged, before this update or in it
     * @param drawing the network, without a pass; null likewise
     */
    public record Answer(int arm, int layer, long step, UnitUpdate numbers, NetworkDrawing drawing) {}

    private final LabViewModel lab;
    private final LookedAt lookedAt;
    private final Background<Question, Answer> worker;
    private final ObjectProperty<Integer> arm = new SimpleObjectProperty<>(this, "arm", 1);
    private final ObjectProperty<Stage.Kind> kind = new SimpleObjectProperty<>(this, "kind", Stage.Kind.X);
    private final IntegerProperty example = new SimpleIntegerProperty(this, "example");
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
    private boolean atOutputs;
    private Stage.Kind until;
    private OneUpdate update;
    private NetworkDrawing drawn;
    private Stage drawnAt;
    private Answer drawnOf;

    public UpdateViewModel(LabViewModel lab) {
        this.lab = lab;
        lookedAt = new LookedAt(lab);
        worker = new Background<>("update", REST_MILLIS, this::answer, () -> update = null);
        // Who chooses a hidden layer anywhere wants to see that one.
        lookedAt.layerProperty().addListener(observable -> atOutputs = false);
    }

    @Override
    public void configure(UpdateSettings settings) {
        arm.set(settings.arm());
        kind.set(settings.stage());
        until = settings.until();
        example.set(settings.example());
        atOutputs = false;
    }

    public ObjectProperty<Integer> armProperty() {
        return arm;
    }

    /** {@return what the network is called that is shown} */
    public String armName() {
        int shown = arm.get();
        return ArmNames.of(lab.configProperty().get(), shown, Texts.text("update.arm." + shown));
    }

    public IntegerProperty exampleProperty() {
        return example;
    }

    /** What is computed; where the layer has none of it, what it has instead. */
    public ObjectProperty<Stage.Kind> kindProperty() {
        return kind;
    }

    public LookedAt lookedAt() {
        return lookedAt;
    }

    /** The latest numbers: null until the first are ready. */
    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    private List<LayerSnapshot> layers() {
        return layers(lab.transport().moment());
    }

    private List<LayerSnapshot> layers(Moment moment) {
        return moment.snapshot().arm(arm.get()).layers();
    }

    /** {@return all stages, of one moment: the trainer may put another network in its place at any time} */
    public List<Stage> stages() {
        Moment moment = lab.transport().moment();
        return Stage.of(IntStream.range(0, layers(moment).size())
                .mapToObj(layer -> hasBox(moment, layer))
                .toList());
    }

    private boolean hasBox(Moment moment, int layer) {
        return layers(moment).get(layer).normalized() && other(moment, layer) == null;
    }

    /**
     * What normalizes a layer other than batch norm, whose formulas are not shown here.
     *
     * @param layer from 0, the output layer last
     * @return null for batch norm over the mini-batch, and where nothing normalizes
     */
    NormalizerSpec other(int layer) {
        return other(lab.transport().moment(), layer);
    }

    private NormalizerSpec other(Moment moment, int layer) {
        if (layer >= layers(moment).size() || !layers(moment).get(layer).normalized()) {
            return null;
        }
        // The moment's own experiment: the next one, on its way, may have fewer layers.
        NormalizerSpec spec =
                moment.status().config().arms().get(arm.get()).normalizers().get(layer);
        return spec instanceof NormalizerSpec.Batch batch && batch.ghostSize() == 0 ? null : spec;
    }

    public Stage stage() {
        Stage.Kind now = kind.get();
        return atOutputs && now.isOfLayer() ? new Stage(now.ofOutputs(), layers().size()) : inShownLayer(now);
    }

    private Stage inShownLayer(Stage.Kind wanted) {
        if (!wanted.isOfLayer()) {
            return new Stage(wanted, -1);
        }
        Moment moment = lab.transport().moment();
        int layer = Math.min(lookedAt.layer(), layers(moment).size() - 1);
        return new Stage(hasBox(moment, layer) ? wanted : wanted.withoutBox(), layer);
    }

    /** {@return the place of the stage that is shown among all, from 0} */
    public int index() {
        return stages().indexOf(stage());
    }

    /** {@return the place of the last stage that can be gone to} */
    public int last() {
        List<Stage> stages = stages();
        return until == null ? stages.size() - 1 : stages.indexOf(inShownLayer(until));
    }

    public void move(int by) {
        show(index() + by);
    }

    /** Shows a stage by its place, or the nearest that can be gone to. */
    public void show(int index) {
        List<Stage> stages = stages();
        Stage next = stages.get(Math.max(0, Math.min(Math.min(last(), stages.size() - 1), index)));
        kind.set(next.kind());
        if (next.layer() == layers().size()) {
            atOutputs = true;
        } else if (next.layer() >= 0) {
            lookedAt.layerProperty().set(next.layer());
            atOutputs = false;
        }
    }

    /** Shows a kind of stage in the layer that is shown, if it can be gone to. */
    public void show(Stage.Kind wanted) {
        Stage.Kind before = kind.get();
        kind.set(wanted);
        if (index() > last()) {
            kind.set(before);
        }
    }

    /** Lets the trainer make this update, and begins with the next one. */
    public void makeStep() {
        lab.transport().stepOnce();
        kind.set(Stage.Kind.X);
    }

    /** The layer whose numbers are shown, from 0, the output layer last. */
    private int numbersOf(Stage stage) {
        return switch (stage.kind()) {
            case X -> 0;
            case LOSS -> layers().size();
            default -> stage.layer() >= 0 ? stage.layer() : Math.min(lookedAt.layer(), layers().size() - 1);
        };
    }

    public void pulse() {
        Question question = new Question(
                lab.transport().moment(),
                arm.get(),
                numbersOf(stage()),
                lookedAt.unitProperty().get(),
                example.get());
        worker.ask(question);
        Answer latest = worker.latest();
        if (latest != null && latest.arm == question.arm && latest.layer == question.layer) {
            answer.set(latest);
        }
    }

    private Answer answer(Question question) {
        if (update == null || !update.config().equals(question.moment.status().config())) {
            update = new OneUpdate(question.moment.status().config());
        }
        update.make(question.moment.snapshot());
        long step = question.moment.snapshot().step();
        int layer = Math.min(question.layer, update.config().network().layers());
        if (update.diverged(question.arm)) {
            return new Answer(question.arm, layer, step, null, null);
        }
        UnitUpdate numbers = update.unit(question.arm, layer, question.unit, question.example);
        NetworkDrawing drawing = update.drawing(question.arm, layer, question.unit, numbers.example());
        return new Answer(question.arm, layer, step, numbers, drawing);
    }

    /** {@return the network with the pass through it up to the shown stage; null while there is none} */
    public NetworkDrawing drawing() {
        Answer now = answer.get();
        if (now == null || now.drawing() == null) {
            return null;
        }
        Stage stage = stage();
        if (now != drawnOf || !stage.equals(drawnAt)) {
            drawnOf = now;
            drawnAt = stage;
            NetworkDrawing plain = now.drawing();
            drawn = new NetworkDrawing(
                    plain.arm(), plain.layers(), plain.layer(), plain.box(), pass(stage, now.numbers()));
        }
        return drawn;
    }

    private static Pass pass(Stage stage, UnitUpdate numbers) {
        int outputs = numbers.hidden() + 1;
        int place = stage.layer() + 1;
        String words = FormulaRow.symbols(words(stage.kind()), numbers.layer() + 1, numbers.batch());
        boolean back = stage.kind().part() == Stage.Part.BACKWARD;
        int batch = numbers.batch();
        return switch (stage.kind()) {
            case X -> new Pass(false, 0, Part.A, false, null, batch);
            case Z -> new Pass(false, place, place == outputs ? Part.A : Part.Z, false, null, batch);
            case STATISTICS, NORM, TILDE, D_PARAMETERS -> new Pass(back, place, Part.BOX, false, words, batch);
            case A, D_TILDE -> new Pass(back, place, Part.A, false, null, batch);
            case LOSS -> new Pass(false, outputs, Part.A, false, null, batch);
            case D_Z -> new Pass(true, place, Part.Z, false, words, batch);
            case D_W -> new Pass(true, place, Part.WEIGHTS, false, null, batch);
            case UPDATE -> new Pass(true, 0, Part.WEIGHTS, true, words, batch);
        };
    }

    private static String words(Stage.Kind kind) {
        return switch (kind) {
            case D_Z -> "dz\\leftarrow d\\tilde z";
            case UPDATE -> "\\gamma\\;\\beta";
            default -> kind.tex();
        };
    }

    @Override
    public void close() {
        worker.close();
    }
}
