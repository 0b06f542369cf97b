package normscope.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import normscope.data.Split;
import normscope.experiment.ArmConfig;
import normscope.experiment.Arms;
import normscope.experiment.ExperimentConfig;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** What stands in the CSV files of a command: {@code README.txt}, one line a column. */
final class ReadMe {

    private static final String NAME = "README.txt";

    private ReadMe() {}

    /**
     * Writes the file.
     *
     * @param config of which the arms are named
     * @param tables the CSV files, whose own headers are told of
     * @param own tells of a column whose name is not always the same; null for another
     */
    static void write(
            Path folder, String command, ExperimentConfig config, List<Path> tables, UnaryOperator<String> own)
            throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Texts.text("readme.head", command));
        lines.add("");
        for (int arm = 0; arm < config.arms().size(); arm++) {
            lines.add(
                    Texts.text("readme.arm", Arms.key(arm), words(config.arms().get(arm))));
        }
        if (config.data().measuredOnSample()) {
            int test = config.data().testSize();
            lines.add(Texts.text(
                    "readme.sample",
                    Numbers.grouped(Math.min(Split.MOST_MEASURED, config.data().points() - test)),
                    Numbers.grouped(config.data().points() - test),
                    Numbers.grouped(Math.min(Split.MOST_MEASURED, test)),
                    Numbers.grouped(test)));
        }
        for (Path table : tables) {
            String file = String.valueOf(table.getFileName());
            lines.add("");
            lines.add(file);
            List<String> columns = columns(table);
            int width = columns.stream().mapToInt(String::length).max().orElse(1);
            for (String column : columns) {
                lines.add(String.format(Locale.ROOT, "  %-" + width + "s  %s", column, words(file, column, own)));
            }
        }
        Files.write(folder.resolve(NAME), lines, StandardCharsets.UTF_8);
    }

    private static String words(ArmConfig arm) {
        Stream<String> kinds = arm.normalizers().stream()
                .map(normalizer -> Texts.text("normalizer." + normalizer.kind()))
                .distinct();
        return Stream.concat(Stream.of(arm.name()), kinds)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static List<String> columns(Path table) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(table);
                CSVParser parser = format.parse(reader)) {
            return parser.getHeaderNames();
        }
    }

    private static String words(String file, String column, UnaryOperator<String> own) {
        String told = own.apply(column);
        if (told != null) {
            return told;
        }
        String ofFile = "column." + file.replaceAll("(-\\d+)?\\.csv$", "") + "." + column;
        return Texts.text(Texts.has(ofFile) ? ofFile : "column." + column);
    }
}
