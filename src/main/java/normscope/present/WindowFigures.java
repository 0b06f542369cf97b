package normscope.present;

import java.util.concurrent.CompletableFuture;
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
        Node node = target instanceof Node found ? found : null;
        while (node != null && !(node instanceof FigureCanvas)) {
            node = node.getParent();
        }
        return (FigureCanvas) node;
    }

    /** The innermost card or figure of an instrument that something belongs to, or null. */
    private static Node panel(EventTarget target) {
        Node node = target instanceof Node found ? found : null;
        while (node != null && !isPanel(node)) {
            node = node.getParent();
        }
        return node;
    }

    private static boolean isPanel(Node node) {
        return node instanceof Card || node instanceof FigureCanvas && isOfInstrument(node);
    }

    private static boolean isOfInstrument(Node node) {
        Node above = node;
        while (above != null && !(above instanceof Card)) {
            if ("instrument-place".equals(above.getId())) {
                return true;
            }
            above = above.getParent();
        }
        return false;
    }

    private Panel panel() {
        return pointed instanceof Card card ? card.panel() : Panels.HISTOGRAMS;
    }

    /** The figure of an instrument that the mouse was on last, if it can still be seen. */
    private FigureCanvas ofInstrument() {
        return pointed instanceof FigureCanvas canvas && canvas.getScene() != null ? canvas : null;
    }

    /** Saves the panel. */
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

    /** Saves all figures on one page. */
    public void saveAll() {
        modes.act(actions -> tell(actions, files.saveAll(actions.vm(), charts(actions))));
    }

    /** Puts the panel on the clipboard. */
    public void copy() {
        modes.act(actions -> {
            FigureCanvas canvas = ofInstrument();
            Notice notice = canvas == null
                    ? FigureFiles.copy(actions.vm(), panel(), charts(actions))
                    : FigureFiles.copy(actions.vm(), Figures.title(canvas), canvas, charts(actions));
            actions.vm().tell(notice);
        });
    }

    /** Saves the panel's numbers. */
    public void saveNumbers() {
        FigureCanvas canvas = ofInstrument();
        WindowActions actions = modes.actionsProperty().get();
        LabViewModel vm = actions == null ? null : actions.vm();
        if (canvas != null) {
            tellAnywhere(files.saveNumbers(vm, canvas));
        } else if (vm != null) {
            tellAnywhere(files.saveNumbers(vm, panel()));
        }
    }

    /** Puts the panel's numbers on the clipboard. */
    public void copyNumbers() {
        FigureCanvas canvas = ofInstrument();
        WindowActions actions = modes.actionsProperty().get();
        if (canvas != null) {
            tellAnywhere(FigureFiles.copyNumbers(canvas));
        } else if (actions != null) {
            tellAnywhere(FigureFiles.copyNumbers(actions.vm(), panel()));
        }
    }

    /** Where runs are compared, there is no experiment to tell it. */
    private void tellAnywhere(Notice notice) {
        WindowActions actions = modes.actionsProperty().get();
        if (actions != null) {
            actions.vm().tell(notice);
        } else {
            modes.lessons().tell(notice);
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
