package normscope.view.present;

import normscope.instrument.InstrumentSettings;
import normscope.lesson.Panel;
import normscope.view.text.Texts;
import normscope.viewmodel.LabViewModel;
import normscope.viewmodel.PresentViewModel;

/** What a panel is called, which depends on what it shows. */
final class PanelName {

    private PanelName() {}

    static String of(PresentViewModel vm, Panel panel) {
        LabViewModel lab = vm.shownProperty().get();
        InstrumentSettings instrument = vm.instrumentProperty().get();
        return switch (panel) {
            case INSTRUMENT ->
                instrument == null ? Texts.text("present.panel.INSTRUMENT") : InstrumentContent.name(instrument);
            case LOSS, ACCURACY ->
                Texts.text(lab.curves().showAccuracyProperty().get() ? "present.panel.ACCURACY" : "present.panel.LOSS");
            case BOUNDARIES ->
                Texts.text(lab.evaluation().twoDimensional() ? "present.panel.BOUNDARIES" : "present.panel.CONFUSION");
            default -> Texts.text("present.panel." + panel);
        };
    }
}
