package normscope.shell;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import normscope.chart.ChartTheme;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.experiment.WholeFile;

/** How the user wants to see the window: theme, size of text, and how much moves; kept between two starts. */
public final class Appearance {

    /** The sizes of text that are offered, in per cent. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 200);

    private static final Logger LOG = System.getLogger(Appearance.class.getName());
    private static final int MOST_BYTES = 10_000;

    private final Path store;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final IntegerProperty textSize = new SimpleIntegerProperty(this, "textSize", 100);
    private final BooleanProperty calm = new SimpleBooleanProperty(this, "calm");
    private final ReadOnlyObjectWrapper<ChartTheme> charts = new ReadOnlyObjectWrapper<>(this, "charts");

    /** What the file holds. */
    private record Content(Theme theme, int textSize, boolean calm) {}

    /**
     * Reads what was kept.
     *
     * @param store the file that keeps it; null keeps nothing
     */
    public Appearance(Path store) {
        this.store = store;
        if (store != null && Files.exists(store)) {
            try {
                Content content = Json.PLAIN.bind(Json.parse(Json.bytes(store, MOST_BYTES)), Content.class);
                theme.set(content.theme() == null ? Theme.LIGHT : content.theme());
                textSize.set(TEXT_SIZES.contains(content.textSize()) ? content.textSize() : 100);
                calm.set(content.calm());
            } catch (IOException | InvalidSettingException e) {
                LOG.log(Level.WARNING, "The look of the window kept last time is not used: " + e.getMessage());
            }
        }
        InvalidationListener change = observable -> {
            charts.set(theme.get().charts().scaled(textSize.get() / 100.0));
            keep();
        };
        charts.set(theme.get().charts().scaled(textSize.get() / 100.0));
        theme.addListener(change);
        textSize.addListener(change);
        calm.addListener(change);
    }

    private void keep() {
        if (store == null) {
            return;
        }
        try {
            Path folder = store.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            WholeFile.write(Json.PLAIN.text(new Content(theme.get(), textSize.get(), calm.get())), store);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The look of the window cannot be kept for the next start in " + store, e);
        }
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The size of all text in per cent of the usual one: one of {@link #TEXT_SIZES}. */
    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    /** Whether pictures of a running training are renewed twice a second only. */
    public BooleanProperty calmProperty() {
        return calm;
    }

    /** The colours and sizes of figures: those of the theme, at the size of text. */
    public ReadOnlyObjectProperty<ChartTheme> chartsProperty() {
        return charts.getReadOnlyProperty();
    }

    /** Gives what a scene shows this look; the scene has the {@linkplain Theme#sheets() sheets}. */
    public void dress(Parent root) {
        theme.get().dress(root);
        double pixels = theme.get().fontSize() * textSize.get() / 100;
        root.setStyle(textSize.get() == 100 ? null : String.format(Locale.ROOT, "-fx-font-size: %.2fpx", pixels));
    }
}
