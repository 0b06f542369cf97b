package normscope.lab;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.data.Datasets;
import normscope.data.RandomStreams;
import normscope.experiment.DataConfig;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;
import normscope.experiment.ExperimentConfig;

/** Points that are being drawn into the plane, and the tools for it. It knows neither mouse nor keys. */
public final class DrawViewModel {

    /** What a press on the plane does. */
    public enum Tool {
        /** Strews points along the way. */
        SPRAY,
        /** Puts one point. */
        POINT,
        /** Takes the points under the brush along. */
        MOVE,
        /** Takes the points under the brush away. */
        ERASE
    }

    /** How far a single point is reached. */
    private static final double PIN = 0.06;

    private static final int MOST_UNDONE = 200;

    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.SPRAY);
    private final IntegerProperty label = new SimpleIntegerProperty(this, "label");
    private final DoubleProperty radius = new SimpleDoubleProperty(this, "radius", 0.3);
    private final IntegerProperty density = new SimpleIntegerProperty(this, "density", 4);
    private final DoubleProperty noise = new SimpleDoubleProperty(this, "noise");
    private final ReadOnlyDoubleWrapper x = new ReadOnlyDoubleWrapper(this, "x");
    private final ReadOnlyDoubleWrapper y = new ReadOnlyDoubleWrapper(this, "y");
    private final ReadOnlyObjectWrapper<List<Point>> points = new ReadOnlyObjectWrapper<>(this, "points", List.of());
    private final ReadOnlyBooleanWrapper pressed = new ReadOnlyBooleanWrapper(this, "pressed");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
    private final Deque<List<Point>> undone = new ArrayDeque<>();
    private final Deque<List<Point>> redone = new ArrayDeque<>();

    private final ExperimentConfig config;
    private final RandomGenerator random;
    private List<Point> before = List.of();
    private Predicate<Point> held;
    private double pressedX;
    private double pressedY;

    /**
     * Begins to edit an experiment's data: its drawn points if it has some (what was left comes back by {@link #undo}
     * then), else those that were left.
     */
    public DrawViewModel(ExperimentConfig config, List<Point> left) {
        this.config = config;
        random = new RandomStreams(config.seed()).of("painting", 0);
        points.set(left);
        if (config.data().own() instanceof DrawnPoints drawn) {
            if (left.isEmpty()) {
                points.set(drawn.points());
            } else {
                change(drawn.points());
            }
            noise.set(config.data().noise());
        }
    }

    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** The class of new points: 0 … {@link DrawnPoints#MAX_CLASSES} − 1. */
    public IntegerProperty labelProperty() {
        return label;
    }

    /** The radius of the brush, in the plane's units. */
    public DoubleProperty radiusProperty() {
        return radius;
    }

    /** How many points the brush strews at each place of its way. */
    public IntegerProperty densityProperty() {
        return density;
    }

    /** Standard deviation of the noise that the run adds to every input, 0 … 1. */
    public DoubleProperty noiseProperty() {
        return noise;
    }

    /** Where the brush is: its first input, within the plane. */
    public ReadOnlyDoubleProperty xProperty() {
        return x.getReadOnlyProperty();
    }

    /** Where the brush is: its second input, within the plane. */
    public ReadOnlyDoubleProperty yProperty() {
        return y.getReadOnlyProperty();
    }

    /** The points as drawn: a new immutable list at every change. */
    public ReadOnlyObjectProperty<List<Point>> pointsProperty() {
        return points.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty pressedProperty() {
        return pressed.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** {@return how far the tool reaches from where it is} */
    public double reach() {
        return tool.get() == Tool.POINT ? PIN : radius.get();
    }

    /** Moves the brush; while pressed, it works on its way. */
    public void moveTo(double toX, double toY) {
        double fromX = x.get();
        double fromY = y.get();
        x.set(within(toX));
        y.set(within(toY));
        if (!pressed.get()) {
            return;
        }
        switch (tool.get()) {
            case SPRAY -> sprayFrom(fromX, fromY);
            case ERASE -> points.set(Strokes.erased(points.get(), fromX, fromY, x.get(), y.get(), reach()));
            case MOVE -> points.set(Strokes.moved(before, held, x.get() - pressedX, y.get() - pressedY));
            case POINT -> {}
        }
    }

    private static double within(double value) {
        return Math.max(-DrawnPoints.REACH, Math.min(DrawnPoints.REACH, value));
    }

    /** As densely on a quick way as on a slow one. */
    private void sprayFrom(double fromX, double fromY) {
        double spacing = radius.get() / 2;
        while (Math.hypot(x.get() - pressedX, y.get() - pressedY) >= spacing) {
            double way = Math.hypot(x.get() - pressedX, y.get() - pressedY);
            pressedX += spacing / way * (x.get() - pressedX);
            pressedY += spacing / way * (y.get() - pressedY);
            dab();
        }
    }

    private void dab() {
        points.set(Strokes.sprayed(points.get(), pressedX, pressedY, radius.get(), density.get(), label.get(), random));
    }

    /** Sets the tool to work where the brush is. */
    public void press() {
        if (pressed.get()) {
            return;
        }
        before = points.get();
        pressed.set(true);
        pressedX = x.get();
        pressedY = y.get();
        switch (tool.get()) {
            case SPRAY -> dab();
            case POINT -> points.set(Strokes.with(before, Strokes.point(pressedX, pressedY, label.get())));
            case MOVE -> held = Strokes.near(pressedX, pressedY, reach());
            case ERASE -> points.set(Strokes.erased(before, pressedX, pressedY, pressedX, pressedY, reach()));
        }
    }

    /** Ends what {@link #press} began: one step for {@link #undo}. */
    public void release() {
        if (pressed.get()) {
            List<Point> drawn = points.get();
            points.set(before);
            pressed.set(false);
            change(drawn);
        }
    }

    /** What a key does: as a press and a release; points to be moved are held until the next. */
    public void act() {
        if (pressed.get()) {
            release();
            return;
        }
        press();
        if (tool.get() != Tool.MOVE) {
            release();
        }
    }

    public void erase() {
        release();
        change(Strokes.erased(points.get(), x.get(), y.get(), x.get(), y.get(), reach()));
    }

    public void clear() {
        release();
        change(List.of());
    }

    private void change(List<Point> next) {
        if (next.equals(points.get())) {
            return;
        }
        undone.push(points.get());
        if (undone.size() > MOST_UNDONE) {
            undone.removeLast();
        }
        redone.clear();
        show(next);
    }

    private void show(List<Point> next) {
        points.set(next);
        canUndo.set(!undone.isEmpty());
        canRedo.set(!redone.isEmpty());
    }

    public void undo() {
        release();
        if (!undone.isEmpty()) {
            redone.push(points.get());
            show(undone.pop());
        }
    }

    public void redo() {
        release();
        if (!redone.isEmpty()) {
            undone.push(points.get());
            show(redone.pop());
        }
    }

    /** {@return why the experiment's data cannot be begun with; null if they can} */
    public String whyNotPresent() {
        return PlanarData.whyNot(config.data());
    }

    /** {@return whether the experiment's data are drawn ones, which are here from the start} */
    public boolean isOfDrawn() {
        return config.data().own() instanceof DrawnPoints;
    }

    public String presentName() {
        return SettingsLine.data(config);
    }

    /** Takes the experiment's data without their noise, which is added again; an input beyond the plane is fitted. */
    public void takePresent() {
        release();
        change(PlanarData.of(config));
        noise.set(config.data().noise());
    }

    public DrawnClasses classes() {
        return DrawnClasses.of(points.get());
    }

    /** {@return the points as the run gets them: with the noise of its seed} */
    public List<Point> noisy() {
        List<Point> drawn = points.get();
        if (drawn.isEmpty() || noise.get() == 0) {
            return drawn;
        }
        Dataset all = Datasets.some(
                DrawnPoints.dataset(drawn, DrawnPoints.MAX_CLASSES),
                drawn.size(),
                noise.get(),
                new RandomStreams(config.seed()).of("data", 0));
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Point(all.x().get(i, 0), all.x().get(i, 1), all.label(i)))
                .toList();
    }

    /** {@return the data that these points make; only if {@link #classes} have no problem} */
    public DataConfig data() {
        release();
        DataConfig like = config.data().hasPictures() ? config.data().withKind(DataKind.MOONS) : config.data();
        return like.withOwn(classes().closedUp(points.get())).withNoise(noise.get());
    }
}
