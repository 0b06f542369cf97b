/** Properties of batch norm, checked on the running networks. */
package normscope.instrument.proofs;
