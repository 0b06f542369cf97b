package normscope.panel;

import java.util.List;
import java.util.function.Function;
import normscope.chart.Figure;
import normscope.lab.LabViewModel;

/** One figure of a panel, made for one place; or several that take turns, depending on what there is to show. */
public interface PanelFigure {

    /** Stands for an arm where a figure shows all of them. */
    int ALL_ARMS = -1;

    /**
     * A number that is said beside a figure.
     *
     * @param id a word for ids and texts
     * @param widest as wide as any value will be
     * @param value null as long as there is nothing new to say
     */
    record Reading(String id, String widest, Function<LabViewModel, String> value) {}

    /** {@return the figures that take turns, always the same} */
    List<Figure> charts();

    /**
     * Gives the figure what the view model says now, in curves of at most so many points, and returns the one of
     * {@link #charts} that shows it.
     */
    Figure feed(LabViewModel vm, int points);

    /** {@return the arm that it is of, from 0, or {@link #ALL_ARMS}} */
    default int arm() {
        return ALL_ARMS;
    }

    /** {@return what exactly it shows; null if its panel's name says it all} */
    default String note(LabViewModel vm) {
        return null;
    }

    /** {@return the numbers to say beside it, always the same} */
    default List<Reading> readings() {
        return List.of();
    }
}
