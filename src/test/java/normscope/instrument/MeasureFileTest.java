package normscope.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import normscope.experiment.Configs;
import normscope.experiment.Experiment;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;
import normscope.instrument.statistics.RunningStatistics;
import normscope.instrument.statistics.Statistics;
import normscope.instrument.sweep.SweepSettings;
import normscope.sweep.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureFileTest {

    private static final SweepSettings SHORT_SWEEP = new SweepSettings(
            ExperimentConfig.defaults(),
            Setting.LEARNING_RATE,
            List.of(0.01, 0.1),
            1,
            3,
            SweepSettings.Metric.TEST_ACCURACY);

    @TempDir
    private Path folder;

    private MeasureFile file(String instrument, String steps) throws IOException {
        Files.writeString(folder.resolve("base.json"), new ExperimentFile(Configs.small()).toText());
        Path file = folder.resolve("measure.json");
        Files.writeString(
                file,
                "{\"format\": \"normscope-measurement\", \"version\": 1, \"experiment\": \"base.json\","
                        + "\"instrument\": {"
                        + instrument + "}, \"seeds\": 2, \"steps\": " + steps + "}");
        return MeasureFile.read(file);
    }

    @Test
    void whatIsMeasuredIsWhatTheInstrumentMeasuresOfThatVeryRun() throws IOException {
        MeasureFile file = file("\"running-statistics\": {\"layer\": 0, \"unit\": 1}", "[0, 3]");
        ExperimentConfig config = Configs.small();
        assertThat(file.seeds()).containsExactly(config.seed(), config.seed() + 1);
        Experiment experiment = new Experiment(config);
        for (int i = 0; i < 3; i++) {
            experiment.advance();
        }
        Statistics expected = new RunningStatistics(Replica.of(experiment)).measure();
        MeasureFile.Measured last = file.run(config.seed()).get(1);
        assertThat(last.step()).isEqualTo(3);
        assertThat(last.row().values()[0]).isEqualTo(expected.layers().get(0).batchMean()[1]);
        assertThat(last.row().values()[7]).isEqualTo(expected.running().loss());
        assertThat(file.columns()).hasSameSizeAs(new double[9]);
    }

    @Test
    void momentsAscend() {
        assertThatThrownBy(() -> file("\"running-statistics\": {\"layer\": 0, \"unit\": 1}", "[3, 3]"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("steps[1]");
    }

    /** Every instrument measures something of a network with batch norm, and has one value a column. */
    @ParameterizedTest
    @EnumSource
    void everyInstrumentMeasuresWithoutAWindow(InstrumentKind kind) {
        measure(kind, Configs.small());
    }

    @ParameterizedTest
    @EnumSource
    void everyInstrumentMeasuresOnDrawnPoints(InstrumentKind kind) {
        measure(kind, Configs.drawn(2, 60));
        measure(kind, Configs.drawn(4, 60));
    }

    private static void measure(InstrumentKind kind, ExperimentConfig config) {
        InstrumentSettings settings = kind == InstrumentKind.SWEEP ? SHORT_SWEEP : kind.defaults();
        // The start is all that some look at.
        List<Long> steps = kind == InstrumentKind.DEPTH ? List.of(0L) : List.of(0L, 2L);
        MeasureFile file = new MeasureFile(new ExperimentFile(config), settings, List.of(1L), steps);
        List<MeasureFile.Measured> measured = file.run(1);
        assertThat(measured).extracting(MeasureFile.Measured::step).containsAll(steps);
        assertThat(measured)
                .allSatisfy(each -> assertThat(each.row().values())
                        .hasSameSizeAs(file.columns().toArray()));
        assertThat(measured.stream()
                        .flatMapToDouble(each -> DoubleStream.of(each.row().values())))
                .anyMatch(Double::isFinite);
        assertThat(file.columns())
                .extracting(Headless.Column::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9_.]+"));
    }
}
