package normscope.experiment;

/** Something that happens to the data of a living experiment. */
public sealed interface DataChange permits InputShift, Selection, RuleChange, LearnFrom {

    /** Refuses what cannot be done to the data, with the field's path in the change. */
    default void check(DataConfig data) {}
}
