package normscope.instrument.quantity;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.Command;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.history.History;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.instrument.batchbench.BatchBench;
import normscope.instrument.batchbench.BatchBenchSettings;
import normscope.instrument.contours.Contours;
import normscope.instrument.contours.ContoursSettings;
import normscope.instrument.contours.Descent;
import normscope.instrument.noise.NoiseBench;
import normscope.instrument.noise.NoiseBenchSettings;
import normscope.instrument.noise.NoiseResult;
import normscope.instrument.proofs.Badge;
import normscope.instrument.proofs.Finding;
import normscope.instrument.proofs.ProofChecks;
import normscope.instrument.proofs.Proofs;
import normscope.instrument.shift.ShiftTrial;
import normscope.instrument.statistics.RunningStatistics;
import normscope.instrument.statistics.Statistics;

/** What the instruments say, asked of their models. */
public interface InstrumentQuantity extends Quantity {

    /** One line for what an instrument says. */
    List<Class<? extends InstrumentQuantity>> ALL = List.of(
            OfContours.class,
            OfBatchBench.class,
            OfNoise.class,
            SweepQuantity.class,
            OfProof.class,
            OfStatistics.class,
            OfTrial.class,
            UpdateQuantity.class,
            OptimizerQuantity.class,
            HeadlessQuantity.class);

    /** {@return settings of a page's own instrument, for a quantity that has none of its own} */
    private static <S extends InstrumentSettings> S ofPage(Class<S> kind, InstrumentSettings shown) {
        Check.that(kind.isInstance(shown), "settings", "is missing, and the page does not show this instrument.");
        return kind.cast(shown);
    }

    /**
     * The contours of least squares, with examples drawn from the experiment's seed.
     *
     * @param inputs what is done to the two inputs
     * @param rateTimesLambdaMax the learning rate times the largest eigenvalue; 1 if not given
     * @param steps of the loss; else null
     */
    @JsonTypeName("contours")
    record OfContours(
            Tell tell,
            ContoursSettings.Inputs inputs,
            @Json.MayBeAbsent Double rateTimesLambdaMax,
            @Json.MayBeAbsent Integer steps)
            implements InstrumentQuantity {

        public enum Tell {
            /** Largest by smallest eigenvalue of the Hessian. */
            CONDITION_NUMBER,
            /** Steps to 99 % of the possible improvement. */
            STEPS,
            /** The loss after some steps. */
            LOSS
        }

        private static final double IMPROVEMENT = 0.99;
        private static final int MOST_STEPS = 1_000_000;

        public OfContours {
            if (steps != null) {
                Check.whole("steps", steps, 1, MOST_STEPS);
            }
            Check.that(
                    (tell == Tell.LOSS) == (steps != null), "steps", "and the loss go together; give both or neither.");
            settings(inputs, rateTimesLambdaMax);
        }

        private static ContoursSettings settings(ContoursSettings.Inputs inputs, Double rate) {
            return ContoursSettings.defaults().withInputs(inputs).withRateTimesLambdaMax(rate == null ? 1 : rate);
        }

        @Override
        public double measure(Experiment experiment, History history) {
            Contours contours = new Contours(
                    (ContoursSettings) settings(inputs, rateTimesLambdaMax).on(experiment.config()));
            return switch (tell) {
                case CONDITION_NUMBER -> contours.conditionNumber();
                case STEPS -> {
                    long steps = contours.stepsToImprovement(IMPROVEMENT);
                    yield steps == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : steps;
                }
                case LOSS -> {
                    Descent descent = contours.descent();
                    descent.advance(steps);
                    yield descent.loss();
                }
            };
        }
    }

    /**
     * One batch of one unit.
     *
     * @param example whose value, from 0
     */
    @JsonTypeName("batch-bench")
    record OfBatchBench(
            Tell tell,

            @Json.MayBeAbsent BatchBenchSettings settings,

            @Json.MayBeAbsent int example) implements InstrumentQuantity {

        @Override
        public Quantity on(ExperimentConfig config, InstrumentSettings shown) {
            BatchBenchSettings own = settings == null ? ofPage(BatchBenchSettings.class, shown) : settings;
            Check.whole("example", example, 0, own.values().size() - 1);
            return new OfBatchBench(tell, own, example);
        }

        public enum Tell {
            MEAN,
            VARIANCE,
            /** The batch's standard deviation, epsilon under the root. */
            DEVIATION,
            Z_NORM,
            Z_TILDE,
            /** The largest z_norm, whatever its sign. */
            LARGEST,
            /** What no z_norm can exceed. */
            CEILING,
            OUTPUT_MEAN,
            OUTPUT_SD,
            /** How far the output is from the input at most, with gamma and beta that undo the normalization. */
            UNDONE
        }

        @Override
        public double measure(Experiment experiment, History history) {
            BatchBench bench = new BatchBench(settings);
            return switch (tell) {
                case MEAN -> bench.mean();
                case VARIANCE -> bench.variance();
                case DEVIATION -> bench.deviation();
                case Z_NORM -> bench.zNorm(example);
                case Z_TILDE -> bench.zTilde(example);
                case LARGEST -> bench.largestZNorm();
                case CEILING -> bench.ceiling();
                case OUTPUT_MEAN -> bench.outputMean();
                case OUTPUT_SD -> bench.outputSd();
                case UNDONE -> undone(bench);
            };
        }

        private double undone(BatchBench bench) {
            BatchBench identity = new BatchBench(bench.identity());
            double worst = 0;
            for (int i = 0; i < identity.size(); i++) {
                worst = Math.max(
                        worst, Math.abs(identity.zTilde(i) - settings.values().get(i)));
            }
            return worst;
        }
    }

