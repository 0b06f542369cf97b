package normscope.present;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import normscope.chart.FigureCanvas;
import normscope.control.Parts;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.PageInstrument;
import normscope.lab.LabViewModel;
import normscope.lesson.page.LessonViewModel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelWord;
import normscope.panel.Panels;
import normscope.shell.WindowActions;

/** What a class sees. */
final class PresentScreen {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** From this ratio of width to height on, the line at the bottom has room to spare. */
    private static final double NARROWEST_WIDE = 1.5;

    /** How much is left of a picture while the next one is on its way. */
    private static final double FAINT = 0.12;

    /** The share of the screen's height that the words at the top have at most. */
    private static final double MOST_HEAD = 0.4;

    /** The share of the screen's width that pictures have beside a question. */
    private static final double BESIDE = 0.34;

    private static final long THUMBNAILS_EVERY = 250_000_000L;

    private final PresentViewModel vm;
    private final PresentScale scale;
    private final Supplier<WindowActions> actions;
    private final StackPane root = Parts.styled(new StackPane(), "present");
    private final CueHead head;
    private final StackPane place = Parts.styled(new StackPane(), "present-place");
    private final VBox thumbnails = Parts.styled(new VBox(), "present-thumbnails");
    private final HBox middle = Parts.styled(new HBox(), "present-middle");
    private final BorderPane frame = Parts.styled(new BorderPane(middle), "present-frame");
    private final StatusBar status;
    private final ChoiceView choice;
    private final QuestionBoard question;
    private final BesideQuestion beside;
    private final VerdictStrip verdict;
    private final ImproviseStrip improvise;
    private final SettingsBar settings;
    private final CueNotes notes;
    private final Region blank = Parts.named(new Region(), "present-blank", "present-blank");
    private final PointerSpot spot;
    private final Map<PanelWord, Content> large = new EnumMap<>(PanelWord.class);
    private final Map<PanelWord, Thumbnail> small = new EnumMap<>(PanelWord.class);
    private final TreeSet<PanelWord> waiting = new TreeSet<>();
    private final InvalidationListener arrange = observable -> arrange();
    private InstrumentSettings instrumentShown;
    private InstrumentContent instrument;
    private Content shown;
    private List<Object> last = List.of();
    private long thumbnailsAt = Long.MIN_VALUE / 2;
    private boolean thumbnailsLate;
    private boolean narrow;
    private boolean asks;

    /**
     * Builds the screen; its instrument gets the actions of the experiment in the projector's theme, and {@code shift}
     * lets the prepared change happen.
     */
    PresentScreen(PresentViewModel vm, PresentScale scale, Supplier<WindowActions> actions, Runnable shift) {
        this.vm = vm;
        this.scale = scale;
        this.actions = actions;
        head = new CueHead(vm);
        status = new StatusBar(vm);
        choice = new ChoiceView(vm.choice());
        question = new QuestionBoard(vm);
        beside = new BesideQuestion(vm, scale.beside());
        verdict = new VerdictStrip(vm);
        improvise = new ImproviseStrip(vm, () -> actions.get().shift(), shift);
        settings = new SettingsBar(vm);
        notes = new CueNotes(vm);
        spot = new PointerSpot(scale.height());
        root.setFocusTraversable(true);
        root.widthProperty()
                .addListener(
                        (observable, old, width) -> setNarrow(width.doubleValue() < NARROWEST_WIDE * scale.height()));
        root.setStyle("-fx-font-size: " + scale.root() + "px");
        place.setMinSize(0, 0);
        place.setId("present-place");
        HBox.setHgrow(place, Priority.ALWAYS);
        Parts.collapsing(thumbnails);
        Parts.collapsing(head);
        // However long an author's line is, it must not push away what it speaks of.
        head.setMaxHeight(MOST_HEAD * scale.height());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(head.widthProperty());
        clip.heightProperty().bind(head.heightProperty());
        head.setClip(clip);
        middle.setMinSize(0, 0);
        HBox.setHgrow(question, Priority.ALWAYS);
        Parts.collapsing(question);
        middle.getChildren().setAll(question, beside, place, thumbnails);
        frame.setTop(new VBox(head, improvise));
        frame.setBottom(new VBox(notes, verdict, status, settings));
        blank.visibleProperty().bind(vm.blankProperty());
        notes.visibleProperty().bind(vm.notesProperty());
        Parts.collapsing(notes);
        root.getChildren().setAll(frame, choice, blank, spot);
        spot.follow(root);
        addFigures();
        vm.bigProperty().addListener(arrange);
        vm.zoomedProperty().addListener(arrange);
        vm.instrumentProperty().addListener(arrange);
        vm.shownProperty().addListener(arrange);
        vm.improvisation().openProperty().addListener(arrange);
        arrange();
    }

    private void setNarrow(boolean isNarrow) {
        boolean changed = narrow != isNarrow;
        narrow = isNarrow;
        root.pseudoClassStateChanged(NARROW, narrow);
        status.setNarrow(narrow);
        if (changed || asks) {
            arrange();
        }
    }

    private void addFigures() {
        Panels.ALL.forEach(panel -> {
            PanelWord word = panel.words().get(0);
            large.put(word, new PanelContent(vm, panel, scale.charts(), Look.SCREEN).zooming(word));
            add(word, new PanelContent(vm, panel, scale.thumbnails(), Look.THUMBNAIL));
        });
        add(PanelWord.INSTRUMENT, new InstrumentContent.Picture(() -> instrument));
    }

    private void add(PanelWord panel, Content content) {
        small.put(panel, new Thumbnail(vm, panel, small.size() + 1, content));
    }

    Parent root() {
        return root;
    }

