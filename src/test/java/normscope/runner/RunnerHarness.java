package normscope.runner;

import java.util.function.Predicate;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import org.junit.jupiter.api.AfterEach;

/** A runner for each test, and how to wait for what it does. */
public abstract class RunnerHarness {

    public static final ExperimentConfig SMALL = Configs.small();

    /** Four batches: 120 points, half of them for training, 16 a batch. */
    public static final int EPOCH = 4;

    public final Runner runner = new Runner(new Session(SMALL));

    @AfterEach
    public void close() {
        runner.close();
    }

    public final RunStatus await(String what, Predicate<RunStatus> condition) {
        Await.until(what, () -> condition.test(runner.status()));
        return runner.status();
    }

    /** Waits for a pause at a step. */
    public final RunStatus awaitRest(long step) {
        return await("a pause at step " + step, status -> at(status, step));
    }

    public static boolean at(RunStatus status, long step) {
        return !status.playing()
                && !status.busy()
                && status.snapshot().step() == step
                && status.history().lastStep() == step;
    }

    /** Waits for a pause in a later run than a given status shows. */
    public final RunStatus awaitRun(RunStatus before, long step) {
        return await("another run at step " + step, status -> status.run() > before.run() && at(status, step));
    }

    public static Session straight(long steps) {
        Session session = new Session(SMALL);
        while (session.experiment().step() < steps) {
            session.advance();
        }
        return session;
    }

    public static void assertIs(Session expected, RunStatus actual) {
        Runs.assertSameMoment(expected.experiment().snapshot(), actual.snapshot());
        Runs.assertSameHistory(expected.history(), actual.history());
    }
}
