package normscope.lesson.page;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Snapshot;
import normscope.lab.LabViewModel;
import normscope.lab.TransportViewModel;
import normscope.lesson.Action;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.runner.Session;

/**
 * A page's run put aside while a teacher improvises on the page's experiment: afterwards the page is taken up exactly
 * where it was.
 */
public final class Aside {

    private final LessonViewModel page;
    private final LabViewModel lab;
    private CompletableFuture<Session.PutAway> run;
    private CompletableFuture<Session.PutAway> back;
    private CompletableFuture<?> outlines;
    private List<Object> measuredAt = List.of();
    private Snapshot outlined;
    private Snapshot newOutline;
    private long limit;
    private boolean locked;

    Aside(LessonViewModel page, LabViewModel lab) {
        this.page = page;
        this.lab = lab;
    }

    public boolean isOn() {
        return run != null;
    }

    /** Puts the page aside, unless it is so or is just on its way somewhere. */
    public boolean put() {
        Phase phase = page.phaseProperty().get();
        if (isOn() || phase == Phase.ARRIVING || phase == Phase.MEASURING) {
            return isOn();
        }
        lab.transport().pause();
        lab.transport().live();
        run = lab.runner().ask(Session::bookmark);
        outlined = lab.layers().pinnedSnapshot();
        limit = lab.transport().limit();
        locked = lab.transport().lockedProperty().get();
        lab.transport().setLimit(TransportViewModel.NO_LIMIT);
        lab.transport().setLocked(false);
        return true;
    }

    public void takeUp() {
        if (isOn() && back == null) {
            lab.transport().live();
            Session.PutAway kept = run.join();
            back = lab.runner().travel(session -> false, cancelled -> Session.at(kept), false);
        }
    }

    /**
     * Goes the page's way again from its beginning with another experiment, as far as the page had come. What the other
     * experiment cannot do is left out.
     */
    public void restart(ExperimentConfig config) {
        if (!put() || back != null) {
            return;
        }
        List<Action> way = way();
        way.removeIf(action -> action instanceof Action.Apply apply && !fits(apply.command(), config));
        LessonPlan plan = new LessonPlan(0, config, way);
        Snapshot[] pinned = new Snapshot[1];
        lab.transport().live();
        outlines = lab.runner()
                .travel(session -> false, cancelled -> plan.go(null, 0, cancelled, pinned), true)
                .thenRun(() -> newOutline = pinned[0]);
    }

    private static boolean fits(Command command, ExperimentConfig config) {
        try {
            command.check(config);
            return true;
        } catch (InvalidSettingException e) {
            return false;
        }
    }

    /** {@return the page's experiment as the lesson has it} */
    public ExperimentConfig planned() {
        return plan().config();
    }

    private LessonPlan plan() {
        return LessonPlan.to(page.lesson(), page.pageProperty().get());
    }

    /** {@return what is done to the page's experiment up to where the page has come: with its action once begun} */
    public List<Action> way() {
        List<Action> way = new ArrayList<>(plan().actions());
        Phase phase = page.phaseProperty().get();
        boolean begun = phase == Phase.ACTING || phase == Phase.MEASURING || phase == Phase.DONE;
        if (begun && page.current() != null) {
            way.addAll(page.current().action());
        }
        return way;
    }

    /** The page's numbers were measured now. */
    void noteMeasured() {
        measuredAt = PageMeasuring.moment(lab);
    }

    /** Whether the experiment is still where the page's numbers were measured. */
    public boolean isAsMeasured() {
        return measuredAt.equals(PageMeasuring.moment(lab));
    }

    /** The page is left, or begins again. */
    void forget() {
        run = null;
        back = null;
        outlines = null;
    }

    /** Takes in what the threads have done since: whether the page is put aside, so that its own course waits. */
    boolean holds(boolean settled) {
        if (outlines != null && settled && outlines.isDone()) {
            outlines = null;
            lab.layers().outline(newOutline);
        }
        if (back != null && settled && back.isDone()) {
            forget();
            lab.layers().outline(outlined);
            lab.transport().setLimit(limit);
            lab.transport().setLocked(locked);
            PageAction.show(lab, page.shown());
        }
        return isOn();
    }
}
