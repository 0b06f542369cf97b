package normscope.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Reads what was written on a sheet. */
record Paper(int pages, String text, String attached) {

    static Paper read(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            byte[] attached = document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .get("experiment.json")
                    .getEmbeddedFile()
                    .toByteArray();
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            return new Paper(document.getNumberOfPages(), text, new String(attached, StandardCharsets.UTF_8));
        }
    }

    /** All words of a page of HTML, which must be XML as well. */
    static String words(String html) throws Exception {
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
        assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
        return one(page.getElementsByTagName("body").item(0).getTextContent());
    }

    /** What a lesson's text says, as a page has it. */
    static String plain(String markdown) throws Exception {
        return words("<html><h1/><body>" + Html.markdown(markdown) + "</body></html>");
    }

    /** The same where numbers are put in, which were not measured. */
    static String unfilled(String markdown) throws Exception {
        return plain(markdown.replaceAll("\\{(?!with}|without}|/})[a-z0-9/-]+}", "–"));
    }

    private static String one(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
