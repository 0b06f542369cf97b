package normscope.experiment;

/**
 * All arms in numbers at one moment.
 *
 * @param step the number of updates made
 * @param arms the numbers of each arm
 */
public record Measurement(long step, Arms<ArmMeasurement> arms) {

    /**
     * One of the arms.
     *
     * @param arm which, from 0
     * @return its measurement
     */
    public ArmMeasurement arm(int arm) {
        return arms.get(arm);
    }
}
