package normscope.math;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;

/** Checks that matrices fit together. */
final class Shapes {

    private Shapes() {}

    /**
     * Checks the inner sizes of a product (m x k) (k x n), which is refused if they differ, and gives the result its
     * shape.
     */
    static void product(int m, int k, int otherK, int n, DMatrixRMaj c) {
        if (k != otherK) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "A product needs equal inner sizes, not (%d x %d) (%d x %d).", m, k, otherK, n));
        }
        c.reshape(m, n);
    }
}