    /**
     * One example's z_norm among random batches, in the network as it is.
     *
     * @param settings how it is measured
     * @param example which of the training set, from 0
     * @param unit which of the layer, from 0
     */
    @JsonTypeName("noise-bench")
    record OfNoise(Tell tell, @Json.MayBeAbsent NoiseBenchSettings settings, int example, int unit)
            implements InstrumentQuantity {

        @Override
        public Quantity on(ExperimentConfig config, InstrumentSettings shown) {
            NoiseBenchSettings own = settings == null ? ofPage(NoiseBenchSettings.class, shown) : settings;
            Check.whole("settings.layer", own.layer(), 0, config.network().layers() - 1);
            Check.whole("example", example, 0, 19);
            Check.whole("unit", unit, 0, config.network().hiddenUnits().get(own.layer()) - 1);
            return new OfNoise(tell, own, example, unit);
        }

        public enum Tell {
            /** The slope of ln sd over ln m, of the unit. */
            SLOPE,
            /** The slope of the whole layer. */
            LAYER_SLOPE,
            /** sd times the root of m, over all sizes. */
            CONSTANT,
            /** The standard deviation at the first size, of the unit. */
            SD,
            /** The standard deviation at the first size, of the whole layer. */
            LAYER_SD,
            /** How much what the batch's mean adds varies, at the first size, of the whole layer. */
            ADDED,
            /** How much what the batch's deviation multiplies by varies, at the first size, of the whole layer. */
            MULTIPLIED
        }

        @Override
        public double measure(Experiment experiment, History history) {
            NoiseBench bench = new NoiseBench(
                    settings,
                    experiment.config(),
                    experiment.snapshot(),
                    experiment.world().train());
            return tell(bench.run(example, unit, share -> {}, () -> false));
        }

        public boolean isOf(NoiseResult result) {
            return result.settings().equals(settings) && result.example() == example && result.unit() == unit;
        }

        public double tell(NoiseResult result) {
            return switch (tell) {
                case SLOPE -> result.slope();
                case LAYER_SLOPE -> result.layerSlope();
                case CONSTANT -> result.sdTimesSqrtM();
                case SD -> result.sd(0);
                case LAYER_SD -> result.layerSd()[0];
                case ADDED -> result.layerAdded()[0];
                case MULTIPLIED -> result.layerMultiplied()[0];
            };
        }
    }

    /**
     * One number of the proof badges, of the network as it is.
     *
     * @param contrast whether that of the arm without batch normalization is told
     */
    @JsonTypeName("proof")
    record OfProof(Finding.Item tell, @Json.MayBeAbsent boolean contrast) implements InstrumentQuantity {
        @Override
        public double measure(Experiment experiment, History history) {
            Proofs proofs = new ProofChecks(Replica.of(experiment)).run(List.of(badge()));
            return proofs.value(tell, contrast ? Finding::contrast : Finding::measured);
        }

        private Badge badge() {
            return Stream.of(Badge.values())
                    .filter(badge -> badge.items().contains(tell))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * How the arm with batch normalization does on the training set, by the statistics it normalizes with.
     *
     * @param tell loss or accuracy, in percent
     * @param of whose statistics
     */
    @JsonTypeName("statistics")
    record OfStatistics(ScoreKind tell, Whose of) implements InstrumentQuantity {

        public enum Whose {
            /** Each mini-batch's own, TRAIN mode. */
            BATCH,
            /** The running averages, EVAL mode. */
            RUNNING,
            /** Those of the whole training set. */
            EXACT
        }

        @Override
        public double measure(Experiment experiment, History history) {
            RunningStatistics model = new RunningStatistics(Replica.of(experiment));
            if (!model.exist()) {
                return Double.NaN;
            }
            Statistics measured = model.measure();
            Statistics.Score score = switch (of) {
                case BATCH -> measured.batch();
                case RUNNING -> measured.running();
                case EXACT -> measured.exact();
            };
            return tell == ScoreKind.LOSS ? score.loss() : 100 * score.accuracy();
        }
    }

    /**
     * What the latest shift or kick did, followed on a copy of the experiment from the moment before it.
     *
     * @param reading of which arm and mode
     * @param limit the most steps to wait for recovery, or null for none
     */
    @JsonTypeName("trial")
    record OfTrial(
            Tell tell, Reading reading, @Json.MayBeAbsent Integer limit) implements InstrumentQuantity {

        private static final int MOST_STEPS = 10_000;

        public OfTrial {
            if (limit != null) {
                Check.whole("limit", limit, 1, MOST_STEPS);
            }
        }

        public enum Tell {
            /** The loss of the training set before. */
            BEFORE,
            /** The same right after. */
            AT_ONCE,
            /** The steps until it is at most twice what it was; the limit if it is not by then. */
            STEPS
        }

        @Override
        public double measure(Experiment experiment, History history) {
            Command change = Past.change(history);
            if (change == null) {
                return Double.NaN;
            }
            int most = tell == Tell.STEPS && limit != null ? limit : 0;
            ShiftTrial.Recovery recovery = ShiftTrial.run(Past.beforeChange(experiment, history), change, most)
                    .get(reading);
            return switch (tell) {
                case BEFORE -> recovery.before();
                case AT_ONCE -> recovery.atOnce();
                case STEPS -> recovery.recovered() ? recovery.steps() : most;
            };
        }
    }
}
