package normscope.experiment;

/**
 * Both arms at one moment. It is what the window shows of that moment, and the checkpoint from which the experiment
 * goes on exactly.
 *
 * @param step the number of updates made
 * @param learningRate the rate of the next update
 * @param shifts what has happened to the inputs
 * @param without the arm without batch normalization
 * @param with the arm with batch normalization
 */
public record Snapshot(long step, double learningRate, Shifts shifts, ArmSnapshot without, ArmSnapshot with) {

    /**
     * One of the arms.
     *
     * @param arm which
     * @return its snapshot
     */
    public ArmSnapshot arm(ArmId arm) {
        return arm == ArmId.WITHOUT ? without : with;
    }

    /**
     * The memory that this takes.
     *
     * @return bytes, without object headers
     */
    public long bytes() {
        return without.bytes() + with.bytes();
    }
}
