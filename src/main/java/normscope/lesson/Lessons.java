package normscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;

/**
 * Finds lessons: those that come with the program, and those of an instructor's folder. A lesson is a folder with
 * {@code lesson.json} and its words in {@code en.md}, or in {@code xx.md} for the language xx, and may have a guide for
 * teachers in {@code guide.en.md} or {@code guide.xx.md}.
 */
public final class Lessons {

    private static final String ROOT = "/lessons/";
    private static final String INDEX = "index.json";
    static final String STRUCTURE = "lesson.json";
    private static final String GUIDE = "guide.";
    private static final String LESSONS = "lessons";
    private static final String SCRIPTS = "scripts";

    /** Those of the program that were read, by list and language; they never change. */
    private static final Map<List<String>, List<Lesson>> READ = new HashMap<>();

    private static final int MOST_BYTES = 1_000_000;

    private Lessons() {}

    /** Reads a file of a folder; null if it is not there. */
    @FunctionalInterface
    private interface Content {
        byte[] read(String name) throws IOException;
    }

    /** The folder of lessons, or of one: as complaints call it, and where it lies; null for those of the program. */
    private record Folder(String place, Path path, Content content) {

        static Folder of(Path path) {
            return new Folder(path + "/", path, name -> {
                Path file = path.resolve(name);
                return Files.exists(file) ? Json.bytes(file, MOST_BYTES) : null;
            });
        }

        Folder in(String id) {
            Path within = path == null ? null : path.resolve(id);
            return new Folder(place + id + "/", within, name -> content.read(id + "/" + name));
        }

        boolean has(String name) {
            try {
                return content.read(name) != null;
            } catch (IOException e) {
                return false;
            }
        }

        /** {@return the name of a file in a language; of the English one if there is none} */
        String inLanguage(String prefix, Locale language) {
            String own = prefix + language.getLanguage() + ".md";
            return has(own) ? own : prefix + "en.md";
        }

        byte[] required(String name) throws LessonException {
            try {
                byte[] bytes = content.read(name);
                if (bytes == null) {
                    throw new LessonException(place + name + ": is missing; add it.");
                }
                if (bytes.length > MOST_BYTES) {
                    throw new LessonException("%s: is larger than %d bytes; no lesson is.", place + name, MOST_BYTES);
                }
                return bytes;
            } catch (LessonException e) {
                throw e;
            } catch (IOException e) {
                throw new LessonException(place + name + ": cannot be read; check that it may be.");
            }
        }
    }

    private record Index(
            @Json.MayBeAbsent List<String> lessons,
            @Json.MayBeAbsent List<String> scripts) {
        List<String> of(String list) {
            List<String> ids = list.equals(SCRIPTS) ? scripts : lessons;
            for (int i = 0; i < ids.size(); i++) {
                Page.checkName(list + "[" + i + "]", ids.get(i));
            }
            return ids;
        }
    }

    /** The lessons that come with the program, in order; in English where one is not in the language. */
    public static List<Lesson> builtIn(Locale language) throws LessonException {
        return builtIn(LESSONS, language);
    }

    /** The scripts for the front of a class that come with the program, in order, likewise. */
    public static List<Lesson> scripts(Locale language) throws LessonException {
        return builtIn(SCRIPTS, language);
    }

    private static List<Lesson> builtIn(String list, Locale language) throws LessonException {
        // Whoever asks while they are read for the first time, which takes a moment, waits for it.
        synchronized (READ) {
            List<String> key = List.of(list, language.toLanguageTag());
            List<Lesson> lessons = READ.get(key);
            if (lessons == null) {
                lessons = List.copyOf(read(list, language));
                READ.put(key, lessons);
            }
            return lessons;
        }
    }

    private static List<Lesson> read(String list, Locale language) throws LessonException {
        Folder root = new Folder("lessons/", null, name -> {
            try (InputStream in = Lessons.class.getResourceAsStream(ROOT + name)) {
                return in == null ? null : in.readAllBytes();
            }
        });
        List<LessonException> broken = new ArrayList<>();
        return whole(indexed(root, list, language, broken), broken);
    }

    /** Lessons of which none may be broken. */
    private static List<Lesson> whole(List<Lesson> lessons, List<LessonException> broken) throws LessonException {
        if (!broken.isEmpty()) {
            throw broken.get(0);
        }
        return lessons;
    }

    private static List<Lesson> indexed(Folder root, String list, Locale language, List<LessonException> broken)
            throws LessonException {
        List<String> ids;
        try {
            ids = Json.PLAIN.bind(Json.parse(root.required(INDEX)), Index.class).of(list);
        } catch (InvalidSettingException e) {
            throw new LessonException(root.place + INDEX + ": " + e.getMessage());
        }
        List<Lesson> lessons = new ArrayList<>();
        ids.forEach(id -> add(lessons, id, root.in(id), language, broken));
        return lessons;
    }

