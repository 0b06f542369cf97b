package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import normscope.chart.FigureCanvas;
import normscope.control.FittingLabel;
import normscope.experiment.ArmConfig;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentKind;
import normscope.nn.NormalizerSpec;
import normscope.shell.WindowMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the first network has a normalizer, no word says that it is without, in the window and before a class. */
class NeverWithoutTest extends SharedWindowTestCase {

    private void layerAgainstBatch() {
        onFx(() -> {
            ExperimentConfig config = window.config();
            int layers = config.network().layers();
            window.vm()
                    .edit(config.withArm(0, ArmConfig.of(new NormalizerSpec.Layer(), layers))
                            .withArm(1, ArmConfig.of(new NormalizerSpec.Batch(), layers)));
            return null;
        });
    }

    private static void collect(Node node, List<String> words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof FittingLabel label) {
            words.add(label.longest());
        } else if (node instanceof Labeled labeled) {
            words.add(labeled.getText());
        } else if (node instanceof Text text) {
            words.add(text.getText());
        } else if (node instanceof ComboBox<?> choice) {
            words.add(String.valueOf(choice.getValue()));
        } else if (node instanceof FigureCanvas figure) {
            words.add(String.valueOf(figure.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private void nothingIsWithout(Parent root) {
        List<String> words = onFx(() -> {
            List<String> found = new ArrayList<>();
            collect(root, found);
            return found;
        });
        assertThat(words)
                .isNotEmpty()
                .filteredOn(word -> word != null
                        && word.toLowerCase(Locale.ROOT)
                                .replace("without noise", "")
                                .contains("without"))
                .isEmpty();
    }

    @Test
    void inTheLab() {
        layerAgainstBatch();
        window.train(5);
        nothingIsWithout(window.scene().getRoot());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void inTheInstruments(InstrumentKind kind) {
        layerAgainstBatch();
        window.show(kind.defaults());
        window.train(5);
        nothingIsWithout(window.scene().getRoot());
    }

    @Test
    void beforeAClass() {
        layerAgainstBatch();
        window.train(5);
        onFx(() -> {
            window.modes().present();
            return null;
        });
        await(() -> window.presenter().isOpen());
        FxThread.awaitFrame();
        FxThread.awaitFrame();
        nothingIsWithout(window.presenter().scene().getRoot());
    }

    @Test
    void inCompare() {
        layerAgainstBatch();
        window.train(5);
        onFx(() -> {
            window.modes().modeProperty().set(WindowMode.COMPARE);
            return null;
        });
        await(() -> window.scene().lookup("#sweep-card") != null);
        FxThread.awaitFrame();
        FxThread.awaitFrame();
        nothingIsWithout(window.scene().getRoot());
    }
}
