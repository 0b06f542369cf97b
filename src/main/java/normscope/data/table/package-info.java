/**
 * The user's own examples from a file of separated values: what its text looks like is guessed from its beginning, and
 * may be said otherwise; then all of it is read, row by row, into matrices.
 *
 * <p>Main types: {@link normscope.data.table.TableFormat}, {@link normscope.data.table.TableGuess},
 * {@link normscope.data.table.TableReader}. Whatever a file holds, it is read in bounded memory, or refused in one
 * sentence that says in which row and column something is wrong, and what to do.
 *
 * <p>Thread: reading belongs to the caller's thread, which should not be the window's; what is returned is not changed
 * any more.
 *
 * <p>May import {@code normscope.math}.
 */
package normscope.data.table;
