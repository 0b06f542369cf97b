package normscope.control;

import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * The line of a run's steps: what is recorded, which moment is shown, and flags for what the user changed.
 *
 * <p>Dragging and the keys (arrows, Page up and down, Home, End) ask for a moment; the end of the recorded part asks
 * for the live one. Everything is placed by hand: a moving thumb never causes a layout.
 */
public final class Timeline extends Region {

    private static final PseudoClass REVIEWING = PseudoClass.getPseudoClass("reviewing");
    private static final double TRACK = 6;
    private static final double THUMB = 8;
    private static final double CATCH = 5;
    private static final long SMALLEST_END = 200;

    /** Something that happened at a step, in a word or two. */
    public record Flag(long step, String label) {}

    private final LongProperty position = new SimpleLongProperty(this, "position");
    private final LongProperty last = new SimpleLongProperty(this, "last");
    private final ObservableList<Flag> flags = FXCollections.observableArrayList();
    private final Rectangle track = bar("track");
    private final Rectangle recorded = bar("recorded");
    private final Rectangle passed = bar("passed");
    private final Circle thumb = Parts.styled(new Circle(THUMB), "thumb");
    private final TimelineFlags flagLayer = new TimelineFlags();
    private final Label bubble = Parts.styled(new Label(), "timeline-bubble");
    private final Label endLabel = Parts.styled(new Label(), "timeline-end");
    private LongConsumer onSeek = step -> {};
    private Runnable onLive = () -> {};
    private IntConsumer onFlag = flag -> {};
    private IntConsumer onNeighbour = direction -> {};
    private LongUnaryOperator recordedAt = step -> step;
    private boolean onAFlag;
    private long end = endFor(0);

    public Timeline() {
        getStyleClass().add("timeline");
        setAccessibleRole(AccessibleRole.SLIDER);
        setFocusTraversable(true);
        bubble.setVisible(false);
        thumb.setManaged(false);
        for (Region region : new Region[] {flagLayer, bubble, endLabel}) {
            region.setManaged(false);
        }
        getChildren().addAll(track, recorded, passed, flagLayer, endLabel, thumb, bubble);
        position.addListener(observable -> update());
        last.addListener(observable -> update());
        flags.addListener((ListChangeListener<Flag>) change -> flagLayer.show(flags, this::x, getWidth(), lineY()));
        setOnMousePressed(event -> {
            requestFocus();
            int flag = flagLayer.at(event.getX(), event.getY());
            onAFlag = flag >= 0;
            if (onAFlag) {
                onFlag.accept(flag);
            } else {
                seekAt(event.getX());
            }
        });
        setOnMouseDragged(event -> {
            // A hand that shakes while it clicks on a flag stays there.
            onAFlag &= event.isStillSincePress();
            if (!onAFlag) {
                seekAt(event.getX());
            }
            hover(event);
        });
        setOnMouseMoved(this::hover);
        setOnMouseExited(event -> bubble.setVisible(false));
        setOnKeyPressed(this::key);
    }

    public LongProperty positionProperty() {
        return position;
    }

    public LongProperty lastProperty() {
        return last;
    }

    /** The flags, in order of their steps. */
    public ObservableList<Flag> flags() {
        return flags;
    }

    /** Sets who shows the moment the user asks for: a recorded step, or the end of the recorded part. */
    public void setHandlers(LongConsumer seek, Runnable live) {
        onSeek = seek;
        onLive = live;
    }

    /**
     * Sets who goes to the moment just before a flag, told by its number from 0, and to the recorded moment before (-1)
     * or after (1) the shown one.
     */
    public void setMomentHandlers(IntConsumer flag, IntConsumer neighbour) {
        onFlag = flag;
        onNeighbour = neighbour;
    }

    /** Sets which recorded step is shown for one that is asked for. */
    public void setRecorded(LongUnaryOperator recorded) {
        recordedAt = recorded;
    }

    /** Shows whether the thumb stands on a past moment. */
    public void setReviewing(boolean reviewing) {
        pseudoClassStateChanged(REVIEWING, reviewing);
    }

