package normscope.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import normscope.control.Parts;
import normscope.text.Texts;

/** The list of keys, what this program is, and other things beside the window or over it. */
public final class InfoDialogs {

    private static final String NOTICES = "/META-INF/";

    private static final double MOST_OF_SCREEN = 0.92;

    /** What a window has above its content, at most. */
    private static final double TITLE_BAR = 32;

    private InfoDialogs() {}

    /** Shows something to read beside a window. */
    static void show(Window owner, Appearance appearance, String key, Node content) {
        show(owner, key, pane(appearance, key, content), Modality.NONE, () -> {});
    }

    private static DialogPane pane(Appearance appearance, String key, Node content) {
        DialogPane pane = Parts.named(new DialogPane(), key + "-dialog");
        ScrollPane scroll = Parts.styled(new ScrollPane(content), "dialog-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        pane.setContent(scroll);
        pane.getButtonTypes().add(ButtonType.CLOSE);
        // A dialog without an owner's scene would miss the program's style sheets.
        pane.getStylesheets().setAll(Theme.sheets());
        appearance.dress(pane);
        return pane;
    }

    /**
     * Shows something to work on over a window, which waits meanwhile.
     *
     * @param key of the title; with ".use", of the button that takes what was made
     * @param refused why it cannot be taken as it is; empty if it can
     * @param use takes it
     * @return the pane shown
     */
    public static DialogPane work(
            Window owner,
            Appearance appearance,
            String key,
            Node content,
            ObservableValue<String> refused,
            Runnable use) {
        DialogPane pane = pane(appearance, key, content);
        ButtonType take = new ButtonType(Texts.text(key + ".use"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(take, ButtonType.CANCEL);
        Node button = pane.lookupButton(take);
        button.setId(key + "-use");
        button.disableProperty().bind(refused.map(why -> !why.isEmpty()));
        show(owner, key, pane, Modality.WINDOW_MODAL, use);
        return pane;
    }

    private static void show(Window owner, String key, DialogPane pane, Modality modality, Runnable use) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(modality);
        dialog.setTitle(Texts.text(key));
        dialog.setDialogPane(pane);
        dialog.setResizable(true);
        keepWhole(pane);
        dialog.setOnShown(event -> centre(pane.getScene().getWindow(), owner));
        dialog.setOnHidden(event -> {
            if (dialog.getResult() != null && dialog.getResult().getButtonData() == ButtonBar.ButtonData.OK_DONE) {
                use.run();
            }
        });
        dialog.show();
    }

    /**
     * With some of Linux's window managers a new window gets its least size in the end; so that is what the content
     * needs, as far as the screen has it. The rest scrolls.
     */
    private static void keepWhole(DialogPane pane) {
        pane.applyCss();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double wanted = Math.min(pane.prefWidth(-1), pane.maxWidth(-1));
        double width = Math.min(wanted, MOST_OF_SCREEN * screen.getWidth());
        Stage window = (Stage) pane.getScene().getWindow();
        window.setMinWidth(width);
        window.setMinHeight(Math.min(TITLE_BAR + pane.prefHeight(width), MOST_OF_SCREEN * screen.getHeight()));
    }

    /** The platform centres by the size before the style sheets are applied, which may put a part off the screen. */
    private static void centre(Window window, Window owner) {
        window.sizeToScene();
        double width = Math.max(window.getWidth(), ((Stage) window).getMinWidth());
        double height = Math.max(window.getHeight(), ((Stage) window).getMinHeight());
        window.setX(Math.max(0, owner.getX() + (owner.getWidth() - width) / 2));
        window.setY(Math.max(0, owner.getY() + (owner.getHeight() - height) / 2));
    }

    /** {@return what this program is, and its licences} */
    static Node about(String version) {
        Label name = Parts.styled(new Label(Texts.text("app.name") + " " + version), "app-name");
        Label what = Parts.wrapped(Texts.text("about.text"));
        what.setMinHeight(Region.USE_PREF_SIZE);
        TextArea licences = new TextArea(read("NOTICE") + "\n\n" + read("THIRD-PARTY.txt") + "\n\n" + read("LICENSE"));
        licences.setEditable(false);
        licences.setPrefColumnCount(60);
        licences.setPrefRowCount(18);
        VBox.setVgrow(licences, Priority.ALWAYS);
        VBox box = Parts.styled(new VBox(name, what, licences), "about");
        return box;
    }

    private static String read(String name) {
        try (InputStream in = InfoDialogs.class.getResourceAsStream(NOTICES + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
