package normscope.runner;

import normscope.experiment.Snapshot;

/** A thread that evaluates the moment that is looked at, always the latest one asked for, beside the training loop. */
public final class Evaluator implements AutoCloseable {

    private static final long REST_MILLIS = 100;

    private final Background<Moment, Evaluation> worker =
            new Background<>("evaluator", REST_MILLIS, this::score, this::forget);
    private SnapshotScorer scorer;

    /** Asks for the evaluation of a moment; an earlier wish that has not begun is dropped. */
    public void request(RunStatus status, Snapshot snapshot) {
        worker.ask(new Moment(status, snapshot));
    }

    /** The latest evaluation that is ready: null before the first. */
    public Evaluation latest() {
        return worker.latest();
    }

    private Evaluation score(Moment moment) {
        if (scorer == null || !scorer.fits(moment.status())) {
            scorer = new SnapshotScorer(moment.status());
        }
        return scorer.score(moment.status().run(), moment.snapshot());
    }

    private void forget() {
        scorer = null;
    }

    @Override
    public void close() {
        worker.close();
    }
}
