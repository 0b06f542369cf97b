package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TandemTest {

    @Test
    void twoThreadsGiveTheBitsOfOne() {
        Experiment together = new Experiment(ExperimentConfig.defaults());
        Experiment alone = new Experiment(ExperimentConfig.defaults());
        for (int i = 0; i < 300; i++) {
            together.advance(true);
            alone.advance(false);
            for (int arm = 0; arm < 2; arm++) {
                assertThat(together.batchLoss(arm)).isEqualTo(alone.batchLoss(arm));
            }
        }
        for (int arm = 0; arm < 2; arm++) {
            assertThat(together.snapshot().arm(arm).networkState())
                    .isEqualTo(alone.snapshot().arm(arm).networkState());
        }
    }

    @Test
    void bothTasksHaveRunWhenItReturns() {
        int[] counts = new int[2];
        Tandem tandem = new Tandem(() -> counts[0]++, () -> counts[1]++);
        for (int i = 1; i <= 5000; i++) {
            tandem.run();
            assertThat(counts).containsExactly(i, i);
        }
    }

    @Test
    void tandemsOfSeveralThreadsShareTheHelper() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        Future<?>[] futures = new Future<?>[4];
        for (int t = 0; t < futures.length; t++) {
            futures[t] = pool.submit(this::bothTasksHaveRunWhenItReturns);
        }
        for (Future<?> future : futures) {
            future.get();
        }
        pool.shutdown();
    }

    @Test
    void aFailureOfEitherTaskReachesTheCallerAndTheNextRunWorks() {
        boolean[] fail = {true};
        Runnable failing = () -> {
            if (fail[0]) {
                throw new IllegalArgumentException("on purpose");
            }
        };
        for (Tandem tandem : new Tandem[] {new Tandem(failing, () -> {}), new Tandem(() -> {}, failing)}) {
            fail[0] = true;
            assertThatThrownBy(() -> tandem.run(true)).isInstanceOf(RuntimeException.class);
            fail[0] = false;
            tandem.run(true);
        }
    }
}
