package normscope;

import java.util.List;
import java.util.stream.Stream;

/** What takes long is done with a few cases by default, and with all in the long run. */
public final class LongRun {

    private LongRun() {}

    /**
     * Some of the cases.
     *
     * @param few how many by default, the first ones
     * @param all all cases
     * @return all of them in the long run
     */
    @SafeVarargs
    public static <T> Stream<T> cases(int few, T... all) {
        return cases(few, List.of(all));
    }

    /** The same of a list. */
    public static <T> Stream<T> cases(int few, List<T> all) {
        return all.stream().limit(Integer.getInteger("test.claimSeeds", 1) > 1 ? all.size() : few);
    }
}
