/** What lessons may measure, on a run or with an instrument: kinds of numbers with names that claims use. */
package normscope.instrument.quantity;
