package normscope.chart;

/** Whose numbers a mark shows. A role has one colour in every figure of a theme. */
public enum Role {
    /** The network without batch normalization. */
    WITHOUT,
    /** The network with batch normalization, seen before normalizing. */
    WITH_BEFORE,
    /** The network with batch normalization; in the histograms, seen after normalizing. */
    WITH;

    /** {@return the role of an arm, from 0} */
    public static Role of(int arm) {
        return arm == 0 ? WITHOUT : WITH;
    }

    /** The word for this arm in legends and sentences. */
    String word() {
        return Texts.get(this == WITHOUT ? "arm.without" : "arm.with");
    }
}
