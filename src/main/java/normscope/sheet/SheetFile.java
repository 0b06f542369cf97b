package normscope.sheet;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import normscope.chart.FormulaDrawing;
import normscope.experiment.WholeFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Writes sheets as HTML, or as PDF of the same page. The library for PDF is loaded with the first one. */
final class SheetFile {

    /** The ending of a PDF file's name. */
    static final String PDF = ".pdf";

    /** The ending of an HTML file's name. */
    static final String HTML = ".html";

    /** What the experiment within a PDF is called. */
    static final String ATTACHED = "experiment.json";

    private static final String FONTS = "/normscope/assets/fonts/NormScopeSans-%s.ttf";
    private static final Map<String, Integer> WEIGHTS =
            Map.of("Regular", 400, "Medium", 500, "SemiBold", 600, "Bold", 700);

    private SheetFile() {}

    /** Whether a file is to be a PDF. */
    static boolean isPdf(Path file) {
        return endsWith(file, PDF);
    }

    /** Whether the name of a file has an ending. */
    static boolean endsWith(Path file, String ending) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /** Writes a sheet into a file, which is replaced as a whole: a PDF if its name says so, else HTML. */
    static void write(Sheet sheet, Path file) throws IOException {
        WholeFile.write(isPdf(file) ? pdf(sheet) : sheet.html().getBytes(StandardCharsets.UTF_8), file);
    }

    private static byte[] pdf(Sheet sheet) throws IOException {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        WEIGHTS.forEach((name, weight) -> builder.useFont(
                () -> SheetFile.class.getResourceAsStream(String.format(Locale.ROOT, FONTS, name)),
                "NormScope Sans",
                weight,
                FontStyle.NORMAL,
                true));
        builder.useSVGDrawer(FormulaDrawing.forPdf());
        builder.withHtmlContent(sheet.html(), null);
        builder.usePdfUaAccessibility(true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.getPdfDocument()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            attach(sheet, document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void attach(Sheet sheet, PDDocument document) throws IOException {
        byte[] json = sheet.experiment().toText().getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(json));
        file.setSubtype("application/json");
        file.setSize(json.length);
        PDComplexFileSpecification place = new PDComplexFileSpecification();
        place.setFile(ATTACHED);
        place.setFileUnicode(ATTACHED);
        place.setEmbeddedFile(file);
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(ATTACHED, place));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }
}
