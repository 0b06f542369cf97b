package normscope.instrument;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import normscope.experiment.InstrumentSettings;

/**
 * A panel of rows, one above the other, that shows a view model.
 *
 * @param <S> how the instrument is set up
 * @param <V> what it shows
 */
public abstract class RowsPanel<S extends InstrumentSettings, V extends InstrumentViewModel<S>> implements Instrument {

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
