package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a drag over a figure in the window enlarges. */
@Tag("window")
class FigureCanvasZoomTest {

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    /** A figure that remembers what was to be enlarged. */
    private static final class Enlarged extends Figure {
        private Rectangle2D part;
        private int wholes;

        @Override
        public void draw(Graphics2D g, double width, double height) {
            // Only what the mouse does is tested.
        }

        @Override
        public String describe(double x, double y) {
            return null;
        }

        @Override
        public FigureTable numbers() {
            return FigureTable.of("value");
        }

        @Override
        public String summary() {
            return "Nothing.";
        }

        @Override
        public boolean zoom(Rectangle2D drag) {
            part = drag;
            return true;
        }

        @Override
        public boolean unzoom() {
            wholes++;
            return true;
        }
    }

    private static MouseEvent mouse(EventType<MouseEvent> type, double x, double y, int clicks) {
        boolean down = type != MouseEvent.MOUSE_RELEASED && type != MouseEvent.MOUSE_CLICKED;
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private static Enlarged dragged(boolean zoomable) {
        Enlarged enlarged = new Enlarged();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            FigureCanvas shown = new FigureCanvas(enlarged);
            shown.resize(100, 60);
            if (zoomable) {
                shown.makeZoomable();
            }
            Event.fireEvent(shown, mouse(MouseEvent.MOUSE_PRESSED, 70, 20, 1));
            Event.fireEvent(shown, mouse(MouseEvent.MOUSE_DRAGGED, 50, 30, 1));
            Event.fireEvent(shown, mouse(MouseEvent.MOUSE_DRAGGED, 30, 500, 1));
            Event.fireEvent(shown, mouse(MouseEvent.MOUSE_RELEASED, 30, 500, 1));
            Event.fireEvent(shown, mouse(MouseEvent.MOUSE_CLICKED, 30, 500, 1));
            Event.fireEvent(shown, mouse(MouseEvent.MOUSE_CLICKED, 30, 40, 2));
            return null;
        });
        return enlarged;
    }

    @Test
    void aDragEnlargesWhatItCoversOfTheFigureAndADoubleClickShowsTheWhole() {
        Enlarged enlarged = dragged(true);

        assertThat(enlarged.part).isEqualTo(new Rectangle2D.Double(30, 20, 40, 40));
        assertThat(enlarged.wholes).isEqualTo(1);
    }

    @Test
    void whereTheMouseChoosesAPanelADragEnlargesNothing() {
        Enlarged enlarged = dragged(false);

        assertThat(enlarged.part).isNull();
        assertThat(enlarged.wholes).isZero();
    }
}
