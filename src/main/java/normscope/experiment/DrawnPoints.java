package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.stream.IntStream;
import normscope.data.Dataset;
import org.ejml.data.DMatrixRMaj;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Points that somebody has drawn in the plane.
 *
 * @param classes how many classes they may belong to: 2 … {@value #MAX_CLASSES}
 * @param points at most {@value DataConfig#MAX_POINTS}, in the order in which they were drawn
 */
@JsonTypeName("drawn")
public record DrawnPoints(int classes, List<Point> points) implements OwnData {

    public static final int MAX_CLASSES = 4;

    /** With fewer points of a class, one of the two sets cannot have any. */
    public static final int MIN_OF_A_CLASS = 2;

    /** How far the plane reaches from its middle. */
    public static final double REACH = 2;

    /** One point: two inputs within {@link #REACH} of 0, and its class, from 0. */
    @JsonSerialize(using = PointLists.Writer.class)
    @JsonDeserialize(using = PointLists.Reader.class)
    public record Point(double x, double y, int label) {}

    public DrawnPoints {
        Check.whole("classes", classes, 2, MAX_CLASSES);
        Check.within("points: the number of points", points.size(), MIN_POINTS, DataConfig.MAX_POINTS);
        for (int i = 0; i < points.size(); i++) {
            String field = "points[" + i + "]";
            Check.within(field + "[0]", points.get(i).x(), -REACH, REACH);
            Check.within(field + "[1]", points.get(i).y(), -REACH, REACH);
            Check.whole(field + "[2]", points.get(i).label(), 0, classes - 1);
        }
        points = List.copyOf(points);
        for (int label = 0; label < classes; label++) {
            int of = label;
            long count = points.stream().filter(point -> point.label() == of).count();
            Check.that(
                    count >= MIN_OF_A_CLASS,
                    "points",
                    "has %d of class %d; draw at least %d, or have fewer classes.",
                    count,
                    label,
                    MIN_OF_A_CLASS);
        }
    }

    @Override
    public int size() {
        return points.size();
    }

    @Override
    public List<String> inputNames() {
        return List.of("x1", "x2");
    }

    @Override
    public List<String> classNames() {
        return IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    }

    @Override
    public Dataset examples() {
        return dataset(points, classes);
    }

    /** {@return points as examples, however few of a class there are} */
    public static Dataset dataset(List<Point> points, int classes) {
        DMatrixRMaj x = new DMatrixRMaj(points.size(), 2);
        DMatrixRMaj y = new DMatrixRMaj(points.size(), 1);
        for (int i = 0; i < points.size(); i++) {
            x.set(i, 0, points.get(i).x());
            x.set(i, 1, points.get(i).y());
            y.set(i, 0, points.get(i).label());
        }
        return new Dataset(x, y, classes);
    }

    /** How files have a drawn point: as the list [x, y, class]. */
    private static final class PointLists {

        private static final List<Class<?>> TYPES = List.of(double.class, double.class, int.class);

        private PointLists() {}

        static final class Reader extends ValueDeserializer<Point> {
            @Override
            public Point deserialize(JsonParser parser, DeserializationContext context) {
                JsonNode list = context.readTree(parser);
                Check.that(
                        list.isArray() && list.size() == TYPES.size(),
                        "",
                        "must be a list of x, y and class, such as [0.5, -1, 0].");
                double x = (Double) value(list, 0, context);
                double y = (Double) value(list, 1, context);
                return new Point(x, y, (Integer) value(list, 2, context));
            }

            private static Object value(JsonNode list, int index, DeserializationContext context) {
                try {
                    return context.readTreeAsValue(list.get(index), TYPES.get(index));
                } catch (JacksonException e) {
                    throw JacksonException.wrapWithPath(e, Point.class, index);
                }
            }
        }

        static final class Writer extends ValueSerializer<Point> {
            @Override
            public void serialize(Point point, JsonGenerator out, SerializationContext context) {
                out.writeStartArray();
                out.writeNumber(point.x());
                out.writeNumber(point.y());
                out.writeNumber(point.label());
                out.writeEndArray();
            }
        }
    }
}
