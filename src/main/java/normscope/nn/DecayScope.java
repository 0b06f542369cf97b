package normscope.nn;

/** Which parameters the L2 penalty lambda/2 sum p<sup>2</sup> covers. */
public enum DecayScope {
    /** The weights alone, as the course has it. */
    WEIGHTS,
    /** Biases, gamma and beta as well, as torch.optim has it. */
    ALL
}
