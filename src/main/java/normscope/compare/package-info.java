/**
 * The runs of this and earlier sessions, side by side: what is kept of each, the table, figures of several, and what
 * their settings differ in.
 *
 * <p>A run is its experiment, its commands and a number of steps; from these it is made again exactly. What is kept
 * beside them only shows it. {@link normscope.compare.RunStore} keeps runs, {@link normscope.compare.RunRecorder} tells
 * when one has ended, {@link normscope.compare.CompareViewModel} says what the window shows of them.
 *
 * <p>Thread: views, view models and the recorder belong to the FX thread; making, reading and writing of runs to one
 * thread of low priority.
 *
 * <p>May import: shell, and what it may import.
 */
package normscope.compare;
