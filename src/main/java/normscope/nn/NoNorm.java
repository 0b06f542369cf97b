package normscope.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** No normalization of z: zTilde = zNorm = z, with nothing to learn. */
class NoNorm extends Normalizer {

    NoNorm(int units) {
        super(units);
    }

    @Override
    DMatrixRMaj forward(DMatrixRMaj z, Mode mode) {
        zNorm = z;
        return z;
    }

    @Override
    DMatrixRMaj backward(DMatrixRMaj dZTilde) {
        dZNorm = dZTilde;
        return dZTilde;
    }

    @Override
    public boolean keepsBias() {
        return true;
    }

    @Override
    public boolean changesZ() {
        return false;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of();
    }

    @Override
    public Normalization normalization() {
        return Normalization.NONE;
    }
}
