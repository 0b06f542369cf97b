package normscope.present;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.PageInstrument;
import normscope.instrument.shift.ShiftSettings;
import normscope.lab.LabViewModel;
import normscope.lesson.Lesson;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonsViewModel;
import normscope.panel.PanelWord;

/**
 * What a class sees on the projected screen: one big panel of an experiment, and the cues of a script if one is played.
 *
 * <p>It shows the experiment of the mode that the window was in, or that of a script. What it changes of the Lab's way
 * to show things is put back by {@link #leave}.
 */
public final class PresentViewModel {

    private final LessonsViewModel lessons;
    private final LabViewModel lab;
    private final InstrumentSettings labInstrument;
    private final ObjectProperty<PanelWord> big = new SimpleObjectProperty<>(this, "big", PanelWord.HISTOGRAMS);
    private final BooleanProperty zoomed = new SimpleBooleanProperty(this, "zoomed");
    private final BooleanProperty blank = new SimpleBooleanProperty(this, "blank");
    private final BooleanProperty notes = new SimpleBooleanProperty(this, "notes");
    private final Choice choice = new Choice();
    private final Lists lists;
    private final Improvisation improvisation = new Improvisation();
    private final ReadOnlyObjectWrapper<LessonViewModel> script = new ReadOnlyObjectWrapper<>(this, "script");
    private final ReadOnlyObjectWrapper<LabViewModel> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ReadOnlyObjectWrapper<InstrumentSettings> instrument =
            new ReadOnlyObjectWrapper<>(this, "instrument");
    private final ChangeListener<Number> turned = (observable, old, page) -> showCue();

    private final LabView before;
    private final boolean lessonVisible;

    /**
     * Begins to present: the Lab, with what its centre shows in place of the histograms, or null; or the page of a
     * lesson that the window shows.
     */
    public PresentViewModel(
            LessonsViewModel lessons, LabViewModel lab, InstrumentSettings labInstrument, boolean lessonVisible) {
        this.lessons = lessons;
        this.lab = lab;
        this.labInstrument = labInstrument;
        before = LabView.of(lab);
        lists = new Lists(this, lessonVisible);
        this.lessonVisible = lessonVisible;
        if (!lessonVisible && lessons.scriptStage().script() != null) {
            lab.transport().pause();
            follow(lessons.scriptStage().script(), lessons.scriptStage().experiment());
        } else {
            showWindow();
        }
    }

    /** Shows what the window shows: the open lesson, or the Lab. */
    private void showWindow() {
        if (lessonVisible) {
            follow(lessons.lessonProperty().get(), lessons.experiment());
        } else {
            showLab();
        }
    }

    private void showLab() {
        forsake();
        script.set(null);
        shown.set(lab);
        instrument.set(labInstrument);
        improvisation.follow(null, lab);
        big.set(labInstrument == null ? PanelWord.HISTOGRAMS : PanelWord.INSTRUMENT);
        ShowSpeed.limit(shown.get().transport());
    }

    /** Puts back what was changed of how the Lab shows things. A script pauses; one that is at its end is over. */
    public void leave() {
        if (playsScript()) {
            shown.get().transport().pause();
            if (isOver()) {
                lessons.scriptStage().forget();
            }
        }
        forsake();
        before.restore();
    }

    private void forsake() {
        if (script.get() != null) {
            script.get().pageProperty().removeListener(turned);
            // Whoever comes back to it comes with a screen of its own.
            script.get().setInstrument(PageInstrument.NONE);
            script.get().setPresented(false);
        }
    }

    private boolean isOver() {
        return script.get().pageProperty().get() == cues() - 1
                && script.get().phaseProperty().get() == LessonViewModel.Phase.DONE;
    }

    /** The experiment that is shown: the Lab's, or that of the script: never null. */
    public ReadOnlyObjectProperty<LabViewModel> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The script that is played, or the lesson that is shown: null while the Lab is shown. */
    public ReadOnlyObjectProperty<LessonViewModel> scriptProperty() {
        return script.getReadOnlyProperty();
    }

