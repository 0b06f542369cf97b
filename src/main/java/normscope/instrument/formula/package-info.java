/** The formulas, forward and backward, with the numbers of one unit in this batch. */
package normscope.instrument.formula;
