package normscope.window;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import normscope.chart.FigureCanvas;
import normscope.control.Parts;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.Instrument;
import normscope.instrument.Instruments;
import normscope.instrument.PageInstrument;
import normscope.shell.WindowActions;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/**
 * The centre of the window: the histograms, or one instrument in their place.
 *
 * <p>An instrument is made when it is first shown and kept until the window closes, so that what it has calculated is
 * still there when the user comes back to it.
 */
public final class CentreStage extends StackPane {

    /** In pixels; narrower figures are signs rather than pictures. */
    private static final double LEAST_FIGURE = 120;

    /** As a multiple of the height; a strip below another figure says little without it. */
    private static final double WIDEST_FIGURE = 4;

    private final WindowActions actions;
    private final HistogramsCard histograms;
    private final VBox frame = new VBox();
    private final Label title = new Label();
    private final StackPane place = new StackPane();
    private final Label veil = new Label();
    private final Button close = closeButton();
    private final Map<Instruments.Entry, Instrument> made = new LinkedHashMap<>();
    private Instrument shown;

    CentreStage(WindowActions actions, HistogramsCard histograms) {
        this.actions = actions;
        this.histograms = histograms;
        getStyleClass().add("centre-stage");
        setMinWidth(0);
        title.getStyleClass().add("instrument-title");
        HBox head = Parts.row("instrument-head", title, Parts.gap(), close);
        place.setId("instrument-place");
        place.setMinSize(0, 0);
        veil.getStyleClass().add("instrument-veil");
        veil.setId("instrument-veil");
        veil.setVisible(false);
        StackPane body = new StackPane(place, veil);
        body.setMinSize(0, 0);
        frame.getChildren().setAll(head, Parts.high(body));
        frame.getStyleClass().add("instrument-frame");
        frame.setMinSize(0, 0);
        getChildren().setAll(histograms, frame);
        actions.setSetUp(this::setUp);
        Parts.follow(this::follow, actions.instrumentProperty());
    }

    private Button closeButton() {
        Button button =
                Parts.button("close-instrument", "instrument.close", Feather.X, () -> actions.closeInstrument());
        return Parts.styled(button, "icon-button");
    }

    private void follow() {
        InstrumentSettings settings = actions.instrumentProperty().get();
        Instruments.Entry entry =
                settings == null ? null : Instruments.of(settings).orElse(null);
        shown = entry == null ? null : panel(entry, settings);
        frame.setVisible(shown != null);
        histograms.setVisible(shown == null);
        if (shown != null) {
            title.setText(Texts.text("instrument." + entry.kind().id()));
            if (!place.getChildren().contains(shown.node())) {
                place.getChildren().setAll(shown.node());
            }
        } else {
            // Hidden, they have not followed.
            histograms.refresh();
        }
    }

    private Instrument panel(Instruments.Entry entry, InstrumentSettings settings) {
        Instrument panel = made.get(entry);
        if (panel == null) {
            panel = entry.factory().create(actions.vm(), actions);
            panel.configure(settings);
            made.put(entry, panel);
        }
        return panel;
    }

    /** Starts the instrument of these settings anew, as a page of a lesson wants it; null shows the histograms. */
    void setInstrument(InstrumentSettings settings) {
        close.setVisible(false);
        setUp(settings);
    }

    private void setUp(InstrumentSettings settings) {
        Instrument known = settings == null
                ? null
                : Instruments.of(settings).map(made::get).orElse(null);
        if (known != null) {
            known.configure(settings);
        }
        actions.instrumentProperty().set(settings);
    }

    /** Hides what the instrument measures from those who have not yet said what they expect; empty shows it. */
    void setVeil(String words) {
        veil.setText(words);
        veil.setVisible(!words.isEmpty());
        place.setVisible(!veil.isVisible());
    }

    /** The instrument that is shown, as a lesson sees it. */
    PageInstrument instrument() {
        return shown == null ? PageInstrument.NONE : shown;
    }

    /** What shows the instrument; null while the histograms are shown. */
    Region instrumentNode() {
        return shown == null ? null : shown.node();
    }

    /** The figures of the instrument that is shown, largest first; none while the histograms are. */
    List<FigureCanvas> largestFigures(int most) {
        return shown == null
                ? List.of()
                : shown.node().lookupAll(".figure").stream()
                        .map(FigureCanvas.class::cast)
                        .filter(figure -> figure.isVisible()
                                && figure.getWidth() > LEAST_FIGURE
                                && figure.getWidth() < WIDEST_FIGURE * figure.getHeight())
                        .sorted(Comparator.comparingDouble(figure -> -figure.getWidth() * figure.getHeight()))
                        .limit(most)
                        .toList();
    }

    void pulse(long nanos) {
        if (shown != null && place.isVisible()) {
            shown.pulse(nanos);
        }
    }

    boolean showsHistograms() {
        return shown == null;
    }

    void close() {
        made.values().forEach(Instrument::close);
    }
}
