package normscope.experiment;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** How files have the index of an arm: as the word that {@link Arms#key} gives it. */
final class ArmWords {

    private ArmWords() {}

    static final class Reader extends ValueDeserializer<Integer> {
        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) {
            String word = context.readValue(parser, String.class);
            int arm = Arms.keys(ExperimentConfig.MAX_ARMS).indexOf(word);
            Check.that(
                    arm >= 0,
                    "",
                    "must be one of " + String.join(", ", Arms.keys(2)) + ", or arm-3 and so on, not \"" + word
                            + "\".");
            return arm;
        }
    }

    static final class Writer extends ValueSerializer<Integer> {
        @Override
        public void serialize(Integer arm, JsonGenerator out, SerializationContext context) {
            out.writeString(Arms.key(arm));
        }
    }
}
