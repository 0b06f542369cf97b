package normscope.panel;

import java.util.List;
import java.util.stream.IntStream;
import normscope.chart.BandsFigure;
import normscope.chart.Figure;
import normscope.chart.Role;
import normscope.lab.CurvesViewModel;
import normscope.lab.LabViewModel;
import normscope.text.Texts;

/** The percentiles 15, 50 and 85 of a layer, or of its unit that is looked at, over all steps. */
public final class BandsPanel implements Panel {

    BandsPanel() {}

    @Override
    public List<PanelWord> words() {
        return List.of(PanelWord.BANDS);
    }

    @Override
    public String id(LabViewModel vm) {
        return "bands";
    }

    @Override
    public String name(LabViewModel vm) {
        return Texts.text("present.panel.BANDS");
    }

    @Override
    public String heading(LabViewModel vm) {
        return Texts.text("figure.bands", Feeds.layer(vm) + 1);
    }

    @Override
    public List<PanelFigure> figures(LabViewModel vm, Look look) {
        return List.of(new Bands(look, new BandsFigure()));
    }

    /** {@return what the percentiles are of: wordings from long to short, with a bar between them} */
    public static String note(LabViewModel vm) {
        return vm.layers().oneUnitProperty().get()
                ? Texts.text("bands.note-unit", vm.layers().unitProperty().get() + 1)
                : Texts.text("bands.note");
    }

    /** The bands at one place. */
    private record Bands(Look look, BandsFigure chart) implements PanelFigure {

        @Override
        public List<Figure> charts() {
            return List.of(chart);
        }

        @Override
        public Figure feed(LabViewModel vm, int points) {
            int layer = Feeds.layer(vm);
            switch (look) {
                case CARD -> {}
                case PAGE -> chart.setTitle(Texts.text("row.layer", layer + 1), Feeds.wording(BandsPanel.note(vm), 0));
                default -> chart.setTitle(Texts.text("present.bands", layer + 1), Texts.text("bands.of"));
            }
            chart.setBands(IntStream.range(0, vm.curves().arms())
                    .mapToObj(arm -> band(arm, bands(vm, arm, layer)))
                    .toList());
            Feeds.feed(chart, vm);
            return chart;
        }

        private static CurvesViewModel.Bands bands(LabViewModel vm, int arm, int layer) {
            return vm.layers().oneUnitProperty().get()
                    ? vm.curves().bands(arm, layer, vm.layers().unitProperty().get())
                    : vm.curves().bands(arm, layer);
        }

        private static BandsFigure.Band band(int arm, CurvesViewModel.Bands bands) {
            return new BandsFigure.Band(Role.of(arm), bands.x(), bands.p15(), bands.p50(), bands.p85());
        }
    }
}
