package normscope.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and layers are counted: there is none at 1.5, however much room there is; labels have room. */
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

    @ParameterizedTest
    @ValueSource(doubles = {20, 25, 40, 100, 400})
    void labelsBesideAnAxisDoNotTouch(double height) {
        ValueAxis axis = new TickedAxis.Logarithmic(24);
        axis.setRange(0.03, 0.6);
        Rectangle2D area = new Rectangle2D.Double(0, 0, 100, height);
        BufferedImage image = new BufferedImage(100, 400, BufferedImage.TYPE_INT_ARGB);
        List<Double> places = new ArrayList<>();
        for (Object tick : axis.refreshTicks(image.createGraphics(), new AxisState(), area, RectangleEdge.LEFT)) {
            places.add(axis.valueToJava2D(((ValueTick) tick).getValue(), area, RectangleEdge.LEFT));
        }

        assertThat(places).isNotEmpty();
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i - 1) - places.get(i))
                    .isGreaterThanOrEqualTo(0.95 * axis.getTickLabelFont().getSize2D());
        }
    }
}
