package normscope.experiment;

/**
 * Both arms in numbers at one moment.
 *
 * @param step the number of updates made
 * @param without the arm without batch normalization
 * @param with the arm with batch normalization
 */
public record Measurement(long step, ArmMeasurement without, ArmMeasurement with) {

    /**
     * One of the arms.
     *
     * @param arm which
     * @return its measurement
     */
    public ArmMeasurement arm(ArmId arm) {
        return arm == ArmId.WITHOUT ? without : with;
    }
}
