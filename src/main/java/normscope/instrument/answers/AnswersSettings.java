package normscope.instrument.answers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import normscope.data.DataKind;
import normscope.data.TrueRule;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.instrument.Reading;

/**
 * By which truths the answers are judged, and whose map is shown.
 *
 * @param truths of cats; empty for the labels that the examples have
 * @param map whose answers all over the plane are shown
 */
public record AnswersSettings(
        @Json.MayBeAbsent @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<TrueRule> truths,

        @Json.MayBeAbsent Reading map)
        implements InstrumentSettings {

    /** Copies the list; the map is of batch norm in TRAIN mode if nothing is said. */
    public AnswersSettings {
        truths = List.copyOf(truths);
        map = map == null ? Reading.WITH_TRAIN : map;
    }

    /** By the labels that the examples have. */
    public static AnswersSettings defaults() {
        return new AnswersSettings(List.of(), Reading.WITH_TRAIN);
    }

    @Override
    public InstrumentSettings on(ExperimentConfig config) {
        Check.that(
                truths.isEmpty() || config.data().kind() == DataKind.CATS,
                "truths",
                "are for the cats; take them out.");
        return this;
    }
}
