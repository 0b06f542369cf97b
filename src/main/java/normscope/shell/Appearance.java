package normscope.shell;

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

/** How the user wants to see the window: theme, size of text, and how much moves; kept between two starts. */
public final class Appearance {

    /** The sizes of text that are offered, in per cent. */
    public static final List<Integer> TEXT_SIZES = List.of(100, 125, 150, 200);

    private final StateFile<Content> store;
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.LIGHT);
    private final IntegerProperty textSize = new SimpleIntegerProperty(this, "textSize", 100);
    private final BooleanProperty calm = new SimpleBooleanProperty(this, "calm");
    private final ReadOnlyObjectWrapper<ChartTheme> charts = new ReadOnlyObjectWrapper<>(this, "charts");

    /** What the file holds. */
    private record Content(Theme theme, int textSize, boolean calm) {}

    /** Reads what was kept in a file; null keeps nothing. */
    public Appearance(Path file) {
        store = new StateFile<>(file, Content.class, "look of the window");
        store.read(content -> {
            theme.set(content.theme() == null ? Theme.LIGHT : content.theme());
            textSize.set(TEXT_SIZES.contains(content.textSize()) ? content.textSize() : 100);
            calm.set(content.calm());
        });
        InvalidationListener change = observable -> {
            charts.set(theme.get().charts().scaled(textSize.get() / 100.0));
            store.write(new Content(theme.get(), textSize.get(), calm.get()));
        };
        charts.set(theme.get().charts().scaled(textSize.get() / 100.0));
        theme.addListener(change);
        textSize.addListener(change);
        calm.addListener(change);
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
