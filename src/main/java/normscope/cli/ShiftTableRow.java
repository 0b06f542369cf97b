package normscope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import normscope.instrument.Reading;
import normscope.instrument.shift.ShiftTrial.Recovery;

/** One change, read in one way: one outcome a seed. */
record ShiftTableRow(String change, Reading reading, List<Recovery> outcomes) {

    /** Measured independently with PyTorch in double precision, means over 10 seeds; without, TRAIN, EVAL. */
    private static final Map<String, List<Lesson>> LESSON = Map.of(
            "shift +1", List.of(new Lesson(1.40, "363"), new Lesson(0.02, "0"), new Lesson(1.17, "18")),
            "shift +3", List.of(new Lesson(2.01, "8 of 10 never"), new Lesson(0.02, "0"), new Lesson(1.70, "28")),
            "scale x10", List.of(new Lesson(9.30, "1900"), new Lesson(0.02, "0"), new Lesson(7.30, "10")),
            "rotate 30", List.of(new Lesson(0.34, "43"), new Lesson(0.24, "7"), new Lesson(0.14, "7")),
            "rotate 90", List.of(new Lesson(4.69, "228"), new Lesson(2.92, "89"), new Lesson(2.69, "89")));

    /**
     * What the lesson says.
     *
     * @param atOnce the loss right after the change
     * @param steps updates until recovered, or of how many seeds most do not
     */
    record Lesson(double atOnce, String steps) {
        private boolean never() {
            return steps.endsWith("never");
        }
    }

    String name() {
        return switch (reading) {
            case WITHOUT -> "without";
            case WITH_TRAIN -> "with, TRAIN";
            case WITH_EVAL -> "with, EVAL";
        };
    }

    /** Null where the lesson gives no numbers. */
    Lesson lesson() {
        return LESSON.containsKey(change) ? LESSON.get(change).get(reading.ordinal()) : null;
    }

    private DoubleStream of(ToDoubleFunction<Recovery> number) {
        return outcomes.stream().mapToDouble(number);
    }

    double meanBefore() {
        return of(Recovery::before).average().orElseThrow();
    }

    double meanAtOnce() {
        return of(Recovery::atOnce).average().orElseThrow();
    }

    double minAtOnce() {
        return of(Recovery::atOnce).min().orElseThrow();
    }

    double maxAtOnce() {
        return of(Recovery::atOnce).max().orElseThrow();
    }

    long never() {
        return outcomes.stream().filter(outcome -> !outcome.recovered()).count();
    }

    /** In ascending order; those that never recovered last, as the largest number. */
    private long[] steps() {
        return outcomes.stream()
                .mapToLong(outcome -> outcome.recovered() ? outcome.steps() : Long.MAX_VALUE)
                .sorted()
                .toArray();
    }

    /** The mean if all seeds recovered, else the median. */
    String typicalSteps() {
        if (never() == 0) {
            return Long.toString(Math.round(LongStream.of(steps()).average().orElseThrow()));
        }
        long median = steps()[(outcomes.size() - 1) / 2];
        return median == Long.MAX_VALUE ? "never" : "~" + median;
    }

    String rangeOfSteps() {
        long[] steps = steps();
        return text(steps[0]) + "-" + text(steps[steps.length - 1]);
    }

    private static String text(long steps) {
        return steps == Long.MAX_VALUE ? "never" : Long.toString(steps);
    }

    /** Which of the lesson's values lie outside what the seeds gave; empty if none. */
    String outside() {
        Lesson lesson = lesson();
        if (lesson == null) {
            return "";
        }
        List<String> names = new ArrayList<>();
        // The lesson gives two decimals.
        double half = 0.005;
        if (lesson.atOnce() < minAtOnce() - half || lesson.atOnce() > maxAtOnce() + half) {
            names.add("at once");
        }
        long[] steps = steps();
        long wanted = lesson.never() ? Long.MAX_VALUE : Long.parseLong(lesson.steps());
        if (wanted < steps[0] || Arrays.stream(steps).allMatch(value -> value < wanted)) {
            names.add("steps");
        }
        return String.join(", ", names);
    }
}
