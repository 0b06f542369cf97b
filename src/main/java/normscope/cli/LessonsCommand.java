package normscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import normscope.lesson.Claim;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.play.ClaimCheck;
import normscope.lesson.play.ClaimResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code normscope lessons verify [--seeds N] [--lesson-dir DIR] [LESSON...]}, {@code normscope lessons guide
 * [--lesson-dir DIR] DIR [LESSON...]}, {@code normscope lessons new DIR}.
 */
@Command(name = "lessons", description = "What concerns the lessons.")
public final class LessonsCommand extends Subcommand {

    private static final int MOST_SEEDS = 1000;

    private final FigureWriter<Lesson> guides;

    public LessonsCommand(FigureWriter<Lesson> guides) {
        this.guides = guides;
    }

    @Override
    public Integer call() {
        throw wrong("Say what to do with the lessons: verify, guide or new.");
    }

    /** Runs every claim: 0 if all hold, 1 if one fails, 2 if there is nothing that could be checked. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Runs what the lessons claim, with several seeds, and prints what was measured.")
    int verify(
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "5",
                            description = "How many seeds (default 5).")
                    int seeds,
            @Option(
                            names = "--lesson-dir",
                            paramLabel = "DIR",
                            description = "A folder of lessons to check instead of those of the program.")
                    Path folder,
            @Parameters(paramLabel = "LESSON", arity = "0..*", description = "Which lessons (default all).")
                    List<String> names) {
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw wrong("--seeds must be from 1 to %d, not %d.", MOST_SEEDS, seeds);
        }
        List<Lesson> lessons;
        try {
            lessons = chosen(folder, names == null ? List.of() : names);
        } catch (LessonException e) {
            err().println(e.getMessage());
            return 2;
        }
        List<ClaimResult> results = ClaimCheck.run(lessons, seeds);
        print(results, seeds);
        return results.stream().allMatch(ClaimResult::holds) ? 0 : 1;
    }

    /** Writes what teachers print: 0 if all is, 1 if a file cannot be written, 2 if a lesson cannot be read. */
    @Command(
            name = "guide",
            mixinStandardHelpOptions = true,
            description = "Writes a teacher's guide, a worksheet and its answer key of every lesson and script, "
                    + "as PDF and as HTML, and the questions as Moodle XML. Each is played for its numbers, which "
                    + "takes a minute or two in all.")
    int guide(
            @Option(
                            names = "--lesson-dir",
                            paramLabel = "LESSONS",
                            description = "A folder of lessons in the place of those of the program.")
                    Path lessons,
            @Parameters(
                            index = "0",
                            paramLabel = "DIR",
                            description = "The folder to write to; made if it is not there. What the command has "
                                    + "written there before is replaced, other files are kept.")
                    Path folder,
            @Parameters(
                            index = "1..*",
                            paramLabel = "LESSON",
                            arity = "0..*",
                            description = "Which lessons (default all).")
                    List<String> names) {
        try {
            List<Lesson> all = chosen(lessons, names == null ? List.of() : names);
            try (OutFolder kept = new OutFolder(folder, "guide")) {
                for (Lesson lesson : all) {
                    guides.write(lesson, kept.work());
                }
                kept.finish(out(), false).forEach(out()::println);
            }
            out().flush();
            return 0;
        } catch (LessonException e) {
            err().println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err().println(OutFolder.complaint(folder, e));
            return 1;
        }
    }

    /** Writes a first lesson to begin with: 0, or 2 if it cannot be written. */
    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Writes a small lesson with comments, to make an own one of.")
    int create(@Parameters(paramLabel = "DIR", description = "A folder that is empty or not there yet.") Path folder) {
        try {
            NewLesson.write(folder);
            say(
                    "%s has a lesson. Open it with: normscope %s%nIt is read again whenever you save it. Check it with:"
                            + " normscope lessons verify --lesson-dir %s%n",
                    folder, folder, folder);
            return 0;
        } catch (IOException e) {
            err().println(e.getMessage());
            return 2;
        }
    }

    private static List<Lesson> chosen(Path folder, List<String> names) throws LessonException {
        List<Lesson> all = new ArrayList<>();
        if (folder == null) {
            all.addAll(Lessons.builtIn(Locale.ENGLISH));
            all.addAll(Lessons.scripts(Locale.ENGLISH));
        } else {
            all.addAll(Lessons.inFolder(folder, Locale.ENGLISH));
        }
        for (String name : names) {
            if (all.stream().noneMatch(lesson -> lesson.id().equals(name))) {
                throw new LessonException(String.format(
                        Locale.ROOT,
                        "There is no lesson \"%s\"; there are %s.",
                        name,
                        String.join(", ", all.stream().map(Lesson::id).toList())));
            }
        }
        return names.isEmpty()
                ? all
                : all.stream().filter(lesson -> names.contains(lesson.id())).toList();
    }

    private void print(List<ClaimResult> results, int seeds) {
        int width = results.stream()
                .mapToInt(result -> result.lesson().length())
                .max()
                .orElse(0);
        String lesson = "%-" + (width + 2) + "s";
        say(
                lesson + "%-18s%-40s%12s%12s%12s  %-31s%s%n",
                "lesson",
                "page",
                "claim",
                "least",
                "mean",
                "most",
                "bound",
                "holds");
        for (ClaimResult result : results) {
            say(
                    lesson + "%-18s%-40s%12.4g%12.4g%12.4g  %-31s%s%s%n",
                    result.lesson(),
                    result.page(),
                    result.claim().id(),
                    result.least(),
                    result.mean(),
                    result.most(),
                    bound(result.claim()),
                    result.holds() ? "yes" : "NO",
                    result.claim().seeds() == Claim.Seeds.MEAN
                            ? String.format(
                                    Locale.ROOT,
                                    "  mean %.4g .. %.4g",
                                    result.interval().low(),
                                    result.interval().high())
                            : "");
        }
        long held = results.stream().filter(ClaimResult::holds).count();
        say("%n%d of %d claims hold with %d seeds.%n", held, results.size(), seeds);
    }

    private static String bound(Claim claim) {
        String text;
        if (claim.equals() != null) {
            text = String.format(Locale.ROOT, "%.6g +- %.2g", claim.equals(), claim.tolerance());
        } else {
            text = claim.atMost() != null
                    ? String.format(Locale.ROOT, "at most %.6g", claim.atMost())
                    : String.format(Locale.ROOT, "at least %.6g", claim.atLeast());
        }
        return text + (claim.seeds() == Claim.Seeds.MEAN ? " (mean)" : " (each)");
    }
}
