package normscope.history;

import java.util.Comparator;

/**
 * A moment of a run: at the step of a change one can be before it or after it.
 *
 * @param step the number of updates made
 * @param commands how many of the run's commands have been carried out, those of earlier steps included
 */
public record Place(long step, int commands) implements Comparable<Place> {

    private static final Comparator<Place> IN_TIME =
            Comparator.comparingLong(Place::step).thenComparingInt(Place::commands);

    @Override
    public int compareTo(Place other) {
        return IN_TIME.compare(this, other);
    }
}
