package normscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepJobTest {

    @Test
    void eachRunIsMadeOnceAndTold() throws InterruptedException {
        Sweep sweep = Sweeps.grid();
        List<Integer> told = new ArrayList<>();
        SweepJob job = new SweepJob(SweepResult.none(sweep), run -> run != 3, run -> told.add(run.index()));
        job.start(3).await(0);

        assertThat(told).containsExactlyInAnyOrder(0, 1, 2, 4, 5, 6, 7);
        assertThat(job.isDone()).isTrue();
        assertThat(job.result().made()).isEqualTo(7);
    }

    @Test
    void cancellingEndsEvenALongRunAtOnceAndKeepsWhatIsMade() throws InterruptedException {
        Sweep sweep = Sweeps.of(
                "[{\"setting\": \"learning-rate\", \"values\": [0.1, 0.2]}]", "\"seeds\": 1, \"steps\": [1000000]");
        SweepJob job = new SweepJob(SweepResult.none(sweep), run -> true, run -> {});
        job.start(2);
        job.cancel();
        job.await(0);

        assertThat(job.isDone()).isTrue();
        assertThat(job.result().made()).isZero();
    }

    @Test
    void aPauseHoldsEveryRunAndEndsWithCancelling() throws InterruptedException {
        Sweep sweep = Sweeps.grid();
        CountDownLatch first = new CountDownLatch(1);
        SweepJob[] job = new SweepJob[1];
        job[0] = new SweepJob(SweepResult.none(sweep), run -> true, run -> {
            job[0].pause();
            first.countDown();
        });
        job[0].start(1);
        first.await();
        assertThat(job[0].isPaused()).isTrue();
        assertThat(job[0].isDone()).isFalse();
        job[0].cancel();
        job[0].await(0);

        assertThat(job[0].result().made()).isEqualTo(1);
    }

    @Test
    void aPausedSweepGoesOnToTheSameNumbers() throws InterruptedException {
        Sweep sweep = Sweeps.grid();
        CountDownLatch first = new CountDownLatch(1);
        SweepJob[] job = new SweepJob[1];
        job[0] = new SweepJob(SweepResult.none(sweep), run -> true, run -> {
            if (first.getCount() > 0) {
                job[0].pause();
                first.countDown();
            }
        });
        job[0].start(1);
        first.await();
        job[0].resume();
        job[0].await(0);

        RunsCsv table = new RunsCsv(sweep);
        assertThat(table.text(job[0].result().runs())).isEqualTo(table.text(sweep.runAll().stream()));
    }

    @Test
    void theTimeLeftIsThatOfTheWorkLeftWithoutPauses() throws InterruptedException {
        Sweep sweep =
                Sweeps.of("[{\"setting\": \"learning-rate\", \"values\": [0.1, 0.2]}]", "\"seeds\": 2, \"steps\": [3]");
        AtomicLong now = new AtomicLong();
        List<Double> left = new ArrayList<>();
        SweepJob[] job = new SweepJob[1];
        job[0] = new SweepJob(
                SweepResult.none(sweep),
                run -> true,
                run -> {
                    left.add(job[0].secondsLeft());
                    now.addAndGet(2_000_000_000L);
                    job[0].pause();
                    now.addAndGet(50_000_000_000L);
                    job[0].resume();
                },
                now::get);
        job[0].start(1).await(0);

        assertThat(left.get(0)).isNaN();
        assertThat(left.subList(1, 4)).containsExactly(6.0, 4.0, 2.0);
        assertThat(job[0].secondsLeft()).isZero();
    }

    @Test
    void whatGoesWrongIsToldAndEndsIt() throws InterruptedException {
        SweepJob job = new SweepJob(SweepResult.none(Sweeps.grid()), run -> true, run -> {
            throw new IllegalStateException("full");
        });
        job.start(2).await(0);

        assertThat(job.failure()).hasMessage("full");
        assertThat(job.result().made()).isZero();
        assertThat(SweepJob.cores()).isCloseTo(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), within(0));
    }
}