    /** The instrument that there is a panel for: null without one. */
    public ReadOnlyObjectProperty<InstrumentSettings> instrumentProperty() {
        return instrument.getReadOnlyProperty();
    }

    /** The panel that is large: never {@link PanelWord#ACCURACY}, as the curves show what the experiment's show. */
    public ObjectProperty<PanelWord> bigProperty() {
        return big;
    }

    /** Whether the large panel has the screen for itself: false while the others are shown beside it. */
    public BooleanProperty zoomedProperty() {
        return zoomed;
    }

    /** Whether the screen is blank, so that a class looks at its teacher. */
    public BooleanProperty blankProperty() {
        return blank;
    }

    /** Whether the presenter's notes are shown. */
    public BooleanProperty notesProperty() {
        return notes;
    }

    /** What a class asks "what if" about. */
    public Improvisation improvisation() {
        return improvisation;
    }

    public Lists lists() {
        return lists;
    }

    /** The list that lies over the picture. */
    public Choice choice() {
        return choice;
    }

    /** The panels that can be large, in the order of their keys, from 1: four, and the instrument if there is one. */
    public List<PanelWord> panels() {
        List<PanelWord> panels =
                new ArrayList<>(List.of(PanelWord.HISTOGRAMS, PanelWord.LOSS, PanelWord.BOUNDARIES, PanelWord.BANDS));
        if (instrument.get() != null) {
            panels.add(PanelWord.INSTRUMENT);
        }
        return panels;
    }

    public List<Lesson> scripts() {
        return lessons.scripts();
    }

    /**
     * What a number key, 0 … 9, does: in a list it chooses; while a question stands it counts a hand; else it zooms a
     * panel, or back. 0 goes back.
     */
    public void press(int digit) {
        blank.set(false);
        if (choice.isOpen()) {
            choice.press(digit);
        } else if (asks()) {
            if (digit >= 1 && digit <= script.get().words().answers().size()) {
                script.get().hands().raise(script.get().pageProperty().get(), digit - 1);
            }
        } else if (digit == 0) {
            zoomed.set(false);
        } else if (digit <= panels().size()) {
            zoom(panels().get(digit - 1));
        }
    }

    /** Takes the hand back that was counted last. */
    public void takeBack() {
        if (asks()) {
            script.get().hands().takeBack(script.get().pageProperty().get());
        }
    }

    /** Whether a question stands: nothing has answered it yet. */
    public boolean asks() {
        return script.get() != null && script.get().asks();
    }

    /** Gives a panel the whole screen; if it has it, brings the others back. */
    public void zoom(PanelWord panel) {
        boolean back = zoomed.get() && big.get() == panel;
        big.set(panel);
        zoomed.set(!back);
    }

    /** Shows another layer: 1 for a deeper one, -1 for one nearer to the inputs. */
    public void moveLayer(int by) {
        var layer = shown.get().curves().bandLayerProperty();
        layer.set(Math.max(0, Math.min(layers(shown.get()) - 1, layer.get() + by)));
    }

    /** The layer that is shown: from 0. */
    public int layer() {
        LabViewModel now = shown.get();
        return Math.max(
                0, Math.min(layers(now) - 1, now.curves().bandLayerProperty().get()));
    }

    private static int layers(LabViewModel of) {
        return of.layers().layerCountProperty().get();
    }

    /** Shows the shift lab in place of the instrument, or what was there before: a class asks what if. */
    public void toggleShiftLab() {
        boolean shows = instrument.get() instanceof ShiftSettings;
        if (shows && big.get() != PanelWord.INSTRUMENT) {
            zoom(PanelWord.INSTRUMENT);
            return;
        }
        Page cue = script.get() == null ? null : script.get().current();
        InstrumentSettings own = script.get() == null ? labInstrument : cue == null ? null : cue.instrument();
        InstrumentSettings next = shows ? own : ShiftSettings.defaults();
        if (next == null && big.get() == PanelWord.INSTRUMENT) {
            big.set(PanelWord.HISTOGRAMS);
        }
        instrument.set(next);
        if (!shows) {
            big.set(PanelWord.INSTRUMENT);
        }
        zoomed.set(!shows);
    }

