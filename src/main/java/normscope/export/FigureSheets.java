package normscope.export;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import normscope.chart.ChartTheme;
import normscope.chart.Figure;
import normscope.chart.FigurePage;
import normscope.chart.StepFigure;
import normscope.experiment.ExperimentConfig;
import normscope.lab.LabViewModel;
import normscope.lab.SettingsLine;
import normscope.panel.Area;
import normscope.panel.Panel;
import normscope.panel.Panel.Look;
import normscope.panel.PanelFigure;
import normscope.panel.Panels;
import normscope.text.Texts;

/**
 * Panels on pages, each with the experiment and the step it shows. A page has figures of its own: later changes don't
 * reach it, and it can be drawn on any thread.
 */
public final class FigureSheets {

    private static final int LONGEST_NAME = 40;

    private static final double HEAD = 52;
    private static final double COLUMN_WIDTH = 420;
    private static final double LOWEST_CARD = 170;

    private FigureSheets() {}

    /** {@return a page with a panel as it is shown now} */
    public static FigurePage page(LabViewModel vm, Panel panel, ChartTheme theme) {
        return page(vm, panel, theme, new Drawn())
                .caption(FigureCaption.of(vm, Texts.text("figure.mode." + panel.id(vm))), Area.MARGIN);
    }

    /** The same without the caption, with figures that may have drawn pages before. */
    static FigurePage page(LabViewModel vm, Panel panel, ChartTheme theme, Drawn drawn) {
        double unit = theme.type();
        Area area = panel.area(vm, unit).at(Area.MARGIN, HEAD * unit);
        FigurePage page = page(area.right(), area.bottom(), theme).title(panel.heading(vm) + " · " + when(vm));
        panel.put(page, vm, drawn.of(vm, panel, Look.PAGE), area, unit);
        return page;
    }

    /** The figures of pages that follow each other: made once, so that axes move only when they must. */
    static final class Drawn {
        private final Map<Panel, List<PanelFigure>> figures = new HashMap<>();
        private final double until;

        Drawn() {
            this(0);
        }

        /** Figures over the steps reach a step in any case. */
        Drawn(double until) {
            this.until = until;
        }

        List<PanelFigure> of(LabViewModel vm, Panel panel, Look look) {
            return figures.computeIfAbsent(panel, each -> {
                List<PanelFigure> made = each.figures(vm, look);
                for (PanelFigure figure : made) {
                    for (Figure chart : figure.charts()) {
                        if (chart instanceof StepFigure steps) {
                            steps.setUntil(until);
                        }
                    }
                }
                return made;
            });
        }
    }

    /**
     * {@return a page with one figure on a card of this size in logical pixels, drawn when the page is} Title and mode,
     * what is read and how, are null where the figure says them itself.
     */
    public static FigurePage page(
            LabViewModel vm, String title, String mode, Figure figure, double width, double height, ChartTheme theme) {
        Area area = Area.ofSize(width, height).at(Area.MARGIN, HEAD * theme.type());
        return page(area.right(), area.bottom(), theme)
                .title(title == null ? when(vm) : title + " · " + when(vm))
                .card(figure, area.x(), area.y(), area.width(), area.height())
                .caption(FigureCaption.of(vm, mode), Area.MARGIN);
    }

    /** {@return a page with all panels as they are shown now, as in the window} */
    public static FigurePage all(LabViewModel vm, ChartTheme theme) {
        return all(vm, theme, new Drawn()).caption(FigureCaption.of(vm, Texts.text("figure.mode.window")), Area.MARGIN);
    }

    /** The same without the caption, with figures that may have drawn pages before. */
    static FigurePage all(LabViewModel vm, ChartTheme theme, Drawn drawn) {
        double unit = theme.type();
        double top = HEAD * unit;
        Area histograms = Panels.HISTOGRAMS.area(vm, unit).at(Area.MARGIN, top);
        double left = histograms.right() + 2 * Area.MARGIN;
        double width = COLUMN_WIDTH * unit;
        double square = Panels.DECISIONS.height((COLUMN_WIDTH - Area.GAP) / 2 * unit, unit);
        double bottom = Math.max(histograms.bottom(), top + square + 2 * (LOWEST_CARD * unit + Area.GAP));
        double high = (bottom - top - square) / 2 - Area.GAP;
        FigurePage page = page(left + width, bottom, theme).title(when(vm));
        put(page, vm, Panels.HISTOGRAMS, drawn, histograms, unit);
        put(page, vm, Panels.CURVES, drawn, new Area(left, top, width, high), unit);
        put(page, vm, Panels.DECISIONS, drawn, new Area(left, top + high + Area.GAP, width, square), unit);
        put(page, vm, Panels.BANDS, drawn, new Area(left, bottom - high, width, high), unit);
        return page;
    }

    private static void put(FigurePage page, LabViewModel vm, Panel panel, Drawn drawn, Area area, double unit) {
        panel.put(page, vm, drawn.of(vm, panel, Look.PAGE), area, unit);
    }

    private static FigurePage page(double right, double bottom, ChartTheme theme) {
        return new FigurePage((int) Math.ceil(right + Area.MARGIN), (int) Math.ceil(bottom + Area.MARGIN), theme);
    }

    static String when(LabViewModel vm) {
        return Texts.text(
                "figure.when",
                name(vm.configProperty().get()),
                vm.transport().stepProperty().get());
    }

    /** What an experiment is called: by its name, or by what it learns: never empty. */
    public static String name(ExperimentConfig config) {
        return config.name().isBlank()
                ? SettingsLine.data(config)
                : config.name().strip();
    }

    /** The same as the beginning of a file's name, with neither spaces nor anything that a system forbids. */
    public static String fileName(ExperimentConfig config) {
        String name = name(config)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty()
                ? config.data().kind().name().toLowerCase(Locale.ROOT)
                : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
