/**
 * Starts the program and puts its parts together.
 *
 * <p>{@link normscope.app.Launcher} is the entry point of the window and of every command.
 *
 * <p>Thread: the main thread until JavaFX has started, the FX thread afterwards.
 *
 * <p>May import every package of the program.
 */
package normscope.app;
