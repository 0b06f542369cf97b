package normscope.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import normscope.experiment.WholeFile;

/** Where things are kept by name. */
interface Shelf {

    /** {@return the sizes of all things in bytes, by name} */
    Map<String, Long> sizes() throws IOException;

    byte[] read(String name) throws IOException;

    /** Keeps a thing whole, or leaves the former one as it was. */
    void write(String name, byte[] content) throws IOException;

    void delete(String name) throws IOException;

    /** Keeps files in a folder, which is made when it is first needed. */
    record Folder(Path folder) implements Shelf {

        private static final String UNFINISHED = ".tmp";

        @Override
        public Map<String, Long> sizes() throws IOException {
            Map<String, Long> sizes = new TreeMap<>();
            if (!Files.isDirectory(folder)) {
                return sizes;
            }
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(UNFINISHED)) {
                        // A start that ended while it wrote has left it.
                        Files.deleteIfExists(file);
                    } else if (Files.isRegularFile(file)) {
                        sizes.put(name, Files.size(file));
                    }
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return sizes;
        }

        @Override
        public byte[] read(String name) throws IOException {
            return Files.readAllBytes(folder.resolve(name));
        }

        @Override
        public void write(String name, byte[] content) throws IOException {
            Files.createDirectories(folder);
            WholeFile.write(content, folder.resolve(name));
        }

        @Override
        public void delete(String name) throws IOException {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    /** Keeps things as long as the program runs. */
    record Memory(Map<String, byte[]> things) implements Shelf {

        Memory() {
            this(new TreeMap<>());
        }

        @Override
        public Map<String, Long> sizes() {
            Map<String, Long> sizes = new TreeMap<>();
            things.forEach((name, content) -> sizes.put(name, (long) content.length));
            return sizes;
        }

        @Override
        public byte[] read(String name) throws IOException {
            byte[] content = things.get(name);
            if (content == null) {
                throw new IOException(name + " is not there.");
            }
            return content;
        }

        @Override
        public void write(String name, byte[] content) {
            things.put(name, content);
        }

        @Override
        public void delete(String name) {
            things.remove(name);
        }
    }
}
