package normscope.experiment;

/** All arms in numbers at one moment. */
public record Measurement(long step, Arms<ArmMeasurement> arms) {

    public ArmMeasurement arm(int arm) {
        return arms.get(arm);
    }
}
