package normscope.lesson;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.Command;
import normscope.experiment.Json;
import normscope.instrument.InstrumentKind;
import normscope.instrument.quantity.Quantities;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** The reader and writer of what lesson files hold. */
final class LessonJson {

    /** Knows the instruments and the quantities. */
    static final Json JSON =
            Json.PLAIN.with(kinds(), new SimpleModule("lesson").addDeserializer(Action.class, new ActionReader()));

    private LessonJson() {}

    private static List<NamedType> kinds() {
        List<NamedType> kinds = new ArrayList<>(Quantities.kinds());
        kinds.addAll(InstrumentKind.kinds());
        return kinds;
    }

    /** Reads actions. A command stands among a page's own actions as it stands in an experiment file. */
    private static final class ActionReader extends ValueDeserializer<Action> {

        private static final List<String> COMMANDS = names(Command.class).toList();
        private static final List<String> ALL =
                Stream.concat(names(Action.class), COMMANDS.stream()).toList();

        private static Stream<String> names(Class<?> kind) {
            return kind.isSealed()
                    ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(ActionReader::names)
                    : Stream.ofNullable(kind.getAnnotation(JsonTypeName.class)).map(JsonTypeName::value);
        }

        @Override
        public Action deserialize(JsonParser parser, DeserializationContext context) {
            throw new UnsupportedOperationException("actions are told apart by their names");
        }

        @Override
        public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer own) {
            JsonNode action = context.readTree(parser);
            for (String name : action.isObject() ? action.propertyNames() : List.<String>of()) {
                Check.that(ALL.contains(name), name, "is not known here; there are " + String.join(", ", ALL) + ".");
            }
            boolean allKnown = action.isObject();
            Check.that(!allKnown || action.size() == 1, "", "must have one of " + String.join(", ", ALL) + ".");
            if (COMMANDS.stream().anyMatch(action::has)) {
                return new Action.Apply(context.readTreeAsValue(action, Command.class));
            }
            JsonParser again = action.traverse(context);
            again.nextToken();
            return own.deserializeTypedFromAny(again, context);
        }
    }
}
