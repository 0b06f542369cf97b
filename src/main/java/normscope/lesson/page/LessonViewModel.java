package normscope.lesson.page;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.PageInstrument;
import normscope.lab.LabViewModel;
import normscope.lab.TransportViewModel;
import normscope.lesson.Lesson;
import normscope.lesson.Page;
import normscope.text.Texts;

/**
 * One lesson that a student goes through: the page, the answer to its question, its action on the running experiment,
 * and what was measured of it.
 *
 * <p>Every page begins with its own state of the experiment, which follows from the lesson alone. So a page that is
 * entered again, from whichever side and whatever was tried in between, has the same networks bit for bit.
 */
public final class LessonViewModel {

    /** Where the student is on a page. */
    public enum Phase {
        /** The page's experiment is on its way to its state. */
        ARRIVING,
        /** A question waits for an answer, and training with it. */
        ASKING,
        /** The action can be started, or what was asked for be shown; until then the answer can be changed. */
        READY,
        /** The action is under way, or paused on its way. */
        ACTING,
        MEASURING,
        /** Nothing is left to do on this page. */
        DONE
    }

    private final Lesson lesson;
    private final int number;
    private final int count;
    private final LabViewModel lab;
    private final Consumer<LessonProgress> keep;
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper(this, "page", -1);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.ARRIVING);
    private final ReadOnlyIntegerWrapper answer = new ReadOnlyIntegerWrapper(this, "answer", -1);
    private final Reflection reflection = new Reflection(this);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper(this, "paused");
    private final Hands hands = new Hands();
    private final Aside aside;
    private final PageAhead ahead = new PageAhead();
    private LessonProgress progress;
    private boolean presented;
    private CompletableFuture<LessonPlan.Arrival> arriving;
    private PageMeasuring measuring;
    private PageAction action;
    private PageInstrument instrument = PageInstrument.NONE;
    private Runnable onFinish = () -> {};
    private String following;

    /** Begins with no page open, with what was said and measured before; {@code keep} is told of all that is new. */
    LessonViewModel(
            Lesson lesson,
            int number,
            int count,
            LabViewModel lab,
            LessonProgress progress,
            Consumer<LessonProgress> keep) {
        this.lesson = lesson;
        this.number = number;
        this.count = count;
        this.lab = lab;
        this.progress = progress;
        this.keep = keep;
        presented = lesson.kind() == Lesson.Kind.SCRIPT;
        this.aside = new Aside(this, lab);
        lab.transport().setBeforeMoving(this::startBeforeMoving);
    }

    public Lesson lesson() {
        return lesson;
    }

    /** {@return which of the lessons it is, with the open page, in words} */
    String place() {
        return Texts.text("lesson.place", number, count, page.get() + 1, pages());
    }

    /** {@return how many pages there are, with the one at the end} */
    public int pages() {
        return LessonsViewModel.pages(lesson);
    }

    /** The page that is open: from 0. */
    public ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The open page's data: null at the end of the lesson. */
    public Page current() {
        return page.get() < lesson.pages().size() ? lesson.pages().get(page.get()) : null;
    }

    /** The page whose panels are shown: the open one; at the end of the lesson the one before. */
    public Page shown() {
        return lesson.pages().get(Math.min(page.get(), lesson.pages().size() - 1));
    }

    /** The open page's words: with what is measured by now; null at the end of the lesson. */
    public PageWords words() {
        return current() == null ? null : new PageWords(current(), lesson.texts(), progress);
    }

    /** {@return the title of a page, any but the last} */
    public String title(int index) {
        return lesson.texts().pages().get(lesson.pages().get(index).id()).title();
    }

    /** Where the student is on the page: never null. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The answer that the student has given: its place in the list, -1 before. */
    public ReadOnlyIntegerProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Turns to the next page; on the last one there is none. */
    public void next() {
        goTo(page.get() + 1);
    }

    /** Turns to the page before; on the first one there is none. */
    public void back() {
        goTo(page.get() - 1);
    }

    /** Turns to a page, from 0; nothing happens if there is no such page, or if it is open. */
    public void goTo(int index) {
        if (index >= 0 && index < pages() && index != page.get()) {
            // Before anybody is told of the page: none must show the former one's state on it.
            phase.set(Phase.ARRIVING);
            answer.set(progress.answer(lesson, index));
            reflection.recall(progress.saw(lesson, index));
            page.set(index);
            keep(progress.entered(lesson, index));
            arrive();
        }
    }

    void keep(LessonProgress now) {
        progress = now;
        keep.accept(now);
    }

    public LessonProgress progress() {
        return progress;
    }

    /** Whether the page's result stands on it: measured now, or when the page was open before. */
    public boolean knows() {
        return current() != null
                && !reflection.asksWhatWasSeen()
                && (phase.get() == Phase.DONE
                        || !presented && progress.of(current()).done());
    }

    public Reflection reflection() {
        return reflection;
    }

    /** {@return whether a class is asked, and no single student} */
    boolean isPresented() {
        return presented;
    }

    /** Says whether a class is asked; it begins each page with its question and sees nothing that is known of it. */
    public void setPresented(boolean before) {
        presented = before || lesson.kind() == Lesson.Kind.SCRIPT;
        if (before) {
            ahead.prepare(lesson, page.get() + 1);
        } else if (presented) {
            ahead.forget();
        }
    }

    /** Whether the experiment is still another one than the page's, which is on its way. */
    public boolean isElsewhere() {
        ExperimentConfig wanted = LessonPlan.to(lesson, page.get()).config();
        return phase.get() == Phase.ARRIVING
                && !wanted.equals(lab.configProperty().get());
    }

    /** Puts the page's experiment back to what it was when the page was entered. What was measured is kept. */
    public void restartPage() {
        if (shown().instrument() != null) {
            instrument.configure(shown().instrument());
        }
        arrive();
    }

    /** Sets what shows the page's instrument to the user now; {@link PageInstrument#NONE} if nothing does. */
    public void setInstrument(PageInstrument shown) {
        instrument = shown;
    }

    /** Goes to where the page begins, from the nearest place on the way there that was reached before. */
    private void arrive() {
        phase.set(Phase.ARRIVING);
        aside.forget();
        measuring = null;
        action = null;
        paused.set(false);
        lab.transport().live();
        lab.transport().setLimit(TransportViewModel.NO_LIMIT);
        lab.transport().setLocked(true);
        arriving = ahead.travel(lesson, page.get(), lab);
    }

    /** Gives an answer, by its place in the list; it can be changed until the action starts. Or says what was seen. */
    public void answer(int index) {
        if (reflection.asksWhatWasSeen()) {
            reflection.see(index);
        } else if (!aside.isOn()
                && isOpen()
                && index >= 0
                && index < words().answers().size()) {
            keep(progress.answered(lesson, current(), index));
            answer.set(index);
            if (phase.get() == Phase.ASKING) {
                ready();
            }
        }
    }

    public boolean isOpen() {
        return (phase.get() == Phase.ASKING || phase.get() == Phase.READY) && !knows();
    }

    /** {@return the hands that a class has raised for the answers to each page's question} */
    public Hands hands() {
        return hands;
    }

    /** Whether the page's question stands: what would answer it has not begun. */
    public boolean asks() {
        boolean asked = current() != null && current().prediction() != null;
        return asked && !aside.isOn() && phase.get().compareTo(Phase.ACTING) < 0;
    }

    /** Starts the action without an answer: before a class nobody answers alone. */
    public void actUnanswered() {
        if (phase.get() == Phase.ASKING && !aside.isOn()) {
            ready();
        }
        act();
    }

    private void ready() {
        lab.transport().setLocked(false);
        // What is only to be shown is shown again at once.
        if (hasAction() && !(knows() && current().action().isEmpty())) {
            phase.set(Phase.READY);
        } else {
            measure();
        }
    }

    /** Whether something is left to the student to start, if only to be shown what was asked for. */
    public boolean hasAction() {
        Page now = current();
        return now != null && (!now.action().isEmpty() || now.prediction() != null);
    }

    /** Starts the page's action, or goes on with it where it was paused. */
    public void act() {
        if (canAct() && phase.get() == Phase.READY) {
            start(true);
        } else if (canAct()) {
            lab.transport().play();
        }
    }

    /** Whether {@link #act} would do something. */
    public boolean canAct() {
        return !aside.isOn() && (phase.get() == Phase.READY || paused.get());
    }

    /** Whoever plays or steps on a page whose action waits, starts the action. */
    private void startBeforeMoving() {
        if (phase.get() == Phase.READY && !aside.isOn()) {
            start(false);
        }
    }

    private void start(boolean play) {
        action = new PageAction(lab, instrument, current().action());
        phase.set(Phase.ACTING);
        if (action.carryOn(play)) {
            measure();
        }
    }

    private void measure() {
        phase.set(Phase.MEASURING);
        measuring = new PageMeasuring(
                lab, instrument, current() == null ? List.of() : current().measures());
    }

    /** Takes in what the threads have done since; once a frame, told whether the experiment's pulse took in all. */
    void pulse(boolean settled) {
        if (aside.holds(settled)) {
            return;
        }
        if (arriving != null && settled && arriving.isDone()) {
            enter();
        } else if (phase.get() == Phase.READY && current().startsInstrument() && instrument.isBusy()) {
            // Started by its own button, which is as good.
            start(true);
        } else if (phase.get() == Phase.ACTING && settled) {
            if (action.isGivenUp()) {
                action = null;
                phase.set(Phase.READY);
            } else if (action.hasArrived() && action.carryOnAfterwards()) {
                measure();
            }
        } else if (measuring != null) {
            Map<String, Double> values = measuring.measured(instrument);
            if (values != null) {
                measuring = null;
                action = null;
                if (current() != null) {
                    keep(progress.measured(lesson, current(), values));
                }
                aside.noteMeasured();
                phase.set(Phase.DONE);
            }
        }
        paused.set(phase.get() == Phase.ACTING && settled && lab.runner().isSettled() && action.isAtRest());
    }

    private void enter() {
        LessonPlan.Arrival arrival = arriving.join();
        arriving = null;
        ahead.arrived(lesson, page.get(), arrival);
        lab.layers().outline(arrival.pinned());
        Page now = current();
        PageAction.show(lab, shown());
        instrument.refresh();
        if (knows()) {
            instrument.recall();
        }
        if (now != null && now.prediction() != null && answer.get() < 0) {
            phase.set(Phase.ASKING);
        } else {
            ready();
        }
    }

    /** The page put aside, to improvise on its experiment. */
    public Aside aside() {
        return aside;
    }

    /** {@return the title of the lesson after this one; null if there is none} */
    public String following() {
        return following;
    }

    /** Ends the lesson: on to the next one, or back to the list. */
    public void finish() {
        onFinish.run();
    }

    void setEnd(String nextLesson, Runnable handler) {
        following = nextLesson;
        onFinish = handler;
    }

    /** The lesson is closed. */
    void leave() {
        ahead.forget();
        arriving = null;
        lab.transport().pause();
        lab.transport().setLocked(false);
        lab.transport().setLimit(TransportViewModel.NO_LIMIT);
        lab.transport().setBeforeMoving(() -> {});
    }
}
