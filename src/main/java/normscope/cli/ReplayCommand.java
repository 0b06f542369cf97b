package normscope.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code normscope replay FIXTURE.json OUT.json}. */
@Command(
        name = "replay",
        description = {
            "Trains a problem in which everything is given (weights, batches, schedule) and writes every number.",
            "FIXTURE.json is a fixture, an object with \"spec\", or the bare spec.",
            "OUT.json gets the layout of \"expected\"."
        })
public final class ReplayCommand extends Subcommand {

    private static final int WRONG_INPUT = 2;

    // The shortest text that gives back the same double, which Double.toString writes only from Java 19 on.
    private static final JsonMapper WRITER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .build();

    @Parameters(index = "0", paramLabel = "FIXTURE.json", description = "The problem.")
    private Path fixture;

    @Parameters(index = "1", paramLabel = "OUT.json", description = "The file to write.")
    private Path out;

    @Override
    public Integer call() {
        try {
            if (Files.exists(out) && Files.isSameFile(fixture, out)) {
                return complain(out + " is the problem itself; name another file for the result.");
            }
            write(Replay.run(ReplayProblem.read(fixture)));
            return 0;
        } catch (InvalidSettingException e) {
            return complain(fixture + ": " + e.getMessage());
        } catch (NoSuchFileException e) {
            return complain(e.getFile() + " does not exist; check its name and its folder.");
        } catch (AccessDeniedException e) {
            return complain(e.getFile() + " may not be opened; check its permissions.");
        } catch (IOException e) {
            return complain(String.format(
                    Locale.ROOT,
                    "Reading %s or writing %s failed (%s); check both paths.",
                    fixture,
                    out,
                    e.getMessage()));
        }
    }

    private int complain(String sentence) {
        err().println(sentence);
        return WRONG_INPUT;
    }

    private void write(ObjectNode result) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        WholeFile.write(WRITER.writeValueAsBytes(result), out);
    }
}
