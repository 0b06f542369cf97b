package normscope.instrument.rate;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.Snapshot;
import normscope.instrument.InstrumentViewModel;
import normscope.lab.LabViewModel;
import normscope.runner.Background;
import normscope.runner.RunStatus;

/**
 * Follows the run with an experiment of its own, step by step from the first, on a thread that rests as long as it
 * works: what the weights should be is a sum over all steps, of which the history has but some.
 */
final class EffectiveRateViewModel implements InstrumentViewModel<EffectiveRateSettings> {

    private static final long REST_MILLIS = 60;
    private static final long NANOS_A_ROUND = 60_000_000;

    /** At most so many moments are kept; then every other goes. */
    private static final int MOMENTS = 400;

    private record Question(RunStatus status, long last, int commands, int round) {}

    /**
     * What is known of a run.
     *
     * @param past some moments, in their order
     * @param last the step that was asked for
     * @param isComplete whether all up to it is known
     */
    record Known(long run, List<Rates> past, long last, boolean isComplete) {}

    private final LabViewModel lab;
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(this, "layer", 0);
    private final Background<Question, Known> background;
    private Known latest;
    private int round;

    /** From here on of the background thread. */
    private ExperimentConfig config;

    private Experiment own;
    /** Where it stands while nobody looks. */
    private Snapshot left;

    private Growing growing;
    private List<Event> given = List.of();
    private final List<Rates> past = new ArrayList<>();
    private long spacing = 1;

    EffectiveRateViewModel(LabViewModel lab) {
        this.lab = lab;
        background = new Background<>("effective-rate", REST_MILLIS, this::follow, this::leave);
    }

    @Override
    public void configure(EffectiveRateSettings settings) {
        layer.set(settings.layer());
    }

    ObjectProperty<Integer> layerProperty() {
        return layer;
    }

    /** Asks for all up to the last step; once a frame while somebody looks. Null until something is known. */
    Known pulse() {
        Known now = background.latest();
        if (now != null && now != latest) {
            latest = now;
            round += now.isComplete() ? 0 : 1;
        }
        RunStatus status = lab.runner().status();
        int commands = status.history().events().size();
        background.ask(new Question(status, status.snapshot().step(), commands, round));
        return latest;
    }

    @Override
    public boolean isBusy() {
        RunStatus status = lab.runner().status();
        return latest == null
                || !latest.isComplete()
                || latest.run() != status.run()
                || latest.last() != status.snapshot().step();
    }

    private Known follow(Question question) {
        RunStatus status = question.status;
        List<Event> events = status.history().events();
        if (!goesOn(status.config(), events)) {
            begin(status.config());
        }
        if (own == null) {
            own = new Experiment(config);
            own.keepToOneThread();
            own.restore(left);
        }
        long end = System.nanoTime() + NANOS_A_ROUND;
        while (own.step() < question.last && System.nanoTime() < end) {
            given = List.copyOf(events.subList(0, own.applyDue(events, given.size())));
            own.advance();
            growing.stepped(own);
            if (own.step() % spacing == 0 || own.step() == question.last) {
                add(growing.now(own));
            }
        }
        return new Known(
                status.run(),
                past.stream().filter(rates -> rates.step() <= question.last).toList(),
                question.last,
                own.step() >= question.last);
    }

    /** Whether what was followed so far is the beginning of this run. */
    private boolean goesOn(ExperimentConfig now, List<Event> events) {
        if (!now.equals(config)
                || events.size() < given.size()
                || !events.subList(0, given.size()).equals(given)) {
            return false;
        }
        long step = own == null ? left.step() : own.step();
        return events.size() == given.size() || events.get(given.size()).step() >= step;
    }

    private void begin(ExperimentConfig now) {
        config = now;
        own = new Experiment(now);
        own.keepToOneThread();
        growing = new Growing(own);
        given = List.of();
        past.clear();
        spacing = 1;
        add(growing.now(own));
    }

    private void add(Rates rates) {
        past.removeIf(each -> each.step() % spacing != 0);
        past.add(rates);
        while (past.size() > MOMENTS) {
            spacing *= 2;
            past.removeIf(each -> each.step() % spacing != 0 && each != rates);
        }
    }

    /** While nobody looks its data and networks are not needed. */
    private void leave() {
        if (own != null) {
            left = own.snapshot();
            own = null;
        }
    }

    @Override
    public void close() {
        background.close();
    }
}