    /**
     * An instructor's lessons.
     *
     * @param folder with {@code lesson.json}, or with {@code index.json} or folders that have one each
     * @return lessons and scripts; in the order of the index, or of the folders' names
     * @throws LessonException if one cannot be read, or there is none
     */
    public static List<Lesson> inFolder(Path folder, Locale language) throws LessonException {
        List<LessonException> broken = new ArrayList<>();
        return whole(inFolder(folder, language, broken), broken);
    }

    /**
     * The same, as far as they can be read: a broken one hides no other, and what is wrong with it is added to
     * {@code broken}.
     */
    public static List<Lesson> inFolder(Path folder, Locale language, List<LessonException> broken)
            throws LessonException {
        List<Lesson> lessons = new ArrayList<>();
        Folder all = Folder.of(folder);
        if (Files.exists(folder.resolve(STRUCTURE))) {
            add(lessons, nameOf(folder), all, language, broken);
        } else if (Files.exists(folder.resolve(INDEX))) {
            lessons.addAll(indexed(all, LESSONS, language, broken));
            lessons.addAll(indexed(all, SCRIPTS, language, broken));
            if (lessons.isEmpty() && broken.isEmpty()) {
                throw new LessonException(all.place + INDEX + ": names no lesson and no script; add one.");
            }
        } else {
            List<Path> folders = folders(folder);
            folders.forEach(each -> add(lessons, nameOf(each), Folder.of(each), language, broken));
            if (folders.isEmpty()) {
                throw new LessonException(
                        folder + ": there is no lesson in this folder; choose one with a lesson.json.");
            }
        }
        return lessons;
    }

    /**
     * The lessons and scripts of the program and of an instructor, in order: an own one takes the place of one of the
     * same kind and name.
     */
    public static List<Lesson> together(List<Lesson> builtIn, List<Lesson> own) {
        Map<String, Lesson> all = new LinkedHashMap<>();
        Stream.concat(builtIn.stream(), own.stream()).forEach(each -> all.put(each.kind() + "/" + each.id(), each));
        return List.copyOf(all.values());
    }

    private static void add(List<Lesson> to, String id, Folder folder, Locale language, List<LessonException> broken) {
        try {
            to.add(lesson(id, folder, language));
        } catch (LessonException e) {
            broken.add(e);
        }
    }

    /**
     * {@return the folder of lessons or scripts that a folder, or one of the files of a lesson or its index, stands
     * for}
     */
    public static Optional<Path> folderOf(Path chosen) {
        Path folder =
                Files.isDirectory(chosen) ? chosen : chosen.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        String name = String.valueOf(chosen.getFileName());
        boolean ofLesson = name.equals(STRUCTURE) || name.equals(INDEX) || name.endsWith(".md");
        boolean has = Files.exists(folder.resolve(STRUCTURE)) || Files.exists(folder.resolve(INDEX));
        if (!Files.isDirectory(chosen)) {
            return ofLesson && has && Files.exists(chosen) ? Optional.of(folder) : Optional.empty();
        }
        try {
            return has || !folders(folder).isEmpty() ? Optional.of(folder) : Optional.empty();
        } catch (LessonException e) {
            return Optional.empty();
        }
    }

    /** {@return the address of the picture on a lesson's card, drawn in a look such as {@code light}} */
    public static Optional<String> picture(Lesson lesson, String look) {
        String name = "card-" + look + ".png";
        if (lesson.folder() == null) {
            return Optional.ofNullable(Lessons.class.getResource(ROOT + lesson.id() + "/" + name))
                    .map(URL::toExternalForm);
        }
        Path file = lesson.folder().resolve(name);
        return Files.exists(file) ? Optional.of(file.toUri().toString()) : Optional.empty();
    }

    private static List<Path> folders(Path folder) throws LessonException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve(STRUCTURE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LessonException(folder + ": the folder cannot be read; check that it exists and may be read.");
        }
    }

    private static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "lesson" : name.toString();
    }

    private static Lesson lesson(String id, Folder folder, Locale language) throws LessonException {
        String words = folder.inLanguage("", language);
        Lesson lesson = new LessonReader(folder.place + STRUCTURE, folder.place + words)
                .read(id, folder.required(STRUCTURE), folder.required(words))
                .in(folder.path);
        String guide = folder.inLanguage(GUIDE, language);
        return folder.has(guide)
                ? lesson.with(GuideReader.read(folder.place + guide, folder.required(guide), lesson.pages()))
                : lesson;
    }
}
