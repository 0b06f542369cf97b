package normscope.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import normscope.data.Dataset;
import normscope.experiment.Json;
import org.ejml.data.DMatrixRMaj;

/** The examples the peers train on, {@code W1.json} … with the members {@code x} and {@code y}. */
final class PeerData {

    private PeerData() {}

    /** What such a file holds: rows of inputs, and a label for each. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Examples(double[][] x, double[] y) {}

    /** Reads a workload's file, or takes the program's own examples if the folder is not given or has no such file. */
    static Dataset read(String folder, Workload workload) throws IOException {
        Path file = folder == null ? null : Path.of(folder, workload.code() + ".json");
        if (file == null || !Files.isRegularFile(file)) {
            return workload.data();
        }
        Examples examples = Json.PLAIN.bind(Json.parse(Files.readAllBytes(file)), Examples.class);
        DMatrixRMaj labels = new DMatrixRMaj(examples.y().length, 1, true, examples.y());
        return new Dataset(
                new DMatrixRMaj(examples.x()), labels, workload.data().classes());
    }
}
