package normscope.lesson.play;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.instrument.sweep.SweepSettings;
import normscope.lesson.Claim;
import normscope.lesson.Lesson;
import normscope.lesson.Page;

/** Runs the claims of lessons with seeds that the lessons do not use themselves. */
public final class ClaimCheck {

    private static final long FIRST_SEED = 101;

    private ClaimCheck() {}

    /** {@return so many seeds for checking, none of which a page of the lesson uses} */
    public static List<Long> seeds(Lesson lesson, int count) {
        Set<Long> used = new HashSet<>();
        used.add(lesson.experiment().seed());
        for (Page page : lesson.pages()) {
            if (page.experiment() != null) {
                used.add(page.experiment().seed());
            }
            if (page.instrument() instanceof SweepSettings sweep) {
                for (int k = 0; k < sweep.seeds(); k++) {
                    used.add(sweep.base().seed() + k);
                }
            }
        }
        List<Long> seeds = new ArrayList<>(count);
        for (long seed = FIRST_SEED; seeds.size() < count; seed++) {
            if (!used.contains(seed)) {
                seeds.add(seed);
            }
        }
        return seeds;
    }

    /**
     * Checks every claim of some lessons, and that their goals can be reached, on all cores: one result a claim, in the
     * lessons' order.
     */
    public static List<ClaimResult> run(List<Lesson> chosen, int seeds) {
        List<Lesson> lessons = chosen.stream()
                .flatMap(lesson ->
                        Stream.concat(Stream.of(lesson), lesson.goals().stream().map(lesson::wayTo)))
                .toList();
        List<Map<String, Double>> played = IntStream.range(0, lessons.size() * seeds)
                .parallel()
                .mapToObj(i -> {
                    Lesson lesson = lessons.get(i / seeds);
                    return new Player(lesson, seeds(lesson, seeds).get(i % seeds)).play();
                })
                .toList();
        List<ClaimResult> results = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            List<Map<String, Double>> ofLesson = played.subList(i * seeds, (i + 1) * seeds);
            for (Page page : lessons.get(i).pages()) {
                for (Claim claim : page.claims()) {
                    List<Double> values = ofLesson.stream().map(claim::value).toList();
                    results.add(new ClaimResult(lessons.get(i).id(), page.id(), claim, values));
                }
            }
        }
        return results;
    }
}
