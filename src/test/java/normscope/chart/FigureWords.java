package normscope.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The words that a figure draws, as its SVG file tells them. */
public final class FigureWords {

    private FigureWords() {}

    /** {@return all words drawn at this size} */
    public static String of(Figure figure, double width, double height) {
        try {
            Path file = Files.createTempFile("figure", ".svg");
            SvgFile.write(file, (int) width, (int) height, "", g -> figure.draw(g, width, height));
            String text = Files.readString(file);
            Files.delete(file);
            int end = text.indexOf("</desc>");
            return end < 0 ? "" : text.substring(text.indexOf("<desc>") + 6, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
