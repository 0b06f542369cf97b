package normscope.chart;

import java.util.List;

/**
 * A network as it is drawn: of each layer a few units, the weights between them, and how far a pass has come.
 *
 * @param arm whose network it is, from 0
 * @param layers the inputs, the hidden layers, the outputs
 * @param layer the place in {@code layers} of the one that is looked at
 * @param box what batch normalization does to the unit that is looked at, or null
 * @param pass how far a pass has come; null where the network is shown as it stands
 */
public record NetworkDrawing(int arm, List<Layer> layers, int layer, Box box, Pass pass) {

    /** The most units drawn of a layer. */
    public static final int MOST = 6;

    public NetworkDrawing {
        layers = List.copyOf(layers);
    }

    /**
     * One layer; arrays have an entry for each unit that is drawn, and must not change afterwards.
     *
     * @param units how many there are
     * @param shown which of them are drawn, from 0, ascending
     * @param chosen the unit that is looked at, from 0; -1 for none
     * @param normalized whether a box stands between z and a
     * @param z how strongly the circle of z is filled, 0 to 1
     * @param a the same for what the layer hands on; the only one that inputs have
     * @param weights one row a unit that is drawn, one column a unit that is drawn of the layer before; null for inputs
     * @param gradients of the pass back, or null
     */
    public record Layer(
            int units,
            int[] shown,
            int chosen,
            boolean normalized,
            double[] z,
            double[] a,
            double[][] weights,
            Gradients gradients) {}

    /**
     * The sizes of a layer's gradients.
     *
     * @param weights dW, as the weights
     * @param zTilde the root mean square of dz-tilde over the mini-batch
     * @param z the same of dz
     */
    public record Gradients(double[][] weights, double[] zTilde, double[] z) {}

    /** What the box of one unit does: mean and standard deviation of the mini-batch, learned scale and shift. */
    public record Box(double mean, double sd, double gamma, double beta) {}

    /** The parts of a layer in the order in which a pass forward reaches them. */
    public enum Part {
        /** The lines that lead to the layer. */
        WEIGHTS,
        /** The circles of z. */
        Z,
        /** The box of batch normalization. */
        BOX,
        /** The circles of what the layer hands on. */
        A
    }

    /**
     * How far a pass has come.
     *
     * @param back whether it is the pass back
     * @param layer the place in {@code layers}
     * @param part what is being computed
     * @param all whether all parameters change at once, as the update does
     * @param words what stands in the box, in TeX, or null
     * @param batch the number of the mini-batch, from 1
     */
    public record Pass(boolean back, int layer, Part part, boolean all, String words, int batch) {

        /** Whether the pass has been at a part, or is there now. */
        boolean reached(int layer, Part part) {
            int there = 4 * layer + part.ordinal();
            int here = 4 * this.layer + this.part.ordinal();
            return all || (back ? there >= here : there <= here);
        }

        /** Whether it is there now. */
        boolean isAt(int layer, Part part) {
            return all ? part == Part.WEIGHTS || part == Part.BOX : layer == this.layer && part == this.part;
        }
    }
}
