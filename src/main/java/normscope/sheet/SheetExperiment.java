package normscope.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import normscope.experiment.ExperimentFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/** Takes the experiment out of a sheet. */
public final class SheetExperiment {

    /** A sheet has pictures in it, but never so many. */
    private static final long MOST_BYTES = 100_000_000;

    private SheetExperiment() {}

    /** Whether a file may be a sheet, by its name. */
    public static boolean mayBeIn(Path file) {
        return SheetFile.isPdf(file) || SheetFile.endsWith(file, SheetFile.HTML) || SheetFile.endsWith(file, ".htm");
    }

    /**
     * {@return the experiment inside a file whose name says that it may be a sheet; empty if there is none in it}
     *
     * @throws normscope.experiment.InvalidSettingException if the experiment is wrong
     */
    public static Optional<ExperimentFile> of(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        String json = SheetFile.isPdf(file) ? attached(file) : within(Files.readAllBytes(file));
        return Optional.ofNullable(json).map(ExperimentFile::fromText);
    }

    private static String within(byte[] html) {
        String text = new String(html, StandardCharsets.UTF_8);
        int from = text.indexOf(Sheet.EXPERIMENT_BEGINS);
        int to = from < 0 ? -1 : text.indexOf(Sheet.EXPERIMENT_ENDS, from);
        return to < 0 ? null : text.substring(from + Sheet.EXPERIMENT_BEGINS.length(), to);
    }

    private static String attached(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            if (names == null
                    || names.getEmbeddedFiles() == null
                    || names.getEmbeddedFiles().getNames() == null) {
                return null;
            }
            Map<String, PDComplexFileSpecification> files =
                    names.getEmbeddedFiles().getNames();
            PDComplexFileSpecification file = files.get(SheetFile.ATTACHED);
            return file == null || file.getEmbeddedFile() == null
                    ? null
                    : new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        }
    }
}
