package normscope.viewmodel;

/**
 * One hidden layer: three histograms on one axis.
 *
 * @param units the layer's units
 * @param unit the unit shown, from 0, or -1 for the whole layer
 * @param shownRows examples whose values are in the histograms
 * @param batchRows examples of the mini-batch
 * @param axisMin the left end of the shared axis
 * @param axisMax the right end of the shared axis
 * @param without the arm without: z
 * @param before the arm with: z
 * @param after the arm with: the chosen quantity
 */
public record LayerRow(
        int units,
        int unit,
        int shownRows,
        int batchRows,
        double axisMin,
        double axisMax,
        HistogramView without,
        HistogramView before,
        HistogramView after) {}
