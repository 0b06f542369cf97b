package normscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final String ENGLISH = "en";
    private static final String GUIDE = "guide.";
    private static final String LESSONS = "lessons";
    private static final String SCRIPTS = "scripts";
    private static final int MOST_BYTES = 1_000_000;

    private Lessons() {}

    /** Where files come from; null for one that is not there. */
    @FunctionalInterface
    private interface Folder {
        byte[] read(String name) throws IOException;
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

    /** Told of a lesson that cannot be read. */
    @FunctionalInterface
    private interface Broken {
        void tell(LessonException failure) throws LessonException;
    }

    private static final Broken STRICT = failure -> {
        throw failure;
    };

    private static List<Lesson> builtIn(String list, Locale language) throws LessonException {
        Folder root = name -> {
            try (InputStream in = Lessons.class.getResourceAsStream(ROOT + name)) {
                return in == null ? null : in.readAllBytes();
            }
        };
        return indexed(null, "lessons/", root, list, language, STRICT);
    }

    private static List<Lesson> indexed(
            Path from, String place, Folder root, String list, Locale language, Broken broken) throws LessonException {
        List<String> ids;
        try {
            ids = Json.PLAIN
                    .bind(Json.parse(required(root, place, INDEX)), Index.class)
                    .of(list);
        } catch (InvalidSettingException e) {
            throw new LessonException(place + INDEX + ": " + e.getMessage());
        }
        List<Lesson> lessons = new ArrayList<>();
        for (String id : ids) {
            Path where = from == null ? null : from.resolve(id);
            add(lessons, id, where, place + id + "/", name -> root.read(id + "/" + name), language, broken);
        }
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
        return inFolder(folder, language, STRICT);
    }

    /**
     * The same, as far as they can be read: a broken one hides no other, and what is wrong with it is added to
     * {@code broken}.
     */
    public static List<Lesson> inFolder(Path folder, Locale language, List<LessonException> broken)
            throws LessonException {
        return inFolder(folder, language, (Broken) broken::add);
    }

    private static List<Lesson> inFolder(Path folder, Locale language, Broken broken) throws LessonException {
        if (Files.exists(folder.resolve(STRUCTURE))) {
            List<Lesson> one = new ArrayList<>();
            add(one, nameOf(folder), folder, folder + "/", files(folder), language, broken);
            return one;
        }
        if (Files.exists(folder.resolve(INDEX))) {
            List<LessonException> failures = new ArrayList<>();
            Broken noted = failure -> {
                failures.add(failure);
                broken.tell(failure);
            };
            List<Lesson> all = new ArrayList<>(indexed(folder, folder + "/", files(folder), LESSONS, language, noted));
            all.addAll(indexed(folder, folder + "/", files(folder), SCRIPTS, language, noted));
            if (all.isEmpty() && failures.isEmpty()) {
                throw new LessonException(folder + "/" + INDEX + ": names no lesson and no script; add one.");
            }
            return all;
        }
        List<Lesson> lessons = new ArrayList<>();
        List<Path> folders = folders(folder);
        for (Path each : folders) {
            add(lessons, nameOf(each), each, each + "/", files(each), language, broken);
        }
        if (folders.isEmpty()) {
            throw new LessonException(folder + ": there is no lesson in this folder; choose one with a lesson.json.");
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

    private static void add(
            List<Lesson> to, String id, Path where, String place, Folder folder, Locale language, Broken broken)
            throws LessonException {
        try {
            to.add(lesson(id, place, folder, language).in(where));
        } catch (LessonException e) {
            broken.tell(e);
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

    private static Folder files(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                return null;
            }
            return Json.bytes(file, MOST_BYTES);
        };
    }

    private static Lesson lesson(String id, String place, Folder folder, Locale language) throws LessonException {
        byte[] structure = required(folder, place, STRUCTURE);
        String words = language.getLanguage() + ".md";
        if (isAbsent(folder, words)) {
            words = ENGLISH + ".md";
        }
        byte[] text = required(folder, place, words);
        Lesson lesson = new LessonReader(place + STRUCTURE, place + words).read(id, structure, text);
        String guide = GUIDE + language.getLanguage() + ".md";
        if (isAbsent(folder, guide)) {
            guide = GUIDE + ENGLISH + ".md";
        }
        return isAbsent(folder, guide)
                ? lesson
                : lesson.with(GuideReader.read(place + guide, required(folder, place, guide), lesson.pages()));
    }

    private static boolean isAbsent(Folder folder, String name) {
        try {
            return folder.read(name) == null;
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] required(Folder folder, String place, String name) throws LessonException {
        try {
            byte[] content = folder.read(name);
            if (content == null) {
                throw new LessonException(place + name + ": is missing; add it.");
            }
            if (content.length > MOST_BYTES) {
                throw new LessonException("%s: is larger than %d bytes; no lesson is.", place + name, MOST_BYTES);
            }
            return content;
        } catch (LessonException e) {
            throw e;
        } catch (IOException e) {
            throw new LessonException(place + name + ": cannot be read; check that it may be.");
        }
    }
}
