package normscope.chart;

import java.util.Comparator;
import java.util.List;
import normscope.text.Texts;

/** Whose numbers a mark shows: an arm's, from 0, maybe before normalizing. It has one colour in a theme's figures. */
public record Role(int arm, boolean before) implements Comparable<Role> {

    /** The network without batch normalization. */
    public static final Role WITHOUT = of(0);

    /** The network with batch normalization, seen before normalizing. */
    public static final Role WITH_BEFORE = new Role(1, true);

    /** The network with batch normalization; in the histograms, seen after normalizing. */
    public static final Role WITH = of(1);

    /** The arms in their order. */
    public static final List<Role> ARMS = List.of(WITHOUT, WITH);

    private static final Comparator<Role> ORDER =
            Comparator.comparing(Role::arm).thenComparing(Role::before);

    /** {@return the role of an arm, from 0} */
    public static Role of(int arm) {
        return new Role(arm, false);
    }

    @Override
    public int compareTo(Role other) {
        return ORDER.compare(this, other);
    }

    /** The word for this arm in legends and sentences. */
    public String word() {
        return Texts.text("arm." + arm);
    }

    /** {@return the name of this arm among those of all; without one, its word} */
    public String word(List<String> names) {
        return arm < names.size() ? names.get(arm) : word();
    }
}
