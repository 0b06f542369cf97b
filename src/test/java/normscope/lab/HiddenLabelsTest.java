package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import normscope.data.DataKind;
import normscope.experiment.Command;
import normscope.experiment.Selection;
import normscope.panel.Panel;
import normscope.panel.PanelFigure;
import normscope.panel.PanelWord;
import normscope.panel.Panels;
import org.junit.jupiter.api.Test;

/** While the labels are hidden, no figure tells what is measured with them. */
class HiddenLabelsTest extends LabHarness {

    private String loss() {
        PanelFigure figure = Panels.of(PanelWord.LOSS)
                .orElseThrow()
                .figures(lab, Panel.Look.SCREEN)
                .get(0);
        return figure.feed(lab, 100).summary();
    }

    @Test
    void theCurvesEndWhereTheHiddenExamplesCame() {
        lab.edit(SMALL.withData(SMALL.data().withKind(DataKind.CATS).withSelection(Selection.BLACK_CATS)));
        awaitRest(0);
        trainTo(20);
        awaitRest(20);
        lab.evaluation().labelsShownProperty().set(false);
        PreparedShift.apply(lab, new Command.Select(Selection.ALL, 0));
        awaitRest(20);
        double[] measured =
                lab.curves().wholeSet(0, CurvesViewModel.Metric.TRAIN_LOSS).mean();
        String before = String.format(Locale.ROOT, "%.3f", measured[measured.length - 2]);
        String after = String.format(Locale.ROOT, "%.3f", measured[measured.length - 1]);
        assertThat(loss()).contains(before).doesNotContain(after);
        lab.evaluation().labelsShownProperty().set(true);
        assertThat(loss()).contains(after);
    }
}
