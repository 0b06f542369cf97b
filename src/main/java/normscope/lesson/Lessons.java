package normscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;

/**
 * Finds lessons: those that come with the program, and those of an instructor's folder. A lesson is a folder with
 * {@code lesson.json} and its words in {@code en.md}, or in {@code xx.md} for the language xx.
 */
public final class Lessons {

    private static final String ROOT = "/lessons/";
    private static final String INDEX = "index.json";
    private static final String STRUCTURE = "lesson.json";
    private static final String ENGLISH = "en";
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

    /**
     * The lessons that come with the program.
     *
     * @param language the language of the words; English where a lesson does not have it
     * @return in order
     * @throws LessonException if one cannot be read
     */
    public static List<Lesson> builtIn(Locale language) throws LessonException {
        return builtIn(LESSONS, language);
    }

    /**
     * The scripts for the front of a class that come with the program.
     *
     * @param language the language of the words; English where a script does not have it
     * @return in order
     * @throws LessonException if one cannot be read
     */
    public static List<Lesson> scripts(Locale language) throws LessonException {
        return builtIn(SCRIPTS, language);
    }

    private static List<Lesson> builtIn(String list, Locale language) throws LessonException {
        Folder root = name -> {
            try (InputStream in = Lessons.class.getResourceAsStream(ROOT + name)) {
                return in == null ? null : in.readAllBytes();
            }
        };
        return indexed("lessons/", root, list, language);
    }

    private static List<Lesson> indexed(String place, Folder root, String list, Locale language)
            throws LessonException {
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
            lessons.add(lesson(id, place + id + "/", name -> root.read(id + "/" + name), language));
        }
        return lessons;
    }

    /**
     * An instructor's lessons.
     *
     * @param folder with {@code lesson.json}, or with {@code index.json} or folders that have one each
     * @param language the language of the words; English where a lesson does not have it
     * @return lessons and scripts; in the order of the index, or of the folders' names
     * @throws LessonException if one cannot be read, or there is none
     */
    public static List<Lesson> inFolder(Path folder, Locale language) throws LessonException {
        if (Files.exists(folder.resolve(STRUCTURE))) {
            return List.of(lesson(nameOf(folder), folder + "/", files(folder), language));
        }
        if (Files.exists(folder.resolve(INDEX))) {
            List<Lesson> all = new ArrayList<>(indexed(folder + "/", files(folder), LESSONS, language));
            all.addAll(indexed(folder + "/", files(folder), SCRIPTS, language));
            if (all.isEmpty()) {
                throw new LessonException(folder + "/" + INDEX + ": names no lesson and no script; add one.");
            }
            return all;
        }
        List<Lesson> lessons = new ArrayList<>();
        for (Path each : folders(folder)) {
            lessons.add(lesson(nameOf(each), each + "/", files(each), language));
        }
        if (lessons.isEmpty()) {
            throw new LessonException(folder + ": there is no lesson in this folder; choose one with a lesson.json.");
        }
        return lessons;
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
        return new LessonReader(place + STRUCTURE, place + words).read(id, structure, text);
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
                throw new LessonException(String.format(
                        Locale.ROOT, "%s: is larger than %d bytes; no lesson is.", place + name, MOST_BYTES));
            }
            return content;
        } catch (LessonException e) {
            throw e;
        } catch (IOException e) {
            throw new LessonException(place + name + ": cannot be read; check that it may be.");
        }
    }
}
