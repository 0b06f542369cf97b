package normscope.lesson;

import normscope.experiment.Command;
import normscope.experiment.Quantity;
import normscope.instrument.InstrumentSettings;

/** Something that a page does to the running experiment, or to how it is shown. */
public sealed interface Action {

    /**
     * Trains.
     *
     * @param steps so many updates more, at least 1
     */
    record Run(long steps) implements Action {}

    /**
     * Trains up to a step.
     *
     * @param step the number of updates made in the end; nothing happens if there are as many already
     */
    record RunTo(long step) implements Action {}

    /**
     * Changes the living experiment.
     *
     * @param command what to change
     */
    record Apply(Command command) implements Action {}

    /**
     * Remembers this moment's histograms as outlines, or forgets them.
     *
     * @param on whether there are outlines from now on
     */
    record Pin(boolean on) implements Action {}

    /**
     * Sets up the page's instrument and starts it.
     *
     * @param settings how; null leaves it as it is
     */
    record Start(InstrumentSettings settings) implements Action {}

    /**
     * How quickly training is shown.
     *
     * @param stepsPerSecond more than 0
     */
    record Speed(double stepsPerSecond) implements Action {}

    /**
     * How the panels show what they show. What is null stays as it is; every page begins with what is usual.
     *
     * @param accuracy the curves are those of the accuracy, not of the loss
     * @param logAxis the loss has a logarithmic axis
     * @param layer of the percentiles, from 0
     * @param after what the third column of histograms shows
     * @param oneUnit the histograms are of one unit, not of a whole layer
     * @param unit which, from 0
     * @param density histograms are scaled to the area 1
     */
    record Show(
            Boolean accuracy,
            Boolean logAxis,
            Integer layer,
            Quantity after,
            Boolean oneUnit,
            Integer unit,
            Boolean density)
            implements Action {}
}
