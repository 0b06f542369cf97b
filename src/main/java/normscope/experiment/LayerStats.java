package normscope.experiment;

import normscope.stats.Moments;

/**
 * One hidden layer of one arm in numbers: all units, one mini-batch, TRAIN mode. What the activation gets is z-tilde
 * where the layer is normalized and z where it is not.
 *
 * @param p15 the value that 15 % of what the activation gets does not exceed
 * @param p50 the median of what the activation gets
 * @param p85 the value that 85 % of what the activation gets does not exceed
 */
public record LayerStats(Moments z, Moments zTilde, double p15, double p50, double p85) {}
