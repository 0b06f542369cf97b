package normscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.OwnTable;

/** The file of an experiment, and a table of the user's that lies beside it in the pack under a name. */
record PackedTable(byte[] text, String name, byte[] table) {

    /** Null for one without such a table, and for what is no experiment, which is told when the pack is opened. */
    static PackedTable of(Path file) throws IOException {
        ExperimentFile experiment;
        try {
            experiment = ExperimentFile.unchecked(file);
        } catch (InvalidSettingException | IOException e) {
            return null;
        }
        if (!(experiment.config().data().own() instanceof OwnTable own) || own.fromProgram()) {
            return null;
        }
        String base = own.name().replaceFirst("\\.[^.]*$", "");
        String name = (Pack.FORBIDDEN.matcher(base).find() || base.isBlank() || base.startsWith(".") ? "table" : base)
                + Pack.TABLE;
        byte[] table;
        try (InputStream in = OwnTable.source(own.file()).open()) {
            table = in.readNBytes(Pack.MOST_BYTES + 1);
        } catch (IOException e) {
            throw new LessonException(own.file() + ": " + e.getMessage());
        }
        if (table.length > Pack.MOST_BYTES) {
            throw new LessonException(
                    "%s: is larger than %d MB; no pack is. Hand it out beside the experiment.",
                    own.file(), Pack.MOST_BYTES / 1_000_000);
        }
        byte[] text = experiment.withTableAt(name).toText().getBytes(StandardCharsets.UTF_8);
        return new PackedTable(text, name, table);
    }
}
