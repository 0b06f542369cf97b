package normscope.instrument.noise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import normscope.experiment.Check;
import normscope.experiment.DataConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;

/**
 * How the noise of mini-batches is measured.
 *
 * @param batchSizes 1 … 10 sizes in ascending order, 2 … 5000 examples
 * @param draws random batches of each size, 10 … 100000
 * @param replacement whether an example may be in a batch more than once, as if every batch were a fresh sample; else
 *     batches are drawn as in training, and none is larger than the training set
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record NoiseBenchSettings(List<Integer> batchSizes, int draws, boolean replacement, int layer)
        implements InstrumentSettings {

    public static final int MAX_SIZES = 10;

    public NoiseBenchSettings {
        Check.present("batchSizes", batchSizes);
        Check.within("batchSizes: the number of sizes", batchSizes.size(), 1, MAX_SIZES);
        for (int i = 0; i < batchSizes.size(); i++) {
            String field = String.format(Locale.ROOT, "batchSizes[%d]", i);
            Check.present(field, batchSizes.get(i));
            Check.within(field, batchSizes.get(i), i == 0 ? 2 : batchSizes.get(i - 1) + 1, DataConfig.MAX_POINTS);
        }
        Check.within("draws", draws, 10, 100_000);
        Check.within("layer", layer, 0, 7);
        batchSizes = List.copyOf(batchSizes);
    }

    /** From a file, which leaves out what is as usual. */
    @JsonCreator
    static NoiseBenchSettings of(
            @JsonProperty("batchSizes") List<Integer> batchSizes,
            @Json.MayBeAbsent @JsonProperty("draws") Integer draws,
            @JsonProperty("replacement") boolean replacement,
            @JsonProperty("layer") int layer) {
        return new NoiseBenchSettings(
                batchSizes, Objects.requireNonNullElse(draws, defaults().draws), replacement, layer);
    }

    /**
     * Batches of 16 to 512 examples, drawn with replacement, in the first layer. In smaller ones the example itself
     * weighs so much in mean and variance that the noise no longer falls as 1/sqrt(m).
     */
    public static NoiseBenchSettings defaults() {
        return new NoiseBenchSettings(List.of(16, 32, 64, 128, 256, 512), 1000, true, 0);
    }

    /**
     * The same with the sizes that a training set of so many examples allows: without replacement a batch must leave
     * something to chance, so that it is smaller.
     *
     * @throws normscope.experiment.InvalidSettingException if no size is left
     */
    public NoiseBenchSettings fitting(int examples) {
        List<Integer> fit = replacement
                ? batchSizes
                : batchSizes.stream().filter(m -> m < examples).toList();
        return new NoiseBenchSettings(fit, draws, replacement, layer);
    }

    public NoiseBenchSettings withReplacement(boolean value) {
        return new NoiseBenchSettings(batchSizes, draws, value, layer);
    }

    public NoiseBenchSettings withLayer(int value) {
        return new NoiseBenchSettings(batchSizes, draws, replacement, value);
    }
}
