package normscope.present;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.export.FigureFiles;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.panel.Panel;
import normscope.panel.Panels;
import normscope.shell.Figures;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/**
 * Saves and copies figures of the window: the panel that the mouse is on or was on last, or all of them; and ends what
 * drags have enlarged in them.
 */
public final class WindowFigures {

    /** A node that shows a panel. */
    public interface Card {

        /** {@return the panel that is saved and copied while the mouse is here} */
        Panel panel();
    }

    private final Modes modes;
    private final FigureFiles files;
    private Node window;
    private Node pointed;

    WindowFigures(Modes modes, FigureFiles files) {
        this.modes = modes;
        this.files = files;
    }

    /** Notes which panel of a window's content the mouse is on. */
    public void follow(Node content) {
        window = content;
        window.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            Node panel = panel(event.getTarget());
            pointed = panel == null ? pointed : panel;
        });
        window.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
    }

    /** Lets a figure's own menu open on it: a right click, or the key for it where the mouse is. */
    private void openMenu(ContextMenuEvent event) {
        Node found = panel(event.getTarget());
        if (found == null && modes.actionsProperty().get() == null) {
            found = canvas(event.getTarget());
        }
        if (found == null) {
            return;
        }
        pointed = found;
        ContextMenu menu = new ContextMenu();
        if (modes.actionsProperty().get() != null) {
            menu.getItems()
                    .addAll(item("save-figure", this::save), item("copy-figure", this::copy), new SeparatorMenuItem());
        }
        menu.getItems().addAll(item("save-numbers", this::saveNumbers), item("copy-numbers", this::copyNumbers));
        menu.setAutoHide(true);
        menu.show(window.getScene().getWindow(), event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(Texts.text("file." + key));
        item.setId("figure-" + key);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** The figure that something belongs to, or null. */
    private static FigureCanvas canvas(EventTarget target) {
        return (FigureCanvas) around(target, FigureCanvas.class::isInstance);
    }

    /** The innermost card or figure of an instrument that something belongs to, or null. */
    private static Node panel(EventTarget target) {
        return around(target, WindowFigures::isPanel);
    }

    private static boolean isPanel(Node node) {
        return node instanceof Card || node instanceof FigureCanvas && isOfInstrument(node);
    }

    private static boolean isOfInstrument(Node node) {
        Node place = around(node, each -> each instanceof Card || "instrument-place".equals(each.getId()));
        return place != null && !(place instanceof Card);
    }

    /** The innermost of a node and those around it that is such a one, or null. */
    private static Node around(EventTarget target, Predicate<Node> wanted) {
        Node node = target instanceof Node found ? found : null;
        while (node != null && !wanted.test(node)) {
            node = node.getParent();
        }
        return node;
    }

    private Panel panel() {
        return pointed instanceof Card card ? card.panel() : Panels.HISTOGRAMS;
    }

    /** The figure of an instrument that the mouse was on last, if it can still be seen. */
    private FigureCanvas ofInstrument() {
        return pointed instanceof FigureCanvas canvas && canvas.getScene() != null ? canvas : null;
    }

    public void save() {
        modes.act(actions -> {
            FigureCanvas canvas = ofInstrument();
            tell(
                    actions,
                    canvas == null
                            ? files.save(actions.vm(), panel(), charts(actions))
                            : files.save(actions.vm(), Figures.title(canvas), canvas, charts(actions)));
        });
    }

    public void saveAll() {
        modes.act(actions -> tell(actions, files.saveAll(actions.vm(), charts(actions))));
    }

    public void copy() {
        modes.act(actions -> {
            FigureCanvas canvas = ofInstrument();
            Notice notice = canvas == null
                    ? FigureFiles.copy(actions.vm(), panel(), charts(actions))
                    : FigureFiles.copy(actions.vm(), Figures.title(canvas), canvas, charts(actions));
            actions.vm().tell(notice);
        });
    }

    public void saveNumbers() {
        FigureCanvas canvas = ofInstrument();
        WindowActions actions = modes.actionsProperty().get();
        LabViewModel vm = actions == null ? null : actions.vm();
        if (canvas != null) {
            modes.tell(files.saveNumbers(vm, canvas));
        } else if (vm != null) {
            modes.tell(files.saveNumbers(vm, panel()));
        }
    }

    public void copyNumbers() {
        FigureCanvas canvas = ofInstrument();
        WindowActions actions = modes.actionsProperty().get();
        if (canvas != null) {
            modes.tell(FigureFiles.copyNumbers(canvas));
        } else if (actions != null) {
            modes.tell(FigureFiles.copyNumbers(actions.vm(), panel()));
        }
    }

    /** Shows the whole of every figure that is visible. */
    public void showWhole() {
        window.lookupAll(".figure").forEach(figure -> ((FigureCanvas) figure).showWhole());
    }

    private static ChartTheme charts(WindowActions actions) {
        return actions.appearance().chartsProperty().get();
    }

    private static void tell(WindowActions actions, CompletableFuture<Notice> saved) {
        saved.exceptionally(failure -> new Notice(Notice.Kind.ERROR, Texts.text("figure.wrong"), failure.toString()))
                .thenAccept(notice -> Platform.runLater(() -> actions.vm().tell(notice)));
    }
}
