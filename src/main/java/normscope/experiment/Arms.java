package normscope.experiment;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What each arm of an experiment has one of, in the order of the arms. */
public record Arms<T>(List<T> list) implements Iterable<T> {

    /** The words by which files, commands and ids name the arms, in their order. */
    private static final List<String> KEYS = List.of("without", "with");

    public Arms {
        list = List.copyOf(list);
    }

    /** {@return one entry for each of the given values, in their order} */
    @SafeVarargs
    public static <T> Arms<T> of(T... entries) {
        return new Arms<>(List.of(entries));
    }

    /** {@return one entry for each of so many arms, made from its index} */
    public static <T> Arms<T> make(int size, IntFunction<T> entry) {
        return new Arms<>(IntStream.range(0, size).mapToObj(entry).toList());
    }

    /** {@return the word by which files, commands and ids name an arm} */
    public static String key(int arm) {
        return arm < KEYS.size() ? KEYS.get(arm) : "arm-" + (arm + 1);
    }

    public static List<String> keys(int size) {
        return IntStream.range(0, size).mapToObj(Arms::key).toList();
    }

    public int size() {
        return list.size();
    }

    public T get(int arm) {
        return list.get(arm);
    }

    public <R> Arms<R> map(Function<? super T, ? extends R> function) {
        return new Arms<>(list.stream().<R>map(function).toList());
    }

    public Stream<T> stream() {
        return list.stream();
    }

    @Override
    public Iterator<T> iterator() {
        return list.iterator();
    }
}
