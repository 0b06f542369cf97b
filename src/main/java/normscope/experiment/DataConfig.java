package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.random.RandomGenerator;
import normscope.data.Centring;
import normscope.data.DataKind;
import normscope.data.Dataset;
import normscope.data.Datasets;
import normscope.data.RandomStreams;
import normscope.data.Split;
import normscope.data.TrueRule;

/**
 * What the networks are trained on.
 *
 * @param points examples in training and test set together, 20 … 5000 (digits: at most 1797; own ones: as many as are)
 * @param noise standard deviation of the noise added to every input, 0 … 1
 * @param testShare the share of the test set, 0.05 … 0.9
 * @param standardize whether each input gets mean 0 and standard deviation 1 over the training set
 * @param centre true if each input gets mean 0 only, which is not for standardized ones; null if not
 * @param rule what the label of a cat depends on, the shape if nothing is said; null for other problems
 * @param selection which examples are drawn at first; null if all are
 * @param own the user's own examples; null for a problem that comes with the program
 */
public record DataConfig(
        DataKind kind,
        int points,
        double noise,
        double testShare,
        boolean standardize,
        @Json.MayBeAbsent Boolean centre,
        @Json.MayBeAbsent TrueRule rule,
        @Json.MayBeAbsent Selection selection,
        @Json.MayBeAbsent OwnData own) {

    /** The largest number of points of a generated problem. */
    public static final int MAX_POINTS = 5000;

    public DataConfig {
        Check.present("kind", kind);
        Check.that(own == null || kind == DataKind.OWN, "own", "is for data of the kind \"own\"; take it out.");
        Check.that(own != null || kind != DataKind.OWN, "own", "is missing; say where the examples are.");
        Check.within("points", points, own == null ? 20 : OwnData.MIN_POINTS, most(kind, own));
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
            DataConfig all = new DataConfig(kind, points, noise, testShare, standardize, null, rule, null, own);
            Selection chosen = selection;
            Check.at("selection", () -> chosen.check(all));
        }
    }

    /** Data all of which are drawn; of cats, the shape counts. */
    public DataConfig(DataKind kind, int points, double noise, double testShare, boolean standardize) {
        this(kind, points, noise, testShare, standardize, null, null, null, null);
    }

    private static int most(DataKind kind, OwnData own) {
        if (own != null) {
            return own.size();
        }
        return kind == DataKind.DIGITS ? Datasets.DIGITS_AVAILABLE : MAX_POINTS;
    }

    public int inputs() {
        return own == null ? kind.inputs() : own.inputs();
    }

    /** The number of classes: 2 or more. */
    public int classes() {
        return own == null ? kind.classes() : own.classes();
    }

    /** Whether the examples can be drawn in a plane. */
    @JsonIgnore
    public boolean isPlanar() {
        return inputs() == 2;
    }

    /** Whether the inputs of an example are the pixels of a picture. */
    public boolean hasPictures() {
        return kind == DataKind.DIGITS;
    }

    /** {@return the examples, before they are parted; refused if the user's own ones cannot be read} */
    Dataset examples(RandomStreams streams) {
        RandomGenerator random = streams.of("data", 0);
        return own == null
                ? Datasets.generate(kind, rule, points, noise, random)
                : Datasets.some(own.examples(), points, noise, random);
    }

    /** The same with the user's own examples, all of them, as they are. */
    public DataConfig withOwn(OwnData value) {
        return new DataConfig(DataKind.OWN, value.size(), 0, testShare, standardize, centre, null, null, value);
    }

    /** The same with the same rows in another place. */
    DataConfig withPlace(OwnTable value) {
        return new DataConfig(kind, points, noise, testShare, standardize, centre, rule, selection, value);
    }

    /** How many examples are for testing, and how many for training. */
    public int testSize() {
        return Split.testSize(points, testShare);
    }

    /** Whether losses and accuracies of whole sets are measured on a {@linkplain Split#sample sample} of them. */
    public boolean measuredOnSample() {
        return Math.max(testSize(), points - testSize()) > Split.MOST_MEASURED;
    }

    /** Another problem that comes with the program. A selection stays behind: it is made for the data at hand. */
    public DataConfig withKind(DataKind newKind) {
        if (newKind == kind) {
            return this;
        }
        boolean digits = newKind == DataKind.DIGITS;
        if (digits != (kind == DataKind.DIGITS) || kind == DataKind.OWN) {
            return new DataConfig(newKind, newKind.defaultPoints(), digits ? 0 : 0.15, digits ? 0.2 : 0.5, !digits);
        }
        int fitting = Math.max(20, Math.min(points, MAX_POINTS));
        return new DataConfig(newKind, fitting, noise, testShare, standardize).withCentring(centring());
    }

    public DataConfig withPoints(int value) {
        return new DataConfig(kind, value, noise, testShare, standardize, centre, rule, selection, own);
    }

    public DataConfig withNoise(double value) {
        return new DataConfig(kind, points, value, testShare, standardize, centre, rule, selection, own);
    }

    public DataConfig withTestShare(double value) {
        return new DataConfig(kind, points, noise, value, standardize, centre, rule, selection, own);
    }

    public Centring centring() {
        return standardize ? Centring.STANDARDIZED : centre != null ? Centring.MEAN : Centring.NONE;
    }

    public DataConfig withCentring(Centring value) {
        return new DataConfig(
                kind,
                points,
                noise,
                testShare,
                value == Centring.STANDARDIZED,
                value == Centring.MEAN ? Boolean.TRUE : null,
                rule,
                selection,
                own);
    }

    /** The same with other labels; only of cats. */
    public DataConfig withRule(TrueRule value) {
        return new DataConfig(kind, points, noise, testShare, standardize, centre, value, selection, own);
    }

    public DataConfig withSelection(Selection value) {
        return new DataConfig(kind, points, noise, testShare, standardize, centre, rule, value, own);
    }
}
