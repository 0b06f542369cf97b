package normscope.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows of this program. */
final class About {

    private About() {}

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = About.class.getResourceAsStream("about.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own about.properties cannot be read.", e);
        }
        return properties.getProperty("version");
    }
}