    /** Shows how much time has gone by, or hides it. */
    void toggleTime() {
        settings.toggleTime();
    }

    /** Says something in the quiet line. */
    void say(String text) {
        status.say(text);
    }

    private void arrange() {
        InstrumentSettings settings = vm.instrumentProperty().get();
        if (settings != instrumentShown) {
            closeInstrument();
            instrumentShown = settings;
            instrument = settings == null ? null : new InstrumentContent(settings, actions.get(), scale.instrument());
        }
        PanelWord big = vm.bigProperty().get();
        if (showsInstrument() && big != PanelWord.INSTRUMENT) {
            // As it is left.
            small.get(PanelWord.INSTRUMENT).refresh();
        }
        shown = big == PanelWord.INSTRUMENT && instrument != null
                ? instrument
                : large.getOrDefault(big, large.get(PanelWord.HISTOGRAMS));
        put(place, List.of(shown.node()));
        asks = vm.asks();
        showQuestion();
        LessonViewModel script = vm.scriptProperty().get();
        boolean answered = script != null && !asks && script.shown().prediction() != null;
        head.setCompact(narrow && shown == instrument && answered);
        put(thumbnails, vm.panels().stream().map(small::get).toList());
        // Beside thumbnails, an instrument has too little room on a narrow screen.
        thumbnails.setVisible(!asks && !vm.zoomedProperty().get() && !(narrow && shown == instrument));
        // Without a script, the head only says the name of what is below it.
        head.setVisible(!narrow || shown != instrument || vm.scriptProperty().get() != null);
        small.values().forEach(each -> each.mark(big));
        last = List.of();
        // The keys belong to the screen until a field of an instrument is clicked.
        root.requestFocus();
        Platform.runLater(root::requestFocus);
    }

    /** A question that stands has pictures beside it; one picture alone is a click or a key away. */
    private void showQuestion() {
        boolean improvises = vm.improvisation().openProperty().get();
        question.setVisible(asks && !improvises && !vm.zoomedProperty().get());
        beside.setVisible(question.isVisible() && beside.arrange());
        beside.setManaged(beside.isVisible());
        double width = BESIDE * root.getWidth();
        beside.setMinWidth(width);
        beside.setMaxWidth(width);
        place.setVisible(!question.isVisible());
        place.setManaged(place.isVisible());
    }

    /** Children that are put where they already are would be styled anew. */
    private static void put(Pane pane, List<? extends Node> children) {
        if (!pane.getChildren().equals(children)) {
            pane.getChildren().setAll(children);
        }
    }

    private boolean showsInstrument() {
        return instrument != null && shown == instrument;
    }

    private void closeInstrument() {
        if (instrument != null) {
            instrument.close();
        }
    }

    /** Shows what is new since the view model's last pulse; once a frame. */
    void update(long nanos) {
        LabViewModel lab = vm.shownProperty().get();
        List<Object> now = List.of(
                lab,
                lab.frame(),
                vm.layer(),
                lab.curves().showAccuracyProperty().get(),
                showsInstrument() && instrument.shown().isBusy());
        if (!now.equals(last)) {
            last = now;
            shown.refresh();
            if (beside.isVisible()) {
                beside.refresh();
            }
            thumbnailsLate = true;
        }
        if (vm.scriptProperty().get() != null) {
            vm.scriptProperty().get().setInstrument(showsInstrument() ? instrument.shown() : PageInstrument.NONE);
        }
        shown.pulse(nanos);
        boolean still = !lab.transport().playingProperty().get();
        if (thumbnailsLate && thumbnails.isVisible() && (still || nanos - thumbnailsAt >= THUMBNAILS_EVERY)) {
            thumbnailsLate = false;
            thumbnailsAt = nanos;
            waiting.addAll(vm.panels());
        }
        // One a frame, so that no frame has to draw them all.
        PanelWord next = waiting.pollFirst();
        if (next != null) {
            small.get(next).refresh();
        }
        if (asks != vm.asks()) {
            arrange();
        }
        question.refresh();
        verdict.refresh();
        improvise.refresh();
        settings.refresh(nanos);
        // The former cue's picture must not stand under the new one's words.
        place.setOpacity(!arriving() ? 1 : isOfAnotherRun() ? 0 : FAINT);
        thumbnails.setOpacity(place.getOpacity());
        head.refresh();
        status.refresh(nanos);
        notes.refresh();
        spot.pulse(nanos);
    }

    /** The figure of an instrument that is large: the one under the mouse, or else its first; null without one. */
    FigureCanvas instrumentFigure() {
        return !showsInstrument()
                ? null
                : instrument.node().lookupAll(".figure").stream()
                        .map(FigureCanvas.class::cast)
                        .sorted(Comparator.comparing(canvas -> !canvas.isHover()))
                        .findFirst()
                        .orElse(null);
    }

    /** What another run looked like has nothing to do with the words that stand there by now. */
    private boolean isOfAnotherRun() {
        LessonViewModel script = vm.scriptProperty().get();
        return script.pageProperty().get() == 0
                || script.current() != null && script.current().experiment() != null;
    }

    private boolean arriving() {
        LessonViewModel script = vm.scriptProperty().get();
        return script != null && script.phaseProperty().get() == LessonViewModel.Phase.ARRIVING;
    }

    /** Ends the instrument's threads, and follows the view model no longer. */
    void close() {
        vm.bigProperty().removeListener(arrange);
        vm.zoomedProperty().removeListener(arrange);
        vm.instrumentProperty().removeListener(arrange);
        vm.shownProperty().removeListener(arrange);
        vm.improvisation().openProperty().removeListener(arrange);
        choice.close();
        closeInstrument();
    }
}
