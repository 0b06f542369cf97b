package normscope.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command of the program: where it prints, and how it refuses an option. */
@Command(mixinStandardHelpOptions = true)
public abstract class Subcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints at once, numbers as machines write them. */
    protected final void say(String format, Object... values) {
        out().printf(Locale.ROOT, format, values);
        out().flush();
    }

    /** {@return what refuses an option or parameter, in a sentence} */
    protected final ParameterException wrong(String format, Object... values) {
        return new ParameterException(spec.commandLine(), String.format(Locale.ROOT, format, values));
    }
}
