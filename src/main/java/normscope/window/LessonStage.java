package normscope.window;

import java.util.Collection;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import normscope.control.Parts;
import normscope.lesson.Action;
import normscope.lesson.Control;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.PageFigures;
import normscope.panel.PanelWord;
import normscope.panel.Panels;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/**
 * The panels beside a lesson's page: those that the page names, with the ones it speaks of lit and the others quiet.
 */
final class LessonStage {

    private static final double QUIET = 0.42;

    private final WindowActions actions;
    private final Workbench bench;
    private final InvalidationListener turn = observable -> showPage();
    private final InvalidationListener veil = observable -> veil();
    private final InvalidationListener result = observable -> noteResult();
    private final PagePictures pictures;
    private LessonViewModel lesson;
    private boolean resultIsNew;

    LessonStage(WindowActions actions, Region window, PageFigures kept) {
        this.actions = actions;
        bench = new Workbench(actions, window);
        pictures = new PagePictures(actions, bench.centre(), kept);
    }

    HBox node() {
        return bench.stage();
    }

    TransportBar transport() {
        return bench.transport();
    }

    /** Follows a lesson from now on, and no other. */
    void follow(LessonViewModel next) {
        if (lesson != null) {
            lesson.pageProperty().removeListener(turn);
            lesson.phaseProperty().removeListener(veil);
            lesson.phaseProperty().removeListener(result);
        }
        lesson = next;
        lesson.pageProperty().addListener(turn);
        lesson.phaseProperty().addListener(veil);
        lesson.phaseProperty().addListener(result);
        showPage();
    }

    private void showPage() {
        Page page = lesson.shown();
        Collection<PanelWord> panels = page.panels();
        bench.centre().setInstrument(panels.contains(PanelWord.INSTRUMENT) ? page.instrument() : null);
        lesson.setInstrument(bench.centre().instrument());
        Set<Control> hidden = page.hidden();
        bench.showToolbar(!hidden.contains(Control.TOOLBAR));
        TransportBar transport = bench.transport();
        transport.showControls(!hidden.contains(Control.TIMELINE), !hidden.contains(Control.SPEED));
        // Without its buttons the bar has nothing to say.
        Parts.show(transport, !hidden.contains(Control.TRANSPORT));
        bench.showPanels(isCentre(panels), Panels.of(panels));
        // The end speaks of all that the last page shows.
        light(lesson.current() == null ? Set.of() : page.lit());
        veil();
    }

    /** What would answer the page's question itself. */
    private void veil() {
        Phase phase = lesson.phaseProperty().get();
        // Another lesson's networks beside this page's words would be taken for its own.
        bench.stage().setVisible(!lesson.isElsewhere());
        boolean veiled = lesson.current() != null
                && lesson.current().keepsInstrumentBack()
                && !lesson.knows()
                && (phase == Phase.ARRIVING || phase == Phase.ASKING || phase == Phase.READY);
        String words = Texts.text(phase == Phase.READY ? "instrument.veil.ready" : "instrument.veil");
        bench.centre().setVeil(veiled ? words : "");
    }

    private void noteResult() {
        resultIsNew = lesson.phaseProperty().get() == Phase.DONE && lesson.current() != null;
    }

    private void light(Set<PanelWord> lit) {
        light(bench.centre(), lit.isEmpty() || isCentre(lit));
        bench.figures()
                .cards()
                .forEach((panel, card) ->
                        light(card, lit.isEmpty() || Panels.of(lit).contains(panel)));
    }

    private static void light(Node node, boolean on) {
        node.setOpacity(on ? 1 : QUIET);
    }

    /** Whether the centre is meant, which shows the histograms or an instrument. */
    private static boolean isCentre(Collection<PanelWord> panels) {
        return panels.contains(PanelWord.HISTOGRAMS) || panels.contains(PanelWord.INSTRUMENT);
    }

    void update(long now) {
        // Who presents the lesson meanwhile has an instrument of its own.
        lesson.setInstrument(bench.centre().instrument());
        bench.update(now);
        if (resultIsNew && !bench.centre().instrument().isBusy()) {
            // Only now do the panels show what was measured.
            resultIsNew = false;
            pictures.take(lesson);
        }
    }

    /**
     * Begins a page again whose result was shown to a class, on an instrument of the class's own: this one still stands
     * at the question.
     */
    void resume() {
        boolean setsUp = lesson.current() != null
                && lesson.current().action().stream().anyMatch(action -> action instanceof Action.SetUp);
        if (setsUp && lesson.knows()) {
            lesson.setInstrument(bench.centre().instrument());
            lesson.restartPage();
        }
    }

    void close() {
        bench.close();
    }
}
