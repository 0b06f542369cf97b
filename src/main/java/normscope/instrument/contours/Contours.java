package normscope.instrument.contours;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import normscope.data.RandomStreams;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.math.Gaussian;
import normscope.stats.Moments;
import normscope.text.Texts;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Least squares with two inputs and a bias, and how gradient descent gets to its optimum. The examples are drawn as y =
 * 3 x1 / 1000 + 2 x2 + 1 + N(0, 0.1<sup>2</sup>) with x1 uniform in 1 … 1000 and x2 uniform in 0 … 1; then the inputs
 * are treated as the settings say. With w = (w1, w2, b) and X the m x 3 matrix of the inputs and a column of ones,
 *
 * <pre>
 *   loss(w)  = 1/(2m) |X w - y|^2
 *   gradient = 1/m X^T (X w - y)
 *   hessian  = 1/m X^T X            the same at every w
 * </pre>
 *
 * All three parameters are learned at once, beginning at 0, and the condition number is that of the whole Hessian, bias
 * included. Immutable.
 */
public final class Contours {

    private static final double SLOPE1 = 3;
    private static final double SLOPE2 = 2;
    private static final double OFFSET = 1;
    private static final double NOISE = 0.1;
    private static final double RANGE1 = 1000;
    private static final int PARAMETERS = 3;

    /** So many steps, and more, are not told apart. */
    private static final long MOST_STEPS = 1L << 52;

    private final ContoursSettings settings;
    private final double[][] hessian = new double[PARAMETERS][PARAMETERS];
    private final double[] linear = new double[PARAMETERS];
    private final double[] eigenvalues = new double[PARAMETERS];
    /** Of each eigenvalue, its share of the loss that can be gained: lambda c^2 / 2, c the optimum's component. */
    private final double[] gain = new double[PARAMETERS];

    private final double[] optimum = new double[PARAMETERS];
    private final double startLoss;

    public Contours(ContoursSettings settings) {
        this.settings = settings;
        double[][] x = new double[2][settings.points()];
        double[] y = new double[settings.points()];
        draw(new RandomStreams(settings.seed()).of("data", 0), x, y);
        for (double[] input : x) {
            treat(settings.inputs(), input);
        }
        startLoss = fill(x, y);
        solve();
    }

    private static void draw(RandomGenerator random, double[][] x, double[] y) {
        for (int i = 0; i < y.length; i++) {
            x[1][i] = random.nextDouble();
            x[0][i] = 1 + (RANGE1 - 1) * random.nextDouble();
            y[i] = SLOPE1 * x[0][i] / RANGE1 + SLOPE2 * x[1][i] + OFFSET + NOISE * Gaussian.next(random);
        }
    }

    private static void treat(ContoursSettings.Inputs how, double[] input) {
        DoubleSummaryStatistics range = DoubleStream.of(input).summaryStatistics();
        Moments moments = Moments.of(input, input.length);
        double shift = how == ContoursSettings.Inputs.RAW || how == ContoursSettings.Inputs.SCALED ? 0 : moments.mean();
        double scale = switch (how) {
            case RAW, CENTRED -> 1;
            case SCALED -> range.getMax() - range.getMin();
            case STANDARDIZED -> moments.sd();
        };
        for (int i = 0; i < input.length; i++) {
            input[i] = (input[i] - shift) / scale;
        }
    }

    /** Fills the Hessian and X^T y / m, and returns the loss at 0. */
    private double fill(double[][] x, double[] y) {
        double squares = 0;
        for (int i = 0; i < y.length; i++) {
            double[] row = {x[0][i], x[1][i], 1};
            for (int a = 0; a < PARAMETERS; a++) {
                linear[a] += row[a] * y[i] / y.length;
                for (int b = 0; b < PARAMETERS; b++) {
                    hessian[a][b] += row[a] * row[b] / y.length;
                }
            }
            squares += y[i] * y[i];
        }
        return squares / (2 * y.length);
    }

