package normscope.lesson.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The hands that a class has raised for the answers to the questions of a script or lesson. */
public final class Hands {

    Hands() {}

    private final Map<Integer, Deque<Integer>> raised = new HashMap<>();

    private Deque<Integer> of(int page) {
        return raised.computeIfAbsent(page, each -> new ArrayDeque<>());
    }

    /** Counts one more hand for an answer: from 0. */
    public void raise(int page, int answer) {
        of(page).push(answer);
    }

    /** Takes the hand back that was counted last, if there is one. */
    public void takeBack(int page) {
        of(page).poll();
    }

    /** {@return how many hands there are for an answer} */
    public int of(int page, int answer) {
        return (int) of(page).stream().filter(each -> each == answer).count();
    }

    public int all(int page) {
        return of(page).size();
    }

    /** Forgets the hands of a page, to ask again. */
    public void clear(int page) {
        raised.remove(page);
    }
}
