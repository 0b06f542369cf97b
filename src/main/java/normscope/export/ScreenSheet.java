package normscope.export;

import java.util.ArrayList;
import java.util.List;
import normscope.chart.ChartTheme;
import normscope.chart.FigurePage;
import normscope.chart.Role;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.panel.Panel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelFigure;
import normscope.panel.PanelFigure.Reading;
import normscope.text.Texts;

/** A panel on a page as a class sees it: wide, in large type, its figures side by side with their numbers below. */
final class ScreenSheet {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final double MARGIN = 24;
    private static final double GAP = 24;
    private static final double HEAD = 60;
    private static final double LINE = 21;

    private ScreenSheet() {}

    static FigurePage page(LabViewModel vm, Panel panel, ChartTheme theme, FigureSheets.Drawn drawn) {
        FigurePage page = new FigurePage(WIDTH, HEIGHT, theme).title(panel.name(vm) + " · " + FigureSheets.when(vm));
        List<PanelFigure> figures = drawn.of(vm, panel, Look.SCREEN);
        double width = (WIDTH - 2 * MARGIN - (figures.size() - 1) * GAP) / figures.size();
        double line = LINE * theme.type();
        for (int i = 0; i < figures.size(); i++) {
            PanelFigure figure = figures.get(i);
            double left = MARGIN + i * (width + GAP);
            double top = HEAD;
            double bottom = HEIGHT - MARGIN;
            if (figure.arm() != PanelFigure.ALL_ARMS) {
                String name = ArmNames.of(
                        vm.configProperty().get(),
                        figure.arm(),
                        Role.of(figure.arm()).word());
                page.text(name, left, top + 0.6 * line, Role.of(figure.arm()), true);
                top += line;
            }
            String note = figure.note(vm);
            if (note != null) {
                page.text(note, left, top + 0.5 * line, null, false);
                top += 0.9 * line;
            }
            String numbers = numbers(vm, figure);
            if (!numbers.isEmpty()) {
                page.text(numbers, left, bottom, null, true);
                bottom -= line;
            }
            page.card(figure.feed(vm, (int) (width / 2)), left, top, width, bottom - top);
        }
        return page;
    }

    private static String numbers(LabViewModel vm, PanelFigure figure) {
        List<String> said = new ArrayList<>();
        for (Reading reading : figure.readings()) {
            String value = reading.value().apply(vm);
            if (value != null) {
                said.add(Texts.text("present." + reading.id()) + " " + value);
            }
        }
        return String.join("   ", said);
    }
}
