package normscope.panel;

import java.util.List;
import normscope.chart.FigurePage;
import normscope.lab.LabViewModel;
import normscope.text.Texts;

/** Something that is shown of a run. Every place shows the same panels, each with figures of its own. */
public interface Panel {

    /** The place that figures are made for. */
    enum Look {
        /** A card of the window, under a head of its own. */
        CARD,
        /** The screen before a class. */
        SCREEN,
        /** A small picture beside that screen. */
        THUMBNAIL,
        /** A page of a file or of the clipboard. */
        PAGE
    }

    /** {@return the words of lesson files that mean this panel; the first one stands for it before a class} */
    List<PanelWord> words();

    /** {@return the word that tells it in names of files, while this is shown} */
    String id(LabViewModel vm);

    /** {@return what it is called, while this is shown} */
    String name(LabViewModel vm);

    /** {@return what a page of its own is headed with} */
    default String heading(LabViewModel vm) {
        return Texts.text("figure." + id(vm));
    }

    /** {@return new figures, not yet fed, in the order in which they are shown} */
    List<PanelFigure> figures(LabViewModel vm, Look look);

    /** {@return the room for it in the corner of a page whose letters have this scale} */
    default Area area(LabViewModel vm, double unit) {
        return Area.ofSize(720 * unit - 2 * Area.MARGIN, 408 * unit - Area.MARGIN);
    }

    /**
     * Puts it on an area of a page whose letters have this scale, as it is at the present moment, with figures made for
     * pages: the same ones again for pages whose axes are to move only when they must.
     */
    default void put(FigurePage page, LabViewModel vm, List<PanelFigure> figures, Area area, double unit) {
        for (PanelFigure figure : figures) {
            page.card(figure.feed(vm, (int) (600 * unit)), area.x(), area.y(), area.width(), area.height());
        }
    }

    /** Puts it on a page, with new figures. */
    default void put(FigurePage page, LabViewModel vm, Area area, double unit) {
        put(page, vm, figures(vm, Look.PAGE), area, unit);
    }
}
