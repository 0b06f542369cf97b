package normscope.experiment;

import java.util.List;
import normscope.experiment.DrawnPoints.Point;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** How files have a drawn point: as the list [x, y, class]. */
final class PointLists {

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
