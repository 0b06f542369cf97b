/** One batch of one unit, normalized by hand. */
package normscope.instrument.batchbench;
