package normscope.lesson.play;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.history.History;
import normscope.instrument.quantity.Past;
import normscope.instrument.quantity.SweepQuantity;
import normscope.instrument.sweep.SweepRun;
import normscope.lesson.Action;
import normscope.lesson.Claim;
import normscope.lesson.Lesson;
import normscope.lesson.Measure;
import normscope.lesson.Page;

/**
 * Goes through a lesson as a student would, page after page, without a window and with another seed: what is done on
 * entering, the action, the measures. A page without an experiment of its own goes on with that of the page before.
 */
final class Player {

    private final Lesson lesson;
    private final long seed;
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Double> measured = new HashMap<>();
    /** Claims about one sweep share its runs. */
    private final Map<SweepQuantity.RunKey, SweepRun> sweepRuns = new HashMap<>();

    private Experiment experiment;
    private History history;

    /** Prepares to play with a seed of its own in the place of the lesson's. */
    Player(Lesson lesson, long seed) {
        this.lesson = lesson;
        this.seed = seed;
        for (Page page : lesson.pages()) {
            for (Claim claim : page.claims()) {
                Stream.of(claim.value(), claim.minus(), claim.over())
                        .filter(name -> name != null)
                        .forEach(wanted::add);
            }
        }
    }

    /** Plays as far as the claims need it; returns what they ask for, by page/name. */
    Map<String, Double> play() {
        for (int i = 0; i < lesson.pages().size(); i++) {
            Page page = lesson.pages().get(i);
            if (page.experiment() != null || experiment == null) {
                begin(page.experiment() == null ? lesson.experiment() : page.experiment());
            }
            if (isNeeded(i)) {
                page.enter().forEach(this::perform);
                page.action().forEach(this::perform);
                Stream.concat(page.measures().stream(), page.checks().stream()).forEach(each -> measure(page, each));
            }
        }
        return measured;
    }

    private void begin(ExperimentConfig config) {
        experiment = new Experiment(config.withSeed(seed));
        experiment.keepToOneThread();
        history = new History(experiment.arms());
        recordSometimes();
    }

    /** Whether this page, or a later one that goes on with its experiment, measures what a claim asks for. */
    private boolean isNeeded(int index) {
        for (int i = index; i < lesson.pages().size(); i++) {
            Page page = lesson.pages().get(i);
            if (i > index && page.experiment() != null) {
                return false;
            }
            if (Stream.concat(page.measures().stream(), page.checks().stream())
                    .anyMatch(measure -> wanted.contains(page.id() + "/" + measure.name()))) {
                return true;
            }
        }
        return false;
    }

    private void perform(Action action) {
        if (action instanceof Action.Run run) {
            advanceTo(experiment.step() + run.steps());
        } else if (action instanceof Action.RunTo to) {
            advanceTo(to.step());
        } else if (action instanceof Action.Apply apply) {
            history.add(experiment.snapshot());
            experiment.apply(apply.command());
            history.add(new Event(experiment.step(), apply.command()));
        }
    }

    private void advanceTo(long step) {
        while (experiment.step() < step && !experiment.isOver()) {
            experiment.advance();
            history.addLosses(experiment.batchLosses());
            recordSometimes();
        }
    }

    /** What only lies in the past is measured from the moments that are kept of it. */
    private void recordSometimes() {
        if (experiment.step() % Past.TRAVEL_SPACING == 0) {
            history.add(experiment.snapshot());
        }
    }

    private void measure(Page page, Measure measure) {
        String name = page.id() + "/" + measure.name();
        if (wanted.contains(name)) {
            double value = measure.quantity() instanceof SweepQuantity sweep
                    ? sweep.measure(experiment, sweepRuns)
                    : measure.quantity().measure(experiment, history);
            measured.put(name, value);
        }
    }
}
