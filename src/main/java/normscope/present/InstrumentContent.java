package normscope.present;

import java.util.function.Supplier;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import normscope.experiment.InstrumentSettings;
import normscope.instrument.Instrument;
import normscope.instrument.Instruments;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** An instrument of the window, enlarged as a whole: its words become as large as those around it. */
final class InstrumentContent implements Content {

    private static final double BORDER = 3;

    /** How much of its size an instrument keeps at least where it finds too little room. */
    private static final double SMALLEST = 0.8;

    private final Instrument instrument;
    private final Pane node = new Pane() {
        @Override
        protected void layoutChildren() {
            // Laid out in the room that is left when everything is drawn larger; whole goes before large.
            double least = enlarged * instrument.node().minHeight(getWidth() / enlarged);
            double scale = enlarged * Math.max(SMALLEST, Math.min(1, getHeight() / least));
            larger.setX(scale);
            larger.setY(scale);
            instrument.node().resizeRelocate(0, 0, getWidth() / scale, getHeight() / scale);
        }
    };
    private final Scale larger = new Scale();
    private final double enlarged;

    InstrumentContent(InstrumentSettings settings, WindowActions actions, double enlarged) {
        this.enlarged = enlarged;
        Instruments.Entry entry = Instruments.of(settings).orElseThrow();
        instrument = entry.factory().create(actions.vm(), actions);
        instrument.configure(settings);
        instrument.node().getTransforms().add(larger);
        instrument.node().setManaged(false);
        node.getStyleClass().add("present-instrument");
        node.setMinSize(0, 0);
        // What finds no room on a coarse screen must not stand in the line at the bottom.
        Rectangle clip = new Rectangle();
        clip.setX(-enlarged * BORDER);
        clip.widthProperty().bind(node.widthProperty().add(2 * enlarged * BORDER));
        clip.heightProperty().bind(node.heightProperty());
        node.setClip(clip);
        // Its own sizes are multiples of the window's, not of this screen's.
        node.setStyle("-fx-font-size: " + PresentScale.INSTRUMENT_LETTERS + "px");
        node.getChildren().setAll(instrument.node());
    }

    /** The instrument itself. */
    Instrument shown() {
        return instrument;
    }

    /** What an instrument is called; null stands for any. */
    static String name(InstrumentSettings settings) {
        return settings == null
                ? Texts.text("present.panel.INSTRUMENT")
                : Texts.text("instrument."
                        + Instruments.of(settings).orElseThrow().kind().id());
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void refresh() {
        // It shows what it has by itself, in pulse.
    }

    @Override
    public void pulse(long nanos) {
        instrument.pulse(nanos);
    }

    void close() {
        instrument.close();
    }

    /** A small picture of the instrument; while another panel is large, as it was seen last. */
    static final class Picture implements Content {
        private final Supplier<InstrumentContent> instrument;
        private final ImageView view = new ImageView();
        private final StackPane node = new StackPane(view);
        private InstrumentContent seen;

        Picture(Supplier<InstrumentContent> instrument) {
            this.instrument = instrument;
            node.setMinSize(0, 0);
            node.setPrefSize(0, 0);
        }

        @Override
        public Region node() {
            return node;
        }

        @Override
        public void refresh() {
            InstrumentContent now = instrument.get();
            if (now != seen) {
                seen = now;
                view.setImage(null);
            }
            if (now != null && now.node.getScene() != null && now.node.getWidth() > 0) {
                SnapshotParameters small = new SnapshotParameters();
                double scale = Math.min(node.getWidth() / now.node.getWidth(), node.getHeight() / now.node.getHeight());
                small.setTransform(Transform.scale(scale, scale));
                view.setImage(scale > 0 ? now.node.snapshot(small, null) : null);
            }
        }
    }
}
