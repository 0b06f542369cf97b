package normscope.lab;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import normscope.experiment.InvalidSettingException;
import normscope.text.Texts;

/** What a run would not do, to be told in one sentence each. */
final class Refusals {

    private final Queue<InvalidSettingException> refused = new ConcurrentLinkedQueue<>();

    /** Listens whether something asked of a run is refused; the answer comes on the trainer thread. */
    <T> CompletableFuture<T> listen(CompletableFuture<T> answer) {
        answer.whenComplete((done, failure) -> {
            if (failure instanceof InvalidSettingException why) {
                refused.add(why);
            }
        });
        return answer;
    }

    /** {@return what was refused and is not told yet; null if there is nothing} */
    Notice next() {
        InvalidSettingException why = refused.poll();
        return why == null ? null : notice(why);
    }

    static Notice notice(InvalidSettingException why) {
        String name = "refused." + why.field();
        String sentence = Texts.has(name) ? Texts.text(name) + " " + why.problem() : why.getMessage();
        return new Notice(Notice.Kind.WARNING, Texts.text("refused", sentence), null);
    }
}
