package normscope.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class DropoutTest {

    /** Networks that drop different shares draw the same numbers: what the one drops, the other with more drops too. */
    @Test
    void whatIsDroppedAtASmallShareIsDroppedAtALargeOneToo() {
        DMatrixRMaj a = new DMatrixRMaj(50, 20);
        Arrays.fill(a.data, 1);
        Dropout few = new Dropout(0.2, 1);
        Dropout many = new Dropout(0.5, 1);
        few.forward(a, 7);
        many.forward(a, 7);
        int dropped = 0;
        for (int i = 0; i < a.getNumElements(); i++) {
            if (few.output.data[i] == 0) {
                dropped++;
                assertThat(many.output.data[i]).isZero();
            }
        }
        assertThat(dropped).isBetween(150, 250);
    }
}
