package normscope.lesson.play;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.quantity.SweepQuantity;
import normscope.instrument.sweep.SweepSettings;
import normscope.lesson.Action;
import normscope.lesson.Claim;
import normscope.lesson.Lesson;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import normscope.sweep.RecordedRun;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepRun;

/**
 * Goes through a lesson as a student would, page after page, without a window and with another seed: what is done on
 * entering, the action, the measures. A page without an experiment of its own goes on with that of the page before.
 */
public final class Player {

    private final Lesson lesson;
    /** In the place of the lesson's; null for the lesson's own. */
    private final Long seed;

    private final Set<String> wanted;
    private final Map<String, Double> measured = new HashMap<>();
    /** Claims about one sweep share its runs. */
    private final Map<SweepQuantity.RunKey, SweepRun> sweepRuns = new HashMap<>();

    private final Map<SweepSettings, SweepResult> sweeps = new HashMap<>();

    private RecordedRun run;

    private Player(Lesson lesson, Long seed, Set<String> wanted) {
        this.lesson = lesson;
        this.seed = seed;
        this.wanted = wanted;
    }

    /** Prepares to play with a seed of its own in the place of the lesson's, for what the claims ask. */
    Player(Lesson lesson, long seed) {
        this(lesson, seed, new HashSet<>());
        for (Page page : lesson.pages()) {
            for (Claim claim : page.claims()) {
                Stream.of(claim.value(), claim.minus(), claim.over())
                        .filter(name -> name != null)
                        .forEach(wanted::add);
            }
        }
    }

    /**
     * {@return what the pages of a lesson tell, by page/name, if everything on them is left as it is: played as the
     * window does, with the lesson's own seeds; one with a sweep takes some ten seconds}
     */
    public static Map<String, Double> ownNumbers(Lesson lesson) {
        Set<String> wanted = new HashSet<>();
        for (Page page : lesson.pages()) {
            page.measures().forEach(measure -> wanted.add(page.id() + "/" + measure.name()));
        }
        return new Player(lesson, null, wanted).play();
    }

    /** Plays as far as it is needed; returns what was asked for, by page/name. */
    Map<String, Double> play() {
        for (int i = 0; i < lesson.pages().size(); i++) {
            Page page = lesson.pages().get(i);
            if (page.experiment() != null || run == null) {
                begin(page.experiment() == null ? lesson.experiment() : page.experiment());
            }
            if (isNeeded(i)) {
                page.enter().forEach(this::perform);
                page.action().forEach(this::perform);
                page.allMeasures().forEach(each -> measure(page, each));
            }
        }
        return measured;
    }

    private void begin(ExperimentConfig config) {
        run = new RecordedRun(seed == null ? config : config.withSeed(seed));
    }

    /** Whether this page, or a later one that goes on with its experiment, measures what a claim asks for. */
    private boolean isNeeded(int index) {
        for (int i = index; i < lesson.pages().size(); i++) {
            Page page = lesson.pages().get(i);
            if (i > index && page.experiment() != null) {
                return false;
            }
            if (page.allMeasures().anyMatch(measure -> wanted.contains(page.id() + "/" + measure.name()))) {
                return true;
            }
        }
        return false;
    }

    private void perform(Action action) {
        if (action instanceof Action.Run on) {
            run.advanceTo(run.experiment().step() + on.steps());
        } else if (action instanceof Action.RunTo to) {
            run.advanceTo(to.step());
        } else if (action instanceof Action.Apply apply) {
            run.apply(apply.command());
        }
    }

    private void measure(Page page, Measure measure) {
        String name = page.id() + "/" + measure.name();
        if (wanted.contains(name)) {
            double value = measure.quantity() instanceof SweepQuantity sweep
                    ? sweep(page, sweep)
                    : measure.quantity().measure(run.experiment(), run.history());
            measured.put(name, value);
        }
    }

    private static SweepResult runs(SweepSettings settings) {
        Sweep sweep = settings.sweep();
        return SweepResult.none(sweep)
                .with(IntStream.range(0, sweep.runs())
                        .parallel()
                        .mapToObj(index -> sweep.run(index, () -> false))
                        .toList());
    }

    /** With the lesson's own seeds, the very runs that the page's own sweep makes. */
    private double sweep(Page page, SweepQuantity quantity) {
        if (seed != null || !(page.instrument() instanceof SweepSettings settings)) {
            return quantity.measure(run.experiment(), sweepRuns);
        }
        SweepResult result = sweeps.computeIfAbsent(settings, Player::runs);
        return quantity.isOf(settings) ? quantity.tell(result) : quantity.measure(run.experiment(), sweepRuns);
    }
}
