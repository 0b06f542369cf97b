package normscope.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import normscope.lesson.Lesson;

/**
 * Writes what a teacher prints: of each lesson a guide, a worksheet and its key, as PDF and as HTML; and the questions
 * for a course's web platform.
 */
public final class Guides {

    private Guides() {}

    /**
     * Writes the sheets of one lesson or script into a folder, which is made if it is not there, and returns the files;
     * those of the same names are replaced. Its pages are played for their numbers, which takes up to half a minute.
     */
    public static List<Path> write(Lesson lesson, Path folder, String version) throws IOException {
        Files.createDirectories(folder);
        TeacherSheets of = TeacherSheets.of(lesson, version);
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        sheets.put("guide", of.guide());
        if (of.asks()) {
            sheets.put("worksheet", of.worksheet());
            sheets.put("key", of.key());
        }
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, Sheet> sheet : sheets.entrySet()) {
            for (String ending : List.of(SheetFile.PDF, SheetFile.HTML)) {
                Path file = folder.resolve(lesson.id() + "-" + sheet.getKey() + ending);
                SheetFile.write(sheet.getValue(), file);
                files.add(file);
            }
        }
        if (of.asks()) {
            Path questions = folder.resolve(lesson.id() + MoodleQuestions.ENDING);
            of.questions(questions);
            files.add(questions);
        }
        return files;
    }
}
