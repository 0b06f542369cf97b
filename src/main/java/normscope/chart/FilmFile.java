package normscope.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Pages one after the other, each written as soon as it is drawn. All have the size of the first: what is larger is cut
 * off. Not for several threads.
 */
public abstract class FilmFile implements AutoCloseable {

    private final int width;
    private int height;
    private int frames;

    FilmFile(int width) {
        this.width = width;
    }

    /**
     * One GIF file, overwritten, that shows them one after the other, each so many hundredths of a second, and again
     * and again if it is to loop.
     */
    public static FilmFile gif(Path file, int width, int hundredths, boolean loop) throws IOException {
        return new GifFile(file, width, hundredths, loop);
    }

    /** One PNG file each in an existing folder, numbered from 1. */
    public static FilmFile pictures(Path folder, int width) {
        return new PictureFiles(folder, width);
    }

    /** Draws a page and writes it. */
    public void add(FigurePage page) throws IOException {
        BufferedImage drawn = page.image((double) width / page.width());
        height = frames == 0 ? drawn.getHeight() : height;
        BufferedImage frame = drawn;
        if (drawn.getWidth() != width || drawn.getHeight() != height) {
            frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = frame.createGraphics();
            g.setColor(new Color(drawn.getRGB(0, drawn.getHeight() - 1)));
            g.fillRect(0, 0, width, height);
            g.drawImage(drawn, 0, 0, null);
            g.dispose();
        }
        frames++;
        write(frame, frames);
    }

    abstract void write(BufferedImage frame, int number) throws IOException;

    /** Completes the file. */
    @Override
    public abstract void close() throws IOException;

    private static final class PictureFiles extends FilmFile {
        private final Path folder;

        PictureFiles(Path folder, int width) {
            super(width);
            this.folder = folder;
        }

        @Override
        void write(BufferedImage frame, int number) throws IOException {
            // Numbers of one length: their order is that of their names.
            String digits = Integer.toString(100_000 + number).substring(1);
            FigureImages.write(frame, folder.resolve("frame-" + digits + ".png"));
        }

        @Override
        public void close() {
            // Each picture is whole by itself.
        }
    }
}
