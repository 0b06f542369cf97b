package normscope.lab;

import java.util.List;

/**
 * One hidden layer: its histograms on one axis.
 *
 * @param unit the unit shown, from 0, or -1 for the whole layer
 * @param shownRows examples whose values are in the histograms
 * @param wider how many times wider the axis is than when the outlined moment was remembered; 1 without one
 * @param columns in the order of the arms; z of each, and behind that of an arm with a normalizer the chosen quantity
 */
public record LayerRow(
        int units,
        int unit,
        int shownRows,
        int batchRows,
        double axisMin,
        double axisMax,
        double wider,
        List<HistogramView> columns) {

    public HistogramView last(int arm) {
        return columns.stream()
                .filter(column -> column.arm() == arm)
                .reduce((former, latter) -> latter)
                .orElseThrow();
    }
}
