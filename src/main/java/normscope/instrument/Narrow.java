package normscope.instrument;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** Smaller words where the centre of the window is narrow: with the projector's type on a small screen. */
public final class Narrow {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double WIDTH = 600;

    private Narrow() {}

    /**
     * Gives a panel the pseudo-class {@code narrow} while it is.
     *
     * @param panel as wide as the centre
     * @param also is told too
     */
    public static void follow(Region panel, Consumer<Boolean> also) {
        panel.widthProperty().addListener((observable, old, width) -> {
            boolean narrow = width.doubleValue() < WIDTH;
            panel.pseudoClassStateChanged(NARROW, narrow);
            also.accept(narrow);
        });
    }
}
