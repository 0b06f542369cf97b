package normscope.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The bundled typeface as AWT fonts.
 *
 * <p>The fonts are made from the files themselves and not looked up by family: a family of the same name installed on
 * the machine must not change a figure.
 */
final class ChartFonts {

    private static final String FOLDER = "/normscope/assets/fonts/";
    private static final Map<String, byte[]> FILES = new HashMap<>();
    private static final Font PLAIN = load("NormScopeSans-Regular.ttf", Font.PLAIN);
    private static final Font BOLD = load("NormScopeSans-SemiBold.ttf", Font.BOLD);
    private static final Map<Float, Font> PLAIN_SIZES = new HashMap<>();
    private static final Map<Float, Font> BOLD_SIZES = new HashMap<>();

    private ChartFonts() {}

    static synchronized Font plain(double size) {
        return PLAIN_SIZES.computeIfAbsent((float) size, PLAIN::deriveFont);
    }

    static synchronized Font bold(double size) {
        return BOLD_SIZES.computeIfAbsent((float) size, BOLD::deriveFont);
    }

    /** The TrueType file that such a font was made from, for documents that carry their letters; null for others. */
    static byte[] file(Font font) {
        return FILES.get(font.getFontName());
    }

    private static Font load(String file, int style) {
        try (InputStream in = ChartFonts.class.getResourceAsStream(FOLDER + file)) {
            if (in != null) {
                byte[] content = in.readAllBytes();
                Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(content));
                FILES.put(font.getFontName(), content);
                return font;
            }
        } catch (IOException | FontFormatException e) {
            System.getLogger("normscope.chart").log(System.Logger.Level.WARNING, "font " + file + " is unreadable", e);
        }
        return new Font(Font.SANS_SERIF, style, 12);
    }
}
