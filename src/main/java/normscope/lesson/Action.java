package normscope.lesson;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import normscope.experiment.Check;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.experiment.Quantity;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * Something that a page does to the running experiment, or to how it is shown. In files it is an object such as
 * {@code {"run": 100}}; a command stands there as it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
public sealed interface Action {

    /** The most steps of one action, and of a drift. */
    long MOST_STEPS = 100_000;

    /** The fastest that a page may ask for. */
    double FASTEST = 1e6;

    /**
     * The same for a page, with what depends on the page's experiment filled in; refused with the field's path in the
     * action if the experiment has not what this needs.
     */
    default Action on(ExperimentConfig config) {
        return this;
    }

    /** An action that starts the page's instrument. */
    sealed interface Starting extends Action {}

    /**
     * Trains.
     *
     * @param steps so many updates more, at least 1
     */
    @JsonTypeName("run")
    record Run(@JsonValue long steps) implements Action {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Run {
            Check.whole("run", steps, 1, MOST_STEPS);
        }
    }

    /**
     * Trains up to a step.
     *
     * @param step the number of updates made in the end; nothing happens if there are as many already
     */
    @JsonTypeName("run-to")
    record RunTo(@JsonValue long step) implements Action {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public RunTo {
            Check.whole("run-to", step, 1, MOST_STEPS);
        }
    }

    /** Changes the living experiment. */
    record Apply(Command command) implements Action, JacksonSerializable {

        @Override
        public void serialize(JsonGenerator out, SerializationContext context) {
            context.findTypedValueSerializer(command.getClass(), true).serialize(command, out, context);
        }

        @Override
        public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer kinds) {
            serialize(out, context);
        }

        @Override
        public Action on(ExperimentConfig config) {
            command.check(config);
            if (command instanceof Command.ShiftInputs shift) {
                Check.whole("shift.drift", shift.driftSteps(), 0, MOST_STEPS);
            }
            return this;
        }
    }

    /** Remembers this moment's histograms as outlines, or forgets them. */
    @JsonTypeName("pin")
    record Pin(@JsonValue boolean on) implements Action {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Pin {}
    }

    /** Starts the page's instrument as it is. */
    @JsonTypeName("start")
    record Start() implements Starting, Json.Flag {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Start of(boolean on) {
            Check.that(on, "start", "can only be true; leave it out where nothing is to be started.");
            return new Start();
        }
    }

    /** Sets up the page's instrument and starts it. */
    @JsonTypeName("instrument")
    record SetUp(InstrumentSettings settings) implements Starting, JacksonSerializable {

        /** As a file has it: settings with the name of the instrument, which a value alone does not have. */
        private record InFile(InstrumentSettings instrument) {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public SetUp {}

        @Override
        public void serialize(JsonGenerator out, SerializationContext context) {
            context.writeValue(out, new InFile(settings));
        }

        @Override
        public void serializeWithType(JsonGenerator out, SerializationContext context, TypeSerializer kinds) {
            serialize(out, context);
        }

        @Override
        public Action on(ExperimentConfig config) {
            return new SetUp(settings.on(config));
        }
    }

    /**
     * How quickly training is shown.
     *
     * @param stepsPerSecond 0.1 … 1,000,000
     */
    @JsonTypeName("speed")
    record Speed(@JsonValue double stepsPerSecond) implements Action {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Speed {
            Check.within("speed", stepsPerSecond, 0.1, FASTEST);
        }
    }

    /**
     * How the panels show what they show. What is null stays as it is; every page begins with what is usual.
     *
     * @param accuracy the curves are those of the accuracy, not of the loss
     * @param logAxis the loss has a logarithmic axis
     * @param layer of the percentiles, from 0
     * @param after what the third column of histograms shows
     * @param oneUnit the histograms are of one unit, not of a whole layer
     * @param unit which, from 0
     * @param density histograms are scaled to the area 1
     * @param labels the examples have their labels; if not, they are grey and nobody says how many answers are right
     */
    @JsonTypeName("show")
    record Show(
            @Json.MayBeAbsent Boolean accuracy,
            @Json.MayBeAbsent Boolean logAxis,
            @Json.MayBeAbsent Integer layer,
            @Json.MayBeAbsent Quantity after,
            @Json.MayBeAbsent Boolean oneUnit,
            @Json.MayBeAbsent Integer unit,
            @Json.MayBeAbsent Boolean density,
            @Json.MayBeAbsent Boolean labels)
            implements Action {

        private static final int MOST_UNITS = 1024;

        public Show {
            if (unit != null) {
                Check.whole("unit", unit, 0, MOST_UNITS - 1);
            }
        }

        @Override
        public Action on(ExperimentConfig config) {
            if (layer != null) {
                Check.layer("show.layer", layer, config);
            }
            return this;
        }
    }
}
