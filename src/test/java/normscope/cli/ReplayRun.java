package normscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/** One run of the command: its exit code and what it wrote to the error stream. */
public record ReplayRun(int exitCode, String error) {

    public static ReplayRun of(Path fixture, Path out) {
        StringWriter error = new StringWriter();
        CommandLine command = new CommandLine(new ReplayCommand()).setErr(new PrintWriter(error, true));
        int exitCode = command.execute(fixture.toString(), out.toString());
        return new ReplayRun(exitCode, error.toString().strip());
    }
}
