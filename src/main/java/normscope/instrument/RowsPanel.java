package normscope.instrument;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.control.Parts;
import normscope.experiment.InstrumentSettings;

/**
 * A panel of rows, one above the other, that shows a view model.
 *
 * @param <S> how the instrument is set up
 * @param <V> what it shows
 */
public abstract class RowsPanel<S extends InstrumentSettings, V extends InstrumentViewModel<S>> implements Instrument {

    /** A panel is low that is so many times as high as its words, or less. */
    private static final double LOW = 38;

    protected final V vm;
    protected final VBox root = new VBox();
    private final Class<S> kind;

    /** A panel without rows yet; {@code style} names its class in the style sheet. */
    protected RowsPanel(String style, Class<S> kind, V vm) {
        this.kind = kind;
        this.vm = vm;
        root.getStyleClass().add(style);
        root.setMinSize(0, 0);
    }

    /** Lets words about the figures give way to them where the panel is low. */
    protected final void giveWay(Label words) {
        root.heightProperty()
                .addListener((observable, old, height) -> Parts.show(
                        words, height.doubleValue() > LOW * words.getFont().getSize()));
    }

    @Override
    public final Region node() {
        return root;
    }

    @Override
    public void configure(InstrumentSettings settings) {
        vm.configure(kind.cast(settings));
    }

    @Override
    public final boolean isBusy() {
        return vm.isBusy();
    }

    @Override
    public void close() {
        vm.close();
    }
}
