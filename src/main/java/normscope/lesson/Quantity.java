package normscope.lesson;

import normscope.experiment.Experiment;
import normscope.history.History;
import normscope.nn.Mode;

/**
 * Something that can be measured of a running experiment. The window and the check of the claims measure with the very
 * same code. Measuring changes nothing that training depends on.
 */
public sealed interface Quantity
        permits InstrumentQuantity,
                Quantity.Score,
                Quantity.Spread,
                Quantity.BatchLoss,
                Quantity.StepsUntil,
                Quantity.DivergedAt,
                Quantity.Before,
                Quantity.AtStart,
                Quantity.Travel,
                Quantity.Moved {

    /**
     * Measures.
     *
     * @param experiment the experiment at the moment; the caller's thread owns it
     * @param history the mini-batch losses and commands up to that moment
     * @return the number; NaN where there is none, such as the loss of an arm that has diverged
     */
    double measure(Experiment experiment, History history);

    /** The set that a score is of. */
    enum OfSet {
        /** The training set. */
        TRAIN,
        /** The test set. */
        TEST
    }

    /** What a score is. */
    enum ScoreKind {
        /** The mean data loss. */
        LOSS,
        /** The share that is classified correctly, in percent. */
        ACCURACY
    }

    /**
     * How an arm does on a whole set.
     *
     * @param kind loss or accuracy
     * @param arm which arm, from 0
     * @param set which set
     * @param mode EVAL; or TRAIN, with the statistics of the whole set as one batch
     */
    record Score(ScoreKind kind, int arm, OfSet set, Mode mode) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Measuring.score(experiment, this);
        }
    }

    /** What is told of a layer's values. */
    enum SpreadKind {
        /** The mean. */
        MEAN,
        /** The standard deviation. */
        SD,
        /** From the 15th to the 85th percentile. */
        WIDTH,
        /** The largest distance from 0. */
        LARGEST
    }

    /**
     * How a layer's values lie: on the next mini-batch in TRAIN mode, on the whole training set in EVAL mode.
     *
     * @param kind what is told
     * @param of which of its values
     * @param arm which arm, from 0
     * @param layer the hidden layer, from 0
     * @param unit one unit, from 0, or -1 for all of them together
     * @param mode TRAIN or EVAL
     */
    record Spread(SpreadKind kind, normscope.experiment.Quantity of, int arm, int layer, int unit, Mode mode)
            implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Measuring.spread(experiment, this);
        }
    }

    /**
     * The mini-batch loss around a moment, TRAIN mode: the mean over the epoch before the latest shift or kick, or over
     * the steps from it on, or over the epoch that has just gone by.
     *
     * @param arm which arm, from 0
     * @param when which steps
     * @param steps of how many; 0 for an epoch
     */
    record BatchLoss(int arm, When when, int steps) implements Quantity {

        /** Which steps. */
        public enum When {
            /** Those before the latest command. */
            BEFORE,
            /** Those after the latest command. */
            AFTER,
            /** The last ones. */
            LAST
        }

        @Override
        public double measure(Experiment experiment, History history) {
            return Measuring.batchLoss(experiment, history, this);
        }
    }

    /**
     * How many steps an arm took from the latest command (or the beginning) until its mini-batch loss was low: the
     * first step at which the mean over the epoch that follows is not above a bound, TRAIN mode.
     *
     * @param arm which arm, from 0
     * @param loss the bound
     */
    record StepsUntil(int arm, double loss) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Measuring.stepsUntil(experiment, history, this);
        }
    }

    /**
     * The step at which an arm left the finite numbers.
     *
     * @param arm which arm, from 0
     */
    record DivergedAt(int arm) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return experiment.divergence(arm) == null
                    ? Double.POSITIVE_INFINITY
                    : experiment.divergence(arm).step();
        }
    }

    /**
     * Another quantity as it was just before the latest shift, kick or switch.
     *
     * @param quantity what is measured
     */
    record Before(Quantity quantity) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            Experiment then = Past.beforeChange(experiment, history);
            return quantity.measure(then, history.branch(then.step()));
        }
    }

    /**
     * Another quantity as it was at step 0.
     *
     * @param quantity what is measured
     */
    record AtStart(Quantity quantity) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return quantity.measure(new Experiment(experiment.config()), new History(experiment.arms()));
        }
    }

    /**
     * How far the medians of a layer's units have travelled since step 0: from the lowest to the highest median of what
     * a unit hands to its activation, the mean over the units. The training set as one batch, TRAIN mode, at some
     * recorded moments.
     *
     * @param arm which arm, from 0
     * @param layer the hidden layer, from 0
     */
    record Travel(int arm, int layer) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Past.travel(experiment, history, this);
        }
    }

    /**
     * How far the latest shift, kick or switch has moved a layer's values on one and the same mini-batch, TRAIN mode:
     * the root of the mean squared change, in units of the standard deviation before. Only sensible at the moment of
     * the change.
     *
     * @param of which of its values
     * @param arm which arm, from 0
     * @param layer the hidden layer, from 0
     */
    record Moved(normscope.experiment.Quantity of, int arm, int layer) implements Quantity {
        @Override
        public double measure(Experiment experiment, History history) {
            return Past.moved(experiment, history, this);
        }
    }
}
