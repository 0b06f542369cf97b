/**
 * The commands that need no window: training a file's experiment, replaying a fixture, measuring speed.
 *
 * <p>Main types: {@link normscope.cli.RunCommand}, {@link normscope.cli.HeadlessRun},
 * {@link normscope.cli.FigureWriter}.
 *
 * <p>Thread: the thread that calls; each command runs to its end.
 *
 * <p>May import everything above it: {@code math}, {@code nn}, {@code data}, {@code stats}, {@code experiment},
 * {@code history}, {@code runner}, {@code lesson}.
 */
package normscope.cli;
