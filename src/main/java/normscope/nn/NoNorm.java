package normscope.nn;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** No normalization of z: zTilde = zNorm = z, with nothing to learn. */
class NoNorm extends Normalizer {

    private DMatrixRMaj z = new DMatrixRMaj(0, 0);
    private DMatrixRMaj dZ = new DMatrixRMaj(0, 0);

    NoNorm(int units) {
        super(units);
    }

    @Override
    DMatrixRMaj forward(DMatrixRMaj z, Mode mode) {
        this.z = z;
        return z;
    }

    @Override
    DMatrixRMaj backward(DMatrixRMaj dZTilde) {
        dZ = dZTilde;
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

    @Override
    public DMatrixRMaj zNorm() {
        return z;
    }

    @Override
    public DMatrixRMaj dZNorm() {
        return dZ;
    }
}
