package normscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.ArmMeasurement;
import normscope.experiment.Arms;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.LayerStats;
import normscope.experiment.Measurement;
import normscope.history.History;
import normscope.runner.Session;
import normscope.text.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes what a run recorded as CSV files. Numbers are the shortest text that gives back the same double. */
final class HistoryCsv {

    private static final String BATCH_LOSS = "batch_loss_";

    private HistoryCsv() {}

    /**
     * Writes {@code batch-loss.csv} (every step), {@code whole-set.csv} and {@code layers.csv} (measured steps and the
     * last), {@code events.csv} (what was changed on the way), and {@code README.txt}, which tells of their columns.
     */
    static void write(Session session, Path folder) throws IOException {
        History history = session.history();
        history.add(session.experiment().measure());
        List<Measurement> measurements = history.measurements(0);
        writeBatchLosses(history, folder.resolve("batch-loss.csv"));
        writeWholeSet(measurements, folder.resolve("whole-set.csv"));
        writeLayers(measurements, folder.resolve("layers.csv"));
        writeEvents(history.events(), folder.resolve("events.csv"));
        ExperimentConfig config = session.experiment().config();
        List<Path> tables = Stream.of("batch-loss", "whole-set", "layers", "events")
                .map(name -> folder.resolve(name + ".csv"))
                .toList();
        ReadMe.write(
                folder,
                "run",
                config,
                tables,
                column -> column.startsWith(BATCH_LOSS)
                        ? Texts.text("column.batch_loss", column.substring(BATCH_LOSS.length()))
                        : null);
    }

    static CSVPrinter open(Path file, String... header) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(header)
                .setRecordSeparator("\n")
                .get();
        return new CSVPrinter(Files.newBufferedWriter(file), format);
    }

    private static void writeBatchLosses(History history, Path file) throws IOException {
        List<String> header = new ArrayList<>(List.of("step"));
        Arms.keys(history.arms()).forEach(arm -> header.add(BATCH_LOSS + arm));
        try (CSVPrinter csv = open(file, header.toArray(String[]::new))) {
            for (long step = 0; step < history.lastStep(); step++) {
                csv.print(step);
                for (int arm = 0; arm < history.arms(); arm++) {
                    csv.print(history.batchLoss(arm, step));
                }
                csv.println();
            }
        }
    }

    private static void writeWholeSet(List<Measurement> measurements, Path file) throws IOException {
        try (CSVPrinter csv = open(file, "step", "arm", "train_loss", "test_loss", "train_accuracy", "test_accuracy")) {
            for (Measurement measurement : measurements) {
                for (int arm = 0; arm < measurement.arms().size(); arm++) {
                    ArmMeasurement m = measurement.arm(arm);
                    csv.printRecord(
                            measurement.step(),
                            Arms.key(arm),
                            m.trainLoss(),
                            m.testLoss(),
                            m.trainAccuracy(),
                            m.testAccuracy());
                }
            }
        }
    }

    private static void writeLayers(List<Measurement> measurements, Path file) throws IOException {
        String[] header = {"step", "arm", "layer", "z_mean", "z_sd", "z_tilde_mean", "z_tilde_sd", "p15", "p50", "p85"};
        try (CSVPrinter csv = open(file, header)) {
            for (Measurement measurement : measurements) {
                for (int arm = 0; arm < measurement.arms().size(); arm++) {
                    int layer = 1;
                    for (LayerStats s : measurement.arm(arm).layers()) {
                        csv.printRecord(
                                measurement.step(),
                                Arms.key(arm),
                                layer++,
                                s.z().mean(),
                                s.z().sd(),
                                s.zTilde().mean(),
                                s.zTilde().sd(),
                                s.p15(),
                                s.p50(),
                                s.p85());
                    }
                }
            }
        }
    }

    private static void writeEvents(List<Event> events, Path file) throws IOException {
        try (CSVPrinter csv = open(file, "step", "change")) {
            for (Event event : events) {
                csv.printRecord(event.step(), event.command());
            }
        }
    }
}
