package normscope.instrument.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One stage of an update: something that is computed in one layer.
 *
 * @param kind what is computed
 * @param layer in which layer, from 0, the output layer last; -1 where none is meant
 */
public record Stage(Kind kind, int layer) {

    /** What is computed, in the order in which one layer comes to it. */
    public enum Kind {
        /** The mini-batch. */
        X("X^{\\{t\\}}", Part.FORWARD),
        /** The weighted sums. */
        Z("z", Part.FORWARD),
        /** The mini-batch's mean and variance. */
        STATISTICS("\\mu\\;\\sigma^2", Part.FORWARD),
        /** z normalized. */
        NORM("z_{\\mathrm{norm}}", Part.FORWARD),
        /** Scaled and shifted. */
        TILDE("\\tilde z", Part.FORWARD),
        /** The activations. */
        A("a", Part.FORWARD),
        /** The loss of the mini-batch. */
        LOSS("J", Part.LOSS),
        /** The gradient of z-tilde. */
        D_TILDE("d\\tilde z", Part.BACKWARD),
        /** The gradients of gamma and beta. */
        D_PARAMETERS("d\\gamma\\;d\\beta", Part.BACKWARD),
        /** The gradient of z. */
        D_Z("dz", Part.BACKWARD),
        /** The gradient of the weights. */
        D_W("dW", Part.BACKWARD),
        /** All parameters take a step. */
        UPDATE("\\mathrm{step}", Part.UPDATE);

        private final String tex;
        private final Part part;

        Kind(String tex, Part part) {
            this.tex = tex;
            this.part = part;
        }

        /** {@return what is computed, in TeX, with t in it where the mini-batch is meant} */
        public String tex() {
            return tex;
        }

        public Part part() {
            return part;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean isOfLayer() {
            return this != X && this != LOSS && this != UPDATE;
        }

        /** {@return whether only a layer with batch normalization comes to it} */
        public boolean isOfBox() {
            return this == STATISTICS || this == NORM || this == TILDE || this == D_TILDE || this == D_PARAMETERS;
        }

        /** {@return what a layer comes to instead that has no batch normalization} */
        Kind withoutBox() {
            return !isOfBox() ? this : part == Part.FORWARD ? A : D_Z;
        }

        /** {@return what the output layer comes to instead, which has no activation of its own} */
        Kind ofOutputs() {
            Kind plain = withoutBox();
            return plain == A ? Z : plain;
        }
    }

    public enum Part {
        /** From the mini-batch to the answers. */
        FORWARD,
        /** How wrong they are. */
        LOSS,
        /** The gradients, from the last layer to the first. */
        BACKWARD,
        /** The step. */
        UPDATE
    }

    /**
     * {@return all stages in order: forward through the hidden layers, with or without batch normalization, the loss,
     * back through the layers, the update}
     */
    public static List<Stage> of(List<Boolean> normalized) {
        int outputs = normalized.size();
        List<Stage> stages = new ArrayList<>(List.of(new Stage(Kind.X, -1)));
        for (int layer = 0; layer < outputs; layer++) {
            add(stages, Part.FORWARD, layer, normalized.get(layer));
        }
        stages.add(new Stage(Kind.Z, outputs));
        stages.add(new Stage(Kind.LOSS, -1));
        stages.add(new Stage(Kind.D_Z, outputs));
        stages.add(new Stage(Kind.D_W, outputs));
        for (int layer = outputs - 1; layer >= 0; layer--) {
            add(stages, Part.BACKWARD, layer, normalized.get(layer));
        }
        stages.add(new Stage(Kind.UPDATE, -1));
        return stages;
    }

    private static void add(List<Stage> stages, Part part, int layer, boolean normalized) {
        for (Kind kind : Kind.values()) {
            if (kind.part() == part && kind.isOfLayer() && (normalized || !kind.isOfBox())) {
                stages.add(new Stage(kind, layer));
            }
        }
    }
}
