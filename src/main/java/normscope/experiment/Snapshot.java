package normscope.experiment;

/**
 * All arms at one moment. It is what the window shows of that moment, and the checkpoint from which the experiment goes
 * on exactly.
 *
 * @param step the number of updates made
 * @param learningRate the rate of the next update
 * @param normalizedRate that of the normalized layers' weights; null for the same
 * @param shifts what has happened to the inputs
 */
public record Snapshot(long step, double learningRate, Double normalizedRate, Shifts shifts, Arms<ArmSnapshot> arms) {

    public ArmSnapshot arm(int arm) {
        return arms.get(arm);
    }

    /** {@return an experiment with the rates of this moment} */
    public ExperimentConfig ratesIn(ExperimentConfig config) {
        return config.withTraining(
                config.training().withLearningRate(learningRate).withNormalizedRate(normalizedRate));
    }

    /** {@return whether no arm can go on: all have diverged} */
    public boolean isOver() {
        return arms.stream().allMatch(arm -> arm.divergence() != null);
    }

    public long bytes() {
        return arms.stream().mapToLong(ArmSnapshot::bytes).sum();
    }
}
