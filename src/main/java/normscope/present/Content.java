package normscope.present;

import javafx.scene.layout.Region;

/** What one panel of the screen holds, large or as a thumbnail. */
interface Content {

    /** The node, always the same. */
    Region node();

    /** Shows the view model's present state. */
    void refresh();

    /** Something of its own that moves by itself; once a frame while it is large. */
    default void pulse(long nanos) {}
}