    /** In the eigenvectors' frame the optimum's components are those of X^T y / m, each divided by its eigenvalue. */
    private void solve() {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(PARAMETERS, true, true);
        eigen.decompose(new DMatrixRMaj(hessian));
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, Comparator.comparingDouble(k -> eigen.getEigenvalue(k).real));
        for (int i = 0; i < PARAMETERS; i++) {
            double lambda = eigen.getEigenvalue(order[i]).real;
            double[] v = eigen.getEigenVector(order[i]).data;
            double projected = v[0] * linear[0] + v[1] * linear[1] + v[2] * linear[2];
            eigenvalues[i] = lambda;
            gain[i] = projected * projected / (2 * lambda);
            for (int a = 0; a < PARAMETERS; a++) {
                optimum[a] += v[a] * projected / lambda;
            }
        }
    }

    public ContoursSettings settings() {
        return settings;
    }

    /** The second derivatives of the loss by w1, w2 and b: 3 x 3, a copy. */
    public double[][] hessian() {
        return new double[][] {hessian[0].clone(), hessian[1].clone(), hessian[2].clone()};
    }

    /** The largest eigenvalue of the Hessian: the steepest curvature: lambda_max. */
    public double lambdaMax() {
        return eigenvalues[PARAMETERS - 1];
    }

    /** How much steeper the steepest direction is curved than the flattest: lambda_max / lambda_min: at least 1. */
    public double conditionNumber() {
        return lambdaMax() / eigenvalues[0];
    }

    /** The learning rate of the settings: rateTimesLambdaMax / lambda_max. */
    public double rate() {
        return settings.rateTimesLambdaMax() / lambdaMax();
    }

    /**
     * Whether gradient descent diverges: rate lambda_max above 2, as the error along the steepest direction is
     * multiplied by 1 - rate lambda_max at every step.
     */
    public boolean divergesAt(double rate) {
        return rate * lambdaMax() > 2;
    }

    /**
     * The number of steps after which so much of the possible improvement is made, at the settings' rate: the least t
     * with loss(w<sub>0</sub>) - loss(w<sub>t</sub>) at least share (loss(w<sub>0</sub>) - loss(w*)). It follows from
     * the eigenvalues, loss(w<sub>t</sub>) - loss(w*) = sum<sub>i</sub> lambda<sub>i</sub> c<sub>i</sub><sup>2</sup> (1
     * - rate lambda<sub>i</sub>)<sup>2t</sup> / 2, without taking the steps.
     *
     * @param share 0 … less than 1
     * @return the steps; {@link Long#MAX_VALUE} if descent never gets there
     */
    public long stepsToImprovement(double share) {
        long low = 0;
        long high = 1;
        while (improvement(high) < share) {
            if (high >= MOST_STEPS || divergesAt(rate())) {
                return Long.MAX_VALUE;
            }
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (improvement(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return improvement(low) >= share ? low : high;
    }

    /** The share of the possible improvement made after some steps. */
    private double improvement(long steps) {
        double left = 0;
        double all = 0;
        for (int i = 0; i < PARAMETERS; i++) {
            left += gain[i] * Math.pow(Math.abs(1 - rate() * eigenvalues[i]), 2.0 * steps);
            all += gain[i];
        }
        return 1 - left / all;
    }

    /** Where the loss is least: w1, w2 and b; a copy. */
    public double[] optimum() {
        return optimum.clone();
    }

    /** The loss where descent begins, at w = 0: 1/(2m) |y|<sup>2</sup>. */
    public double startLoss() {
        return startLoss;
    }

    public double bestLoss() {
        return startLoss - (gain[0] + gain[1] + gain[2]);
    }

    /** {@return the loss at w = (w1, w2, b): 1/(2m) |X w - y|<sup>2</sup>} */
    public double loss(double[] w) {
        double sum = 0;
        for (int a = 0; a < PARAMETERS; a++) {
            for (int b = 0; b < PARAMETERS; b++) {
                sum += (w[a] - optimum[a]) * hessian[a][b] * (w[b] - optimum[b]);
            }
        }
        return bestLoss() + sum / 2;
    }

    /** The gradient at w: hessian w - X^T y / m. */
    void gradient(double[] w, double[] out) {
        for (int a = 0; a < PARAMETERS; a++) {
            out[a] = hessian[a][0] * w[0] + hessian[a][1] * w[1] + hessian[a][2] * w[2] - linear[a];
        }
    }

    /** Where the slope along w1 is 0 on the way from w = 0: descent with a much wider first input goes there first. */
    public double[] firstFloor() {
        return new double[] {linear[0] / hessian[0][0], 0};
    }

    /** {@return the problem and its descent, so many steps as the experiment has made} */
    public static Headless headless(ContoursSettings settings) {
        Contours problem = new Contours(settings);
        Descent descent = problem.descent();
        List<Column> columns = List.of(
                Column.logarithmic("loss", Texts.text("measured.loss")),
                Column.linear("improvement", Texts.text("contours.improvement")),
                Column.linear("w1", Texts.text("measured.w1")),
                Column.linear("w2", Texts.text("measured.w2")),
                Column.linear("b", Texts.text("contours.bias")),
                Column.logarithmic("condition_number", Texts.text("contours.condition")),
                Column.logarithmic("learning_rate", Texts.text("contours.rate-value")));
        return Headless.of(columns, living -> {
            descent.advance(living.step() - descent.steps());
            double[] w = descent.w();
            return List.of(new Row(
                    -1,
                    -1,
                    descent.loss(),
                    descent.improvement(),
                    w[0],
                    w[1],
                    w[2],
                    problem.conditionNumber(),
                    problem.rate()));
        });
    }

    /** Gradient descent at the settings' rate: a new one, at w = 0. */
    public Descent descent() {
        return new Descent(this);
    }
}
