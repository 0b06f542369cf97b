/** Runs with several values of one setting, over seeds. */
package normscope.instrument.sweep;
