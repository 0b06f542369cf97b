/** The shift lab: inputs or layers are changed in mid-run, and every layer tells what it notices. */
package normscope.instrument.shift;
