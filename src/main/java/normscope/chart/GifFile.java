package normscope.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes a GIF film. A frame has colours of its own, up to 255, and nothing where the frame before shows the same: most
 * of a figure stands still, and is not written again.
 */
final class GifFile extends FilmFile {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** The entry of the palette that lets the frame before be seen. */
    private static final int UNCHANGED = 255;

    private final ImageOutputStream out;
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final int hundredths;
    private final boolean loop;
    private int[] before;

    GifFile(Path file, int width, int hundredths, boolean loop) throws IOException {
        super(width);
        this.hundredths = hundredths;
        this.loop = loop;
        Files.deleteIfExists(file);
        out = ImageIO.createImageOutputStream(file.toFile());
        if (out == null) {
            throw new IOException(file + " cannot be written");
        }
        writer.setOutput(out);
        writer.prepareWriteSequence(null);
    }

    @Override
    void write(BufferedImage frame, int number) throws IOException {
        int width = frame.getWidth();
        int[] now = frame.getRGB(0, 0, width, frame.getHeight(), null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < now.length; i++) {
            if (isNew(now, i)) {
                counts.merge(now[i], 1, Integer::sum);
            }
        }
        int[] palette = new int[UNCHANGED + 1];
        Map<Integer, Integer> places = Palette.of(counts, palette, UNCHANGED);
        BufferedImage indexed = new BufferedImage(
                width,
                frame.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(
                        8, palette.length, palette, 0, false, UNCHANGED, java.awt.image.DataBuffer.TYPE_BYTE));
        byte[] cells = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
        Arrays.fill(cells, (byte) UNCHANGED);
        for (int i = 0; i < now.length; i++) {
            if (isNew(now, i)) {
                cells[i] = (byte) (int) places.get(now[i]);
            }
        }
        before = now;
        writer.writeToSequence(new IIOImage(indexed, null, metadata(indexed, number == 1)), null);
    }

    private boolean isNew(int[] now, int i) {
        return before == null || before[i] != now[i];
    }

    /** A specifier made from the image's type would have that type's usual palette. */
    private IIOMetadata metadata(BufferedImage image, boolean first) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(UNCHANGED));
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (first && loop) {
            IIOMetadataNode netscape = new IIOMetadataNode("ApplicationExtension");
            netscape.setAttribute("applicationID", "NETSCAPE");
            netscape.setAttribute("authenticationCode", "2.0");
            // Sub-block 1: how often, of which 0 is without end.
            netscape.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(netscape);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        if (root.getElementsByTagName(name).item(0) instanceof IIOMetadataNode found) {
            return found;
        }
        IIOMetadataNode made = new IIOMetadataNode(name);
        root.appendChild(made);
        return made;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }
}
