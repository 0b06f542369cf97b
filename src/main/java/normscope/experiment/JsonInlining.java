package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.util.TokenBuffer;

/** Reads and writes records with a component that is {@link Json.Inline}; Jackson itself cannot inline kinds. */
final class JsonInlining extends SimpleModule {

    private static final long serialVersionUID = 1;

    JsonInlining() {
        super("inlining");
        setDeserializerModifier(new ValueDeserializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> reader) {
                return inline(bean.getBeanClass()).isPresent() ? new Reader(reader) : reader;
            }
        });
        setSerializerModifier(new ValueSerializerModifier() {
            private static final long serialVersionUID = 1;

            @Override
            @SuppressWarnings("unchecked")
            public ValueSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription.Supplier bean, ValueSerializer<?> writer) {
                return inline(bean.getBeanClass())
                        .<ValueSerializer<?>>map(name -> new Writer((ValueSerializer<Object>) writer, name))
                        .orElse(writer);
            }
        });
    }

    private static Stream<Field> components(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getDeclaredFields()) : Stream.empty();
    }

    /** The component of a class that is inlined, if there is one. */
    static Optional<String> inline(Class<?> type) {
        return components(type)
                .filter(field -> field.isAnnotationPresent(Json.Inline.class))
                .map(Field::getName)
                .findFirst();
    }

    /** What files call the other components. */
    static List<String> beside(Class<?> type) {
        return components(type)
                .filter(field -> !field.isAnnotationPresent(Json.Inline.class))
                .map(field -> {
                    JsonProperty named = field.getAnnotation(JsonProperty.class);
                    return named == null ? field.getName() : named.value();
                })
                .toList();
    }

    /** Moves what is not the record's own into an object under the inlined component's name. */
    private static final class Reader extends DelegatingDeserializer {

        Reader(ValueDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new Reader(reader);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            // Behind the name of a kind the parser is within the object already.
            boolean within =
                    parser.currentToken() == JsonToken.PROPERTY_NAME || parser.currentToken() == JsonToken.END_OBJECT;
            if (!within && !parser.isExpectedStartObjectToken()) {
                return super.deserialize(parser, context);
            }
            ObjectNode rest = (ObjectNode) context.readTree(parser);
            ObjectNode own = rest.objectNode();
            for (String name : beside(handledType())) {
                if (rest.has(name)) {
                    own.set(name, rest.remove(name));
                }
            }
            inline(handledType()).ifPresent(name -> own.set(name, rest));
            JsonParser moved = own.traverse(context);
            moved.nextToken();
            return super.deserialize(moved, context);
        }
    }

    private static final class Writer extends ValueSerializer<Object> {

        private final ValueSerializer<Object> writer;
        private final String inline;

        Writer(ValueSerializer<Object> writer, String inline) {
            this.writer = writer;
            this.inline = inline;
        }

        @Override
        public void resolve(SerializationContext context) {
            writer.resolve(context);
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            out.writeStartObject(value);
            writeMembers(value, out, context);
            out.writeEndObject();
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator out, SerializationContext context, TypeSerializer kinds) {
            WritableTypeId id = kinds.writeTypePrefix(out, context, kinds.typeId(value, JsonToken.START_OBJECT));
            writeMembers(value, out, context);
            kinds.writeTypeSuffix(out, context, id);
        }

        private void writeMembers(Object value, JsonGenerator out, SerializationContext context) {
            TokenBuffer members = context.bufferForValueConversion();
            writer.serialize(value, members, context);
            try (JsonParser parser = members.asParser()) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    if (parser.currentName().equals(inline)) {
                        parser.nextToken();
                        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                            out.copyCurrentStructure(parser);
                        }
                    } else {
                        out.copyCurrentStructure(parser);
                    }
                }
            }
        }
    }
}
