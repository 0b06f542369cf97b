/** One example among random mini-batches: the noise of their statistics. */
package normscope.instrument.noise;
