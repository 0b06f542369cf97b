package normscope.instrument;

import javafx.scene.layout.Region;

/** One instrument's panel. Created when first shown, on the FX thread, to which all of it belongs. */
public interface Instrument extends PageInstrument {

    /** The panel, which fills the centre of the window; it scrolls only if it must. */
    Region node();

    /** Takes in new results and redraws what has changed. Called once a frame while the panel is visible and whole. */
    void pulse(long nanos);

    /** Ends the instrument's threads. Nothing is called afterwards. */
    void close();
}