    /** {@return where a step lies, in this node's coordinates} */
    public double x(long step) {
        return THUMB + (getWidth() - 2 * THUMB) * Math.min(1.0, (double) step / end);
    }

    /**
     * {@return the end of the line for a run of so many steps: the smallest of 200, 500, 1000, 2000, 5000, ... that is
     * at least a twentieth beyond it} It stays until it is reached, so that flags stand still while a run goes on.
     */
    static long endFor(long last) {
        double needed = last * 1.05;
        long end = SMALLEST_END;
        for (int i = 0; end < needed; i++) {
            // 200 -> 500 -> 1000 -> 2000: every third one begins with 2.
            end = i % 3 == 0 ? end / 2 * 5 : end * 2;
        }
        return end;
    }

    private long stepAt(double x) {
        double share = (x - THUMB) / Math.max(1, getWidth() - 2 * THUMB);
        return Math.max(0, Math.min(last.get(), Math.round(share * end)));
    }

    private double lineY() {
        return Math.rint(getHeight() / 2);
    }

    private void seekAt(double x) {
        if (x >= x(last.get()) - CATCH) {
            onLive.run();
        } else {
            onSeek.accept(stepAt(x));
        }
    }

    private void seekTo(long step) {
        if (step >= last.get()) {
            onLive.run();
        } else {
            onSeek.accept(Math.max(0, step));
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        long page = Math.max(1, last.get() / 20);
        long here = position.get();
        switch (event.getCode()) {
            case LEFT -> moveTo(-1, event.isShiftDown() ? page : 0);
            case RIGHT -> moveTo(1, event.isShiftDown() ? page : 0);
            case PAGE_DOWN -> seekTo(here - page);
            case PAGE_UP -> seekTo(here + page);
            case HOME -> seekTo(0);
            case END -> seekTo(last.get());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveTo(int direction, long page) {
        if (page == 0) {
            onNeighbour.accept(direction);
        } else {
            seekTo(position.get() + direction * page);
        }
    }

    private String words(MouseEvent event) {
        int at = flagLayer.at(event.getX(), event.getY());
        if (at < 0) {
            return Texts.text("timeline.hover", recordedAt.applyAsLong(stepAt(event.getX())));
        }
        Flag flag = flags.get(at);
        return Texts.text("timeline.flag", flag.label(), flag.step());
    }

    private void hover(MouseEvent event) {
        bubble.setText(words(event));
        bubble.autosize();
        double left = Math.max(0, Math.min(getWidth() - bubble.getWidth(), event.getX() - bubble.getWidth() / 2));
        bubble.relocate(Math.rint(left), lineY() - THUMB - 4 - bubble.getHeight());
        bubble.setVisible(true);
    }

    private void update() {
        long newEnd = endFor(last.get());
        if (newEnd != end) {
            end = newEnd;
            flagLayer.show(flags, this::x, getWidth(), lineY());
            placeEnd();
        }
        recorded.setWidth(x(last.get()) - THUMB + TRACK);
        passed.setWidth(x(position.get()) - THUMB + TRACK);
        thumb.setTranslateX(x(position.get()));
    }

    @Override
    protected void layoutChildren() {
        double y = lineY();
        for (Rectangle bar : new Rectangle[] {track, recorded, passed}) {
            bar.setX(THUMB - TRACK / 2);
            bar.setY(y - TRACK / 2);
        }
        track.setWidth(Math.max(0, getWidth() - 2 * THUMB + TRACK));
        thumb.setTranslateY(y);
        flagLayer.resizeRelocate(0, 0, getWidth(), getHeight());
        flagLayer.show(flags, this::x, getWidth(), y);
        placeEnd();
        update();
    }

    private void placeEnd() {
        endLabel.setText(Numbers.grouped(end));
        endLabel.autosize();
        endLabel.relocate(getWidth() - endLabel.getWidth(), lineY() + THUMB + 2);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) last.get();
            case VALUE -> (double) position.get();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private static Rectangle bar(String style) {
        Rectangle bar = Parts.styled(new Rectangle(0, TRACK), style);
        bar.setArcWidth(TRACK);
        bar.setArcHeight(TRACK);
        bar.setManaged(false);
        return bar;
    }
}
