package normscope.instrument.contours;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import normscope.instrument.InstrumentViewModel;

/** Gradient descent on the contours: step by step, or running faster and faster until it has arrived or left. */
public final class ContoursViewModel implements InstrumentViewModel<ContoursSettings> {

    /** The share of the improvement that counts as having arrived. */
    public static final double WANTED = 0.99;

    /** Running stops here: what is left cannot be seen. */
    private static final double ENOUGH = 0.999;

    private static final double FIRST_STEPS_PER_SECOND = 8;

    /** So much faster it gets with every step made: a thousand steps and a million are both worth waiting for. */
    private static final double SPEED_PER_STEP = 1.5;

    private static final long MOST_STEPS_A_FRAME = 100_000;
    private static final double LONGEST_FRAME = 0.1;

    private static final long TELLING_STEPS = 20;

    private final ReadOnlyObjectWrapper<Contours> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final BooleanProperty magnified = new SimpleBooleanProperty(this, "magnified", true);
    private Descent descent;
    private long lastNanos;
    private double due;
    private long frame;

    public ContoursViewModel() {
        configure(ContoursSettings.defaults());
    }

    @Override
    public void configure(ContoursSettings settings) {
        problem.set(new Contours(settings));
        reset();
    }

    public void reset() {
        descent = problem.get().descent();
        running.set(false);
        frame++;
    }

    public void step() {
        running.set(false);
        descent.advance(1);
        frame++;
    }

    public void run() {
        reset();
        toggleRun();
    }

    /** Runs, or pauses. Where there is nothing left to run, it begins again. */
    public void toggleRun() {
        if (!running.get() && isOver()) {
            reset();
        }
        running.set(!running.get());
        lastNanos = 0;
        due = 1;
    }

    /** The first steps tell how it goes; a million more of them need only patience. */
    @Override
    public boolean isBusy() {
        return running.get() && descent.steps() < TELLING_STEPS;
    }

    private boolean isOver() {
        return descent.diverged() || descent.improvement() >= ENOUGH;
    }

    public void pulse(long nanos) {
        if (!running.get()) {
            return;
        }
        double seconds = lastNanos == 0 ? 0 : Math.min(LONGEST_FRAME, (nanos - lastNanos) * 1e-9);
        lastNanos = nanos;
        due += seconds * Math.max(FIRST_STEPS_PER_SECOND, SPEED_PER_STEP * descent.steps());
        long whole = (long) Math.min(due, MOST_STEPS_A_FRAME);
        due = Math.min(due - whole, 1);
        if (whole > 0) {
            descent.advance(whole);
            running.set(!isOver());
            frame++;
        }
    }

    public ReadOnlyObjectProperty<Contours> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public BooleanProperty magnifiedProperty() {
        return magnified;
    }

    /** The descent so far: not to be advanced by others. */
    public Descent descent() {
        return descent;
    }

    /** Grows whenever the descent has moved. */
    public long frame() {
        return frame;
    }
}
