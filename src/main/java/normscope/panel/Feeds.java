package normscope.panel;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import normscope.chart.Mark;
import normscope.chart.Role;
import normscope.chart.StepFigure;
import normscope.experiment.Divergence;
import normscope.lab.ArmNames;
import normscope.lab.CurvesViewModel;
import normscope.lab.FewLayers;
import normscope.lab.LabViewModel;
import normscope.text.Texts;

/** What several figures say in the same way. */
final class Feeds {

    private Feeds() {}

    /** Says what all figures over the steps say: which run, the step that is shown, what was done and what ended. */
    static void feed(StepFigure figure, LabViewModel vm) {
        CurvesViewModel curves = vm.curves();
        figure.setView(curves.view());
        figure.setNames(IntStream.range(0, curves.arms())
                .mapToObj(arm -> name(vm, arm, Role.of(arm).word()))
                .toList());
        figure.setDivergences(divergences(curves));
        figure.setMarks(vm.events().stream()
                .map(event -> new Mark(event.step(), event.label()))
                .toList());
        figure.setCursor(curves.cursorStep() < 0 ? Double.NaN : curves.cursorStep());
    }

    /** An arm's own name; without one, these words. */
    static String name(LabViewModel vm, int arm, String words) {
        return ArmNames.of(vm.configProperty().get(), arm, words);
    }

    private static Map<Role, Divergence> divergences(CurvesViewModel curves) {
        Map<Role, Divergence> divergences = new HashMap<>();
        for (int arm = 0; arm < curves.arms(); arm++) {
            Divergence divergence = curves.divergence(arm);
            if (divergence != null) {
                divergences.put(Role.of(arm), divergence);
            }
        }
        return divergences;
    }

    /** What to write in place of what a diverged arm does not have; null if it goes on. */
    static String state(Divergence divergence) {
        return divergence == null ? null : Texts.text("row.diverged", divergence.step());
    }

    /** The layer that is looked at over all steps, from 0. */
    static int layer(LabViewModel vm) {
        return FewLayers.nearest(
                vm.curves().bandLayerProperty().get(),
                vm.layers().layerCountProperty().get());
    }

    /** One of the wordings that the window chooses from, with a bar between them; 0 is the longest, the first. */
    static String wording(String wordings, int index) {
        String[] all = wordings.split("\\|");
        return all[Math.min(index, all.length - 1)];
    }
}
