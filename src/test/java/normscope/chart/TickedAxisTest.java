package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and layers are counted: there is none at 1.5, however much room there is. */
class TickedAxisTest {

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 4, 7, 50, 12_345})
    void whatIsCountedHasWholeTicks(double last) {
        TickedAxis.Linear axis = TickedAxis.Linear.whole(40);
        axis.setRange(0.99, 0.99 + last);
        BufferedImage image = new BufferedImage(1920, 100, BufferedImage.TYPE_INT_ARGB);
        List<Double> values = new ArrayList<>();
        for (Object tick : axis.refreshTicks(
                image.createGraphics(),
                new AxisState(),
                new Rectangle2D.Double(0, 0, 1900, 100),
                RectangleEdge.BOTTOM)) {
            values.add(((ValueTick) tick).getValue());
        }

        assertThat(values).isNotEmpty().allSatisfy(value -> assertThat(value).isEqualTo(Math.rint(value)));
    }
}
