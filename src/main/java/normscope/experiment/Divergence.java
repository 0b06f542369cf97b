package normscope.experiment;

/**
 * Where an arm left the finite numbers. It stays there; the other arm goes on.
 *
 * @param step the number of updates after which the next mini-batch gave a value that is not finite
 * @param layer the first layer, from 0, with such a value; the output layer comes after the hidden ones
 */
public record Divergence(long step, int layer) {}
