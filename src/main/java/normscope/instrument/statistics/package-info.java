/** Running statistics beside those of the batches, and the three ways to normalize at test time. */
package normscope.instrument.statistics;
