package normscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import normscope.data.Dataset;
import normscope.experiment.JsonValue;
import org.ejml.data.DMatrixRMaj;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples the peers train on, {@code W1.json} … with the members {@code x} and {@code y}. */
final class PeerData {

    private PeerData() {}

    /** Reads a workload's file, or takes the program's own examples if the folder is not given or has no such file. */
    static Dataset read(String folder, Workload workload) throws IOException {
        Path file = folder == null ? null : Path.of(folder, workload.code() + ".json");
        if (file == null || !Files.isRegularFile(file)) {
            return workload.data();
        }
        JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
        JsonValue x = new JsonValue("x", root.get("x"));
        int rows = x.size();
        int inputs = workload.network(false).inputs();
        DMatrixRMaj labels =
                new DMatrixRMaj(rows, 1, true, new JsonValue("y", root.get("y")).vector(rows, "one an example of x"));
        return new Dataset(
                x.matrix(rows, "one an example", inputs, "one an input"),
                labels,
                workload.data().classes());
    }
}
