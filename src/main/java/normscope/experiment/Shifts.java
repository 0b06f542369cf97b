package normscope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import normscope.data.Dataset;
import normscope.data.Feed;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.data.TrueRule;
import org.ejml.data.DMatrixRMaj;

/**
 * All that has happened to the data of an experiment, in order. Together with the seed and a step it says exactly which
 * data the networks get at that step.
 *
 * @param changes the oldest first; each acts on what those before it left
 */
public record Shifts(List<Change> changes) {

    /** The data as they were generated. */
    public static final Shifts NONE = new Shifts(List.of());

    /** What has happened to the data of an experiment when it begins: the selection that it begins with. */
    public static Shifts begin(DataConfig data) {
        return data.selection() == null ? NONE : NONE.and(data.selection(), 0, 0);
    }

    public Shifts {
        changes = List.copyOf(changes);
    }

    /**
     * One change.
     *
     * @param step when it begins, in updates made
     * @param driftSteps how many steps it takes to be complete; 0 for at once
     */
    public record Change(DataChange change, long step, long driftSteps) {

        /** The share that has happened at a step: 0 … 1, growing evenly. */
        double progress(long now) {
            return now >= step + driftSteps ? 1 : Math.max(0, (double) (now - step) / driftSteps);
        }
    }

    public Shifts and(DataChange change, long step, long driftSteps) {
        List<Change> all = new ArrayList<>(changes);
        all.add(new Change(change, step, driftSteps));
        return new Shifts(all);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** From when on the data stay as they are: the step at which the last drift is complete; 0 without any change. */
    public long settledAt() {
        long last = 0;
        for (Change change : changes) {
            last = Math.max(last, change.step() + change.driftSteps());
        }
        return last;
    }

    /**
     * The examples that are drawn at a step: those that networks are measured on.
     *
     * @param before the data as they were without any change. Not modified.
     * @return {@code before} itself if nothing has changed, else copies; the scaling to raw coordinates is the same
     */
    public Split at(Split before, long step, long seed) {
        return shown(this, before, step, seed);
    }

    /**
     * {@return the examples that were drawn before the latest selection, as they are at a step; all if there was none
     * before}
     */
    public Split shownBefore(Split before, long step, long seed) {
        List<Change> former = new ArrayList<>(changes);
        for (int i = former.size() - 1; i >= 0; i--) {
            if (former.get(i).change() instanceof Selection) {
                former.remove(i);
                break;
            }
        }
        return shown(new Shifts(former), before, step, seed);
    }

    private Split shown(Shifts selections, Split before, long step, long seed) {
        Split all = all(before, step, seed);
        Dataset train = Chances.shown(all.train(), selections.chances(before, before.train(), step));
        Dataset test = Chances.shown(all.test(), selections.chances(before, before.test(), step));
        return train == all.train() && test == all.test()
                ? all
                : new Split(train, test, before.shift(), before.scale());
    }

    /**
     * {@return all examples, drawn or not, as they are at a step, in the order of {@code before}; itself if neither
     * inputs nor labels have changed}
     */
    public Split all(Split before, long step, long seed) {
        if (changes.stream()
                .allMatch(each -> each.change() instanceof Selection || each.change() instanceof LearnFrom)) {
            return before;
        }
        return new Split(
                moved(before, before.train(), 0, step, seed),
                moved(before, before.test(), 1, step, seed),
                before.shift(),
                before.scale());
    }

    /**
     * {@return how likely each example of one of the two sets of {@code before} is drawn at a step, relative to the
     * others; null if all are alike}
     */
    public double[] chances(Split before, Dataset set, long step) {
        Selection from = Selection.ALL;
        Selection to = Selection.ALL;
        double progress = 1;
        for (Change each : changes) {
            if (each.change() instanceof Selection selection) {
                from = to;
                to = selection;
                progress = each.progress(step);
            }
        }
        return Chances.of(from, to, progress, before, set);
    }

    /** {@return what the mini-batch of a step is made of: the training examples with their chances} */
    public Feed feed(Split before, long step, long seed) {
        LearnFrom source = source();
        Dataset now = all(before, step, seed).train();
        double[] chances = chances(before, before.train(), step);
        if (source.labels() && source.replay() == 0) {
            return new Feed(now, chances, now, null, 0, null);
        }
        Shifts past = withoutLast();
        Dataset old = past.all(before, step, seed).train();
        double[] oldChances = past.chances(before, before.train(), step);
        if (source.labels()) {
            return new Feed(now, chances, old, oldChances, source.replay(), null);
        }
        double[] weights = source.weighted() ? importance(before, step).weights() : null;
        return new Feed(old, oldChances, old, null, 0, weights);
    }

    /**
     * {@return the rule that the labels of cats follow at each place of the plane; null for other data, and where
     * inputs have been moved or labels flipped}
     */
    public TrueRule rule(DataConfig data) {
        TrueRule rule = data.rule();
        for (Change each : changes) {
            if (each.change() instanceof RuleChange.Truth truth) {
                rule = truth.rule();
            } else if (each.change() instanceof InputShift || each.change() instanceof RuleChange) {
                return null;
            }
        }
        return rule;
    }

    public boolean moved() {
        return changes.stream().anyMatch(each -> each.change() instanceof InputShift);
    }

    /** {@return the latest selection, whether or not it is complete; null if all examples are drawn alike} */
    public Selection selection() {
        Selection latest = Selection.ALL;
        for (Change each : changes) {
            latest = each.change() instanceof Selection selection ? selection : latest;
        }
        return latest instanceof Selection.All ? null : latest;
    }

    public LearnFrom source() {
        LearnFrom source = LearnFrom.NOW;
        for (Change each : changes) {
            if (each.change() instanceof LearnFrom chosen) {
                source = chosen;
            }
        }
        return source;
    }

    /** The last change but for what is learned from; null if there is none. */
    public Change last() {
        Change last = null;
        for (Change each : changes) {
            last = each.change() instanceof LearnFrom ? last : each;
        }
        return last;
    }

    /** The data as they were before the {@link #last} change. */
    public Shifts withoutLast() {
        Change last = last();
        return new Shifts(changes.stream().filter(each -> each != last).toList());
    }

    /** {@return what the training examples of before the last change are worth now} */
    public Importance importance(Split before, long step) {
        int size = before.train().size();
        return Importance.of(
                Chances.share(withoutLast().chances(before, before.train(), step), size),
                Chances.share(chances(before, before.train(), step), size));
    }

    /** Refuses to weigh examples if the last change is no selection, or has none of the old examples in it. */
    public void check(Split before) {
        if (source().weighted()) {
            Check.that(
                    last() != null && last().change() instanceof Selection,
                    "weighted",
                    "needs a selection as the last change: how likely moved inputs were before is not known.");
            Check.that(
                    importance(before, settledAt()).overlap() >= Importance.LEAST_OVERLAP,
                    "weighted",
                    "needs overlap, but none of the examples drawn before is drawn now: there is nothing to weigh.");
        }
    }

    private Dataset moved(Split before, Dataset set, int which, long step, long seed) {
        Dataset copy = new Dataset(set.x().copy(), set.y().copy(), set.classes());
        for (int i = 0; i < changes.size(); i++) {
            Change each = changes.get(i);
            if (each.change() instanceof InputShift shift) {
                RandomGenerator noise = new RandomStreams(seed).of("shift-noise", 2L * i + which);
                Transform.apply(shift, each.progress(step), copy, before, noise);
            } else if (each.change() instanceof RuleChange rule) {
                apply(rule, before, set, copy.y());
            }
        }
        return copy;
    }

    private static void apply(RuleChange change, Split before, Dataset set, DMatrixRMaj labels) {
        if (change instanceof RuleChange.Flip flip) {
            boolean[] inside = Chances.region(flip.by(), flip.from(), flip.to(), before, set);
            for (int i = 0; i < inside.length; i++) {
                if (inside[i]) {
                    labels.data[i] = (labels.data[i] + 1) % set.classes();
                }
            }
        } else if (change instanceof RuleChange.Truth truth) {
            for (int i = 0; i < set.size(); i++) {
                labels.data[i] = truth.rule()
                        .label(
                                set.x().data[2 * i] * before.scale()[0] + before.shift()[0],
                                set.x().data[2 * i + 1] * before.scale()[1] + before.shift()[1]);
            }
        }
    }
}
