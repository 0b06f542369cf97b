package normscope.control;

import java.util.Locale;
import java.util.Map;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One message to the user: it covers nothing and waits until it is closed or replaced. */
public final class NoticeStrip extends HBox {

    /** How serious a message is. */
    public enum Level {
        /** Something happened that the user should know. */
        INFO,
        /** Something went another way than hoped. */
        WARNING,
        /** Something could not be done. */
        ERROR
    }

    private static final int MOST_LINES = 3;

    /** In a narrower strip, in letters' sizes, a message would be a column of single words. */
    private static final double LEAST_WIDTH = 26;

    private final FontIcon icon = new FontIcon(Feather.INFO);
    private final ClampedLabel message = Parts.named(new ClampedLabel(MOST_LINES), "notice-text");
    private final Button copy = Parts.button("notice.copy");
    private String details = "";

    /** Creates a hidden strip, and says who is told when the user closes the message. */
    public NoticeStrip(Runnable onClose) {
        getStyleClass().add("notice");
        setId("notice");
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        copy.setMinWidth(USE_PREF_SIZE);
        Parts.collapsing(copy);
        message.cutProperty().addListener(observable -> showCopy());
        copy.setOnAction(event -> copyDetails());
        Button close = Parts.named(
                Hints.describe(new Button("", new FontIcon(Feather.X)), "notice.close"),
                "notice-close",
                "icon-button",
                "flat");
        close.setOnAction(event -> onClose.run());
        getChildren().addAll(icon, message, copy, close);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Shows a message, with more for a report that is offered for copying, or null. */
    public void show(Level level, String text, String detailsOrNull) {
        for (Level each : Level.values()) {
            getStyleClass().remove(style(each));
        }
        getStyleClass().add(style(level));
        icon.setIconCode(level == Level.INFO ? Feather.INFO : Feather.ALERT_TRIANGLE);
        message.setText(text);
        details = detailsOrNull == null ? "" : detailsOrNull;
        showCopy();
        setVisible(true);
        setAccessibleText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    public void hide() {
        setVisible(false);
    }

    /** {@return the least width that it can be read in} */
    public double leastWidth() {
        return LEAST_WIDTH * message.getFont().getSize();
    }

    private void showCopy() {
        copy.setVisible(!details.isEmpty() || message.cutProperty().get());
    }

    private void copyDetails() {
        String text = message.getText();
        String all = details.isEmpty() ? text : text + System.lineSeparator() + details;
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, all));
    }

    private static String style(Level level) {
        return "notice-" + level.name().toLowerCase(Locale.ROOT);
    }
}
