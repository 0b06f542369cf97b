package normscope.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import normscope.sweep.SweepResult.Place;
import normscope.sweep.SweepResult.Shown;
import normscope.text.Numbers;
import normscope.text.Texts;

/** What a sweep came to, in words. */
public final class SweepWords {

    /** An accuracy of this many percent counts as learned. */
    private static final double LEARNED = 95;

    private SweepWords() {}

    /**
     * Best against best: "Best learning rate of each: 2 and 0.5; 97.1 ± 0.3 and 97.6 ± 0.2 %."
     *
     * @return empty where nothing is better than anything else, or an arm has no complete place without a divergence
     */
    public static String best(SweepResult result, Shown shown) {
        Sweep sweep = result.sweep();
        List<Place> best = new ArrayList<>();
        for (int arm = 0; arm < sweep.arms(); arm++) {
            best.add(result.best(shown, arm));
        }
        if (best.contains(null)) {
            return "";
        }
        String names = listed(sweep.axes().size(), i -> sweep.axes().get(i).name());
        String places = each(sweep.arms(), arm -> values(sweep, best.get(arm), arm));
        boolean percent = sweep.measures().get(shown.measure()).percent();
        String values = each(sweep.arms(), arm -> value(result.cell(shown, arm, best.get(arm)), percent));
        String key = "sweep.best" + (sweep.arms() > 1 ? ".each" : "") + (result.complete() ? "" : ".sofar");
        String sentence = Texts.text(key, names, places, values + (percent ? Numbers.GROUP + "%" : ""));
        return percent && sweep.axes().size() > 1 ? sentence + " " + learned(result, shown) : sentence;
    }

    private static String learned(SweepResult result, Shown shown) {
        Sweep sweep = result.sweep();
        List<Place> complete = places(sweep)
                .filter(place -> result.cell(shown, 0, place).complete())
                .toList();
        return Texts.text(
                "sweep.learned",
                each(
                        sweep.arms(),
                        arm -> Numbers.grouped(complete.stream()
                                .map(place -> result.cell(shown, arm, place))
                                .filter(cell -> cell.diverged() == 0 && cell.mean() >= LEARNED)
                                .count())),
                complete.size());
    }

    public static Stream<Place> places(Sweep sweep) {
        return IntStream.range(0, sweep.size(0) * sweep.size(1))
                .mapToObj(i -> new Place(i % sweep.size(0), i / sweep.size(0)));
    }

    /** {@return where a place is for an arm: "rate 0.1, batch 32"} */
    public static String place(Sweep sweep, Place place, int arm) {
        return listed(sweep.axes().size(), i -> {
            Axis axis = sweep.axes().get(i);
            String value = value(axis, i, place, arm);
            return axis.setting().isNumber() ? Texts.text("sweep.named", axis.shortName(), value) : value;
        });
    }

    /** What an arm has at a place: "0.1", or "(0.1, 32)". */
    private static String values(Sweep sweep, Place place, int arm) {
        String values = listed(sweep.axes().size(), i -> value(sweep.axes().get(i), i, place, arm));
        return sweep.axes().size() == 1 ? values : Texts.text("sweep.values", values);
    }

    private static String value(Axis axis, int which, Place place, int arm) {
        return axis.read(which == 0 ? place.x() : place.y(), arm);
    }

    private static String listed(int count, IntFunction<String> part) {
        return String.join(", ", IntStream.range(0, count).mapToObj(part).toList());
    }

    /** What each arm has, with the language's word before the last. */
    private static String each(int arms, IntFunction<String> part) {
        List<String> parts = IntStream.range(0, arms).mapToObj(part).toList();
        if (arms == 1) {
            return parts.get(0);
        }
        return Texts.text("sweep.and", String.join(", ", parts.subList(0, arms - 1)), parts.get(arms - 1));
    }

    /** {@return mean and standard deviation over seeds, without a unit} */
    public static String value(Cell cell, boolean percent) {
        String mean = percent ? Numbers.fixed(cell.mean(), 1) : Numbers.significant(cell.mean());
        if (Double.isNaN(cell.sd())) {
            return mean;
        }
        return mean + " ± " + (percent ? Numbers.fixed(cell.sd(), 1) : Numbers.significant(cell.sd()));
    }
}
