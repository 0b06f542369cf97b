package normscope.instrument.update;

import com.fasterxml.jackson.annotation.JsonInclude;
import normscope.experiment.Check;
import normscope.experiment.DataConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;

/**
 * Where an update begins to be shown. Layer and unit are those that all panels show.
 *
 * @param arm whose update, from 0
 * @param stage what is computed, in the layer that is shown
 * @param until the last stage that can be gone to, in the layer that is shown; null for the end
 * @param example of the mini-batch, from 0; where there are fewer, the last
 */
public record UpdateSettings(
        @Json.ArmWord int arm,
        Stage.Kind stage,

        @Json.MayBeAbsent @JsonInclude(JsonInclude.Include.NON_NULL)
        Stage.Kind until,

        @Json.MayBeAbsent int example)
        implements InstrumentSettings {

    public UpdateSettings {
        Check.present("stage", stage);
        Check.within("example", example, 0, DataConfig.MAX_POINTS - 1);
        Check.that(
                until == null || until.compareTo(stage) >= 0,
                "until",
                "must not be a stage before the one it begins at.");
    }

    /** The mini-batch of the arm with batch normalization. */
    public static UpdateSettings defaults() {
        return new UpdateSettings(1, Stage.Kind.X, null, 0);
    }
}
