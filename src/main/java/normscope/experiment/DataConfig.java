package normscope.experiment;

import normscope.data.Centring;
import normscope.data.DataKind;
import normscope.data.Datasets;
import normscope.data.TrueRule;

/**
 * What the networks are trained on.
 *
 * @param kind the problem
 * @param points examples in training and test set together, 20 … 5000 (digits: at most 1797)
 * @param noise standard deviation of the noise added to every input, 0 … 1
 * @param testShare the share of the test set, 0.05 … 0.9
 * @param standardize whether each input gets mean 0 and standard deviation 1 over the training set
 * @param centre true if each input gets mean 0 only, which is not for standardized ones; null if not
 * @param rule what the label of a cat depends on, the shape if nothing is said; null for other problems
 * @param selection which examples are drawn at first; null if all are
 */
public record DataConfig(
        DataKind kind,
        int points,
        double noise,
        double testShare,
        boolean standardize,
        @Json.MayBeAbsent Boolean centre,
        @Json.MayBeAbsent TrueRule rule,
        @Json.MayBeAbsent Selection selection) {

    /** The largest number of points of a generated problem. */
    public static final int MAX_POINTS = 5000;

    /** Checks every value. */
    public DataConfig {
        Check.present("kind", kind);
        Check.within("points", points, 20, kind == DataKind.DIGITS ? Datasets.DIGITS_AVAILABLE : MAX_POINTS);
        Check.within("noise", noise, 0, 1);
        Check.within("testShare", testShare, 0.05, 0.9);
        centre = Boolean.TRUE.equals(centre) ? centre : null;
        Check.that(
                centre == null || !standardize,
                "centre",
                "is part of standardizing; take it out, or set standardize to false.");
        Check.that(rule == null || kind == DataKind.CATS, "rule", "is for the cats; take it out.");
        rule = kind == DataKind.CATS && rule == null ? TrueRule.SHAPE : rule;
        if (selection instanceof Selection.All) {
            selection = null;
        } else if (selection != null) {
            try {
                selection.check(new DataConfig(kind, points, noise, testShare, standardize));
            } catch (InvalidSettingException e) {
                throw e.within("selection");
            }
        }
    }

    /** Data all of which are drawn; of cats, the shape counts. */
    public DataConfig(DataKind kind, int points, double noise, double testShare, boolean standardize) {
        this(kind, points, noise, testShare, standardize, null, null, null);
    }

    /** Another problem. A selection stays behind: it is made for the data at hand. */
    public DataConfig withKind(DataKind newKind) {
        if (newKind == kind) {
            return this;
        }
        boolean digits = newKind == DataKind.DIGITS;
        if (digits != (kind == DataKind.DIGITS)) {
            return new DataConfig(newKind, newKind.defaultPoints(), digits ? 0 : 0.15, digits ? 0.2 : 0.5, !digits);
        }
        return new DataConfig(newKind, points, noise, testShare, standardize).withCentring(centring());
    }

    /** The same with another number of points: 20 … 5000. */
    public DataConfig withPoints(int value) {
        return new DataConfig(kind, value, noise, testShare, standardize, centre, rule, selection);
    }

    /** The same with other noise: 0 … 1. */
    public DataConfig withNoise(double value) {
        return new DataConfig(kind, points, value, testShare, standardize, centre, rule, selection);
    }

    /** The same with another share of test examples: 0.05 … 0.9. */
    public DataConfig withTestShare(double value) {
        return new DataConfig(kind, points, noise, value, standardize, centre, rule, selection);
    }

    /** {@return what is done to the inputs} */
    public Centring centring() {
        return standardize ? Centring.STANDARDIZED : centre != null ? Centring.MEAN : Centring.NONE;
    }

    /** The same with inputs that are treated otherwise. */
    public DataConfig withCentring(Centring value) {
        return new DataConfig(
                kind,
                points,
                noise,
                testShare,
                value == Centring.STANDARDIZED,
                value == Centring.MEAN ? Boolean.TRUE : null,
                rule,
                selection);
    }

    /** The same with other labels; only of cats. */
    public DataConfig withRule(TrueRule value) {
        return new DataConfig(kind, points, noise, testShare, standardize, centre, value, selection);
    }

    /** The same of which other examples are drawn at first; null for all. */
    public DataConfig withSelection(Selection value) {
        return new DataConfig(kind, points, noise, testShare, standardize, centre, rule, value);
    }
}
