package normscope.instrument.update;

import normscope.experiment.ExperimentConfig;
import normscope.experiment.TrainingConfig;
import normscope.instrument.formula.FormulaNumbers;

/**
 * What one update does to one unit: the numbers of the network's own passes and its optimizer's step.
 *
 * @param training how the arm learns
 * @param rate the learning rate of the step
 * @param weightsRate that of the layer's weights
 * @param lambda of the penalty on them
 * @param batch the number of the mini-batch in its epoch, from 1: t
 * @param layer from 0, the output layer last
 * @param unit from 0
 * @param units of the layer: n of l
 * @param example of the mini-batch, from 0
 * @param box what batch normalization computes, or null
 * @param z one an example
 * @param zTilde one an example; z where nothing is normalized
 * @param noise what lies between zTilde and the activation, of the example; null for nothing
 * @param a one an example, before dropout
 * @param dZTilde one an example; dZ where nothing is normalized
 * @param dZ one an example
 * @param input what comes in with the example
 * @param from the input of which the weight is shown: that with the largest gradient, from 0
 * @param inputs what comes in from it, one an example
 * @param w the unit's weights before the update, one an input
 * @param wAfter the same after it
 * @param dW their gradients, without the L2 term
 * @param b the bias, or null where there is none
 * @param gamma the scale, or null
 * @param beta the shift, or null
 * @param added what a kick has added to z
 * @param next what the layer behind hands back; null for outputs
 * @param answer what the network answers
 */
public record UnitUpdate(
        ExperimentConfig config,
        TrainingConfig training,
        double rate,
        double weightsRate,
        double lambda,
        int batch,
        int layer,
        int unit,
        int units,
        int example,
        FormulaNumbers box,
        double[] z,
        double[] zTilde,
        Noise noise,
        double[] a,
        double[] dZTilde,
        double[] dZ,
        double[] input,
        int from,
        double[] inputs,
        double[] w,
        double[] wAfter,
        double[] dW,
        Change b,
        Change gamma,
        Change beta,
        double added,
        Next next,
        Answer answer) {

    /** One parameter before and after the update, and its gradient without the L2 term. */
    public record Change(double before, double gradient, double after) {}

    /** Noise on what the activation gets: scale zTilde + added. */
    public record Noise(double scale, double added) {}

    /**
     * What the layer behind hands back.
     *
     * @param weights from this unit to each of that layer, before the update
     * @param dZ of each of them, for the example
     * @param kept what dropout has multiplied the activation with; 1 without
     */
    public record Next(double[] weights, double[] dZ, double kept) {}

    /**
     * What the network answers to the example.
     *
     * @param logits one an output
     * @param yHat the probability that belongs to the unit: of class 1, or of its own class
     * @param label the example's class
     * @param losses one an example
     * @param mean their mean, as the trainer has it
     * @param importance the example's weight in the gradient
     */
    public record Answer(double[] logits, double yHat, int label, double[] losses, double mean, double importance) {}

    public int m() {
        return z.length;
    }

    public int hidden() {
        return config.network().layers();
    }

    public boolean isOutput() {
        return layer == hidden();
    }

    public Change weight() {
        return new Change(w[from], dW[from], wAfter[from]);
    }
}
