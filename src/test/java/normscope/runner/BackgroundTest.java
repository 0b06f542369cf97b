package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A thread that answers the latest question only, and outlives a question that fails. */
class BackgroundTest {

    @Test
    void itAnswersOffTheCallersThread() {
        try (var background = new Background<Integer, Thread>("test", 0, question -> Thread.currentThread())) {
            assertThat(background.latest()).isNull();
            background.ask(1);
            Await.until("an answer", () -> background.latest() != null);
            assertThat(background.latest()).isNotSameAs(Thread.currentThread());
            assertThat(background.latest().isDaemon()).isTrue();
            assertThat(background.latest().getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        }
    }

    @Test
    void questionsThatWereOvertakenAreDroppedAndEqualOnesAskedOnce() {
        var asked = new ConcurrentLinkedQueue<Integer>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (var background = new Background<Integer, Integer>("test", 0, question -> {
            asked.add(question);
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return question;
        })) {
            background.ask(1);
            Await.until("the first question", () -> begun.getCount() == 0);
            background.ask(2);
            background.ask(3);
            background.ask(3);
            go.countDown();
            Await.until("the last answer", () -> Integer.valueOf(3).equals(background.latest()));
            assertThat(asked).containsExactlyElementsOf(List.of(1, 3));
        }
    }

    @Test
    void aQuestionThatFailsLeavesTheLastAnswerAndTheThread() {
        try (var background = new Background<Integer, Integer>("test", 0, question -> 10 / question)) {
            background.ask(5);
            Await.until("an answer", () -> background.latest() != null);
            background.ask(0);
            background.ask(2);
            Await.until("the answer after", () -> background.latest() == 5);
        }
    }

    @Test
    void closingEndsTheThread() {
        var background = new Background<Integer, Thread>("test", 60_000, question -> Thread.currentThread());
        background.ask(1);
        Await.until("an answer", () -> background.latest() != null);
        background.close();
        Await.until("the end of the thread", () -> !background.latest().isAlive());
    }

    @Test
    void whatNobodyAsksForAnyMoreIsForgotten() {
        var forgotten = new CountDownLatch(1);
        try (var background = new Background<Integer, Integer>("test", 0, question -> question, forgotten::countDown)) {
            background.ask(1);
            Await.until("it to be forgotten", () -> forgotten.getCount() == 0);
            assertThat(background.latest()).isEqualTo(1);
            background.ask(2);
            Await.until("an answer after that", () -> background.latest() == 2);
        }
    }
}
