package normscope.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import normscope.experiment.ExperimentFile;
import normscope.text.Texts;

/**
 * What stands on paper.
 *
 * @param title its name
 * @param body HTML, well-formed as XML
 * @param version of the program that makes it
 * @param experiment goes along with it, so that whoever has the sheet can do what it tells of
 */
record Sheet(String title, String body, String version, ExperimentFile experiment) {

    private static final String STYLE = "sheet.css";

    /** Stands in the style for what is said at the foot of each page. */
    private static final String FOOT = "FOOT";

    /** What marks the experiment in a file. */
    static final String EXPERIMENT_BEGINS = "<script type=\"application/json\" id=\"normscope-experiment\">";

    static final String EXPERIMENT_ENDS = "</script>";

    /** {@return the whole page: in HTML that is XML as well, with everything in it} */
    String html() {
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\""
                + Html.words(Texts.text("sheet.language"))
                + "\">\n<head>\n<meta charset=\"UTF-8\" />\n"
                + Html.tag("title", Html.words(title))
                + "<style>\n"
                + style()
                + "</style>\n"
                + EXPERIMENT_BEGINS
                + json()
                + EXPERIMENT_ENDS
                + "\n</head>\n<body>\n"
                + body
                + Html.tag("div.foot", Html.words(foot()))
                + "</body>\n</html>\n";
    }

    /** No sign of JSON that means something to readers of HTML or XML stands in it as it is. */
    private String json() {
        return experiment
                .toText()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    /** What the sheet was made with, and what may be done with it. */
    private String foot() {
        return Texts.text("sheet.foot", version);
    }

    private String style() {
        try (InputStream in = Sheet.class.getResourceAsStream(STYLE)) {
            String style = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return style.replace(FOOT, foot().replace("\\", "\\\\").replace("\"", "\\\""));
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own style of sheets cannot be read.", e);
        }
    }
}