    /** Whether a script is played that was begun here: not the lesson that the window shows. */
    boolean playsScript() {
        return script.get() != null && script.get() == lessons.scriptStage().script();
    }

    /** Takes the state of the script or lesson into the Lab, and shows that; the Lab's undo brings its own back. */
    void openInLab() {
        shown.get().transport().pause();
        lab.takeOver(shown.get());
        showLab();
    }

    /** Ends the script and shows what the window shows. */
    void endScript() {
        shown.get().transport().pause();
        showWindow();
        lessons.scriptStage().forget();
    }

    /** Plays a script from its first cue. */
    public void play(Lesson chosen) {
        choice.close();
        blank.set(false);
        shown.get().transport().pause();
        lessons.scriptStage().begin(chosen);
        follow(lessons.scriptStage().script(), lessons.scriptStage().experiment());
    }

    private void follow(LessonViewModel lesson, LabViewModel experiment) {
        forsake();
        lesson.setPresented(true);
        script.set(lesson);
        shown.set(experiment);
        improvisation.follow(lesson, experiment);
        ShowSpeed.limit(shown.get().transport());
        lesson.pageProperty().addListener(turned);
        showCue();
    }

    private void showCue() {
        Page cue = script.get().current();
        if (cue == null) {
            return;
        }
        improvisation.follow(script.get(), shown.get());
        instrument.set(cue.instrument());
        PanelWord wanted = cue.zoom() != null
                ? cue.zoom()
                : cue.lit().stream().sorted().findFirst().orElse(PanelWord.HISTOGRAMS);
        boolean possible = wanted != PanelWord.INSTRUMENT || cue.instrument() != null;
        big.set(!possible ? PanelWord.HISTOGRAMS : wanted == PanelWord.ACCURACY ? PanelWord.LOSS : wanted);
        zoomed.set(false);
    }

    /**
     * What a clicker does: it starts the cue's action, and once that is begun goes to the next cue. So a class can be
     * asked before it sees. Without a script, it shows which there are; in a list it chooses.
     */
    public void next() {
        if (choice.isOpen()) {
            choice.choose();
        } else if (script.get() == null) {
            lists.toggleScripts();
        } else if (blank.get()) {
            blank.set(false);
        } else if (improvisation.isOn()) {
            improvisation.end();
        } else if (asks() || waits()) {
            script.get().actUnanswered();
        } else if (script.get().pageProperty().get() < cues() - 1) {
            script.get().next();
        }
    }

    /** Whether the cue's action has not begun. */
    public boolean waits() {
        return script.get() != null
                && !script.get().aside().isOn()
                && script.get().phaseProperty().get() == LessonViewModel.Phase.READY;
    }

    /** Goes back to the cue before; it begins as it began the first time. In a list, marks the next entry. */
    public void back() {
        if (choice.kindProperty().get() == Choice.Kind.KEYS) {
            choice.close();
        } else if (choice.isOpen()) {
            // A clicker has two keys: this one marks, the other one chooses.
            choice.mark(1);
        } else if (script.get() != null) {
            script.get().back();
        }
    }

    /** How many cues the script has: 0 without a script. */
    public int cues() {
        return script.get() == null ? 0 : script.get().lesson().pages().size();
    }

    /** What Space does: it plays or pauses, or starts the cue's action or goes on with it. */
    public void playOrPause() {
        LessonViewModel lesson = script.get();
        if (lesson != null && (asks() || lesson.canAct())) {
            lesson.actUnanswered();
        } else {
            shown.get().transport().togglePlay();
        }
    }

    /** Starts again: the cue as it began, or the run from step 0. */
    public void reset() {
        if (script.get() != null) {
            script.get().hands().clear(script.get().pageProperty().get());
            script.get().restartPage();
        } else {
            shown.get().transport().reset();
        }
    }

    /** Takes in what the threads have done since; called once a frame. */
    public void pulse() {
        if (script.get() == null) {
            lab.pulse();
        } else if (playsScript()) {
            lessons.scriptStage().pulse();
        } else {
            lessons.pulse();
        }
    }
}
