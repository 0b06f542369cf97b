package normscope.lesson.page;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import normscope.instrument.PageInstrument;
import normscope.lab.LabViewModel;
import normscope.lab.PreparedShift;
import normscope.lab.TransportViewModel;
import normscope.lesson.Action;
import normscope.lesson.Page;
import normscope.panel.PanelWord;

/**
 * The action of a lesson's page, done on the running experiment for all to see: commands at once, training at the
 * show's speed, where the user may pause and step.
 */
final class PageAction {

    private final LabViewModel lab;
    private final List<Action> actions;
    private final PageInstrument instrument;
    private int next;
    private boolean instrumentStarted;

    PageAction(LabViewModel lab, PageInstrument instrument, List<Action> actions) {
        this.lab = lab;
        this.instrument = instrument;
        this.actions = actions;
    }

    /**
     * Does what can be done at once, up to the next training, which begins by itself if it shall {@code play}, or the
     * next work of the instrument: whether everything is done.
     */
    boolean carryOn(boolean play) {
        long step = lab.transport().lastStepProperty().get();
        while (next < actions.size()) {
            Action action = actions.get(next);
            long target = LessonPlan.after(action, step);
            if (target > step) {
                lab.transport().setLimit(target);
                if (play) {
                    lab.transport().play();
                }
                return false;
            }
            perform(action);
            if (action instanceof Action.Starting) {
                instrumentStarted = true;
                return false;
            }
            next++;
        }
        lab.transport().setLimit(TransportViewModel.NO_LIMIT);
        return true;
    }

    /** Whether the instrument was stopped before it came to its end. */
    boolean isGivenUp() {
        return instrumentStarted && !instrument.isBusy() && instrument.isGivenUp();
    }

    /** Whether what is under way has come to its end, as of the experiment's last pulse. */
    boolean hasArrived() {
        if (instrumentStarted) {
            return !instrument.isBusy();
        }
        TransportViewModel transport = lab.transport();
        return isAtRest()
                && (lab.curves().isOver() || transport.lastStepProperty().get() >= transport.limit());
    }

    /** Whether nothing is under way. */
    boolean isAtRest() {
        return !instrumentStarted
                && !lab.transport().busyProperty().get()
                && !lab.transport().playingProperty().get();
    }

    /** Goes on behind what has come to its end. */
    boolean carryOnAfterwards() {
        instrumentStarted = false;
        next++;
        return carryOn(true);
    }

    private void perform(Action action) {
        if (action instanceof Action.Apply apply) {
            PreparedShift.apply(lab, apply.command());
        } else if (action instanceof Action.Pin pin) {
            lab.layers().pinShown(pin.on());
        } else if (action instanceof Action.Starting) {
            if (action instanceof Action.SetUp setUp) {
                instrument.configure(setUp.settings());
            }
            instrument.start();
        } else {
            show(lab, action);
        }
    }

    /** The view is the page's own: what another page has chosen for itself does not last. */
    static void show(LabViewModel lab, Page page) {
        showAfresh(lab, page.panels());
        page.enter().forEach(each -> show(lab, each));
    }

    /** Shows everything as it is usual, so that a page does not depend on what was looked at before. */
    static void showAfresh(LabViewModel lab, Collection<PanelWord> panels) {
        lab.transport().speedProperty().set(TransportViewModel.DEFAULT_SPEED);
        lab.curves()
                .showAfresh(
                        panels.contains(PanelWord.ACCURACY) && !panels.contains(PanelWord.LOSS),
                        lab.layers().layerCountProperty().get());
        lab.layers().showAfresh();
        lab.evaluation().labelsShownProperty().set(true);
    }

    /** Does what is only a matter of view, and nothing else. */
    static void show(LabViewModel lab, Action action) {
        if (action instanceof Action.Speed speed) {
            lab.transport().speedProperty().set(speed.stepsPerSecond());
        } else if (action instanceof Action.Show show) {
            set(show.accuracy(), lab.curves().showAccuracyProperty()::set);
            set(show.logAxis(), lab.curves().logAxisProperty()::set);
            set(show.layer(), lab.curves().bandLayerProperty()::set);
            set(show.after(), lab.layers().afterProperty()::set);
            set(show.oneUnit(), lab.layers().oneUnitProperty()::set);
            set(show.unit(), lab.layers().unitProperty()::set);
            set(show.density(), lab.layers().densityProperty()::set);
            set(show.labels(), lab.evaluation().labelsShownProperty()::set);
        }
    }

    private static <T> void set(T value, Consumer<T> property) {
        if (value != null) {
            property.accept(value);
        }
    }
}
