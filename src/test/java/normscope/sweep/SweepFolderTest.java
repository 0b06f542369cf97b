package normscope.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import normscope.instrument.quantity.Quantities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepFolderTest {

    private static final Sweep SWEEP = Sweeps.grid();

    @TempDir
    private Path folder;

    private SweepFolder part(Path of, int part, int parts) throws IOException {
        return new SweepFolder(of, SWEEP, part, parts, Quantities.READER);
    }

    private static SweepResult make(SweepFolder kept) throws IOException, InterruptedException {
        SweepJob job = new SweepJob(kept.resume(), kept::isMine, kept::add);
        job.start(2).await(0);
        kept.finish(job.result());
        return job.result();
    }

    private static String runs(Path of) throws IOException {
        return Files.readString(of.resolve("runs.csv"));
    }

    /** Killed within a row, at a row's end, and before anything was written. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 0.77, 0.999})
    void aSweepKilledHalfWayAndResumedEqualsAnUninterruptedOne(double fraction)
            throws IOException, InterruptedException {
        make(part(folder, 1, 1));
        String whole = runs(folder);
        Files.writeString(folder.resolve("runs.csv"), whole.substring(0, (int) (fraction * whole.length())));
        SweepFolder again = part(folder, 1, 1);
        int kept = again.resume().made();
        make(part(folder, 1, 1));

        assertThat(kept).isBetween((int) (fraction * 8) - 1, 7);
        assertThat(runs(folder)).isEqualTo(whole);
    }

    @Test
    void whatIsThereIsNotMadeAgain() throws IOException, InterruptedException {
        make(part(folder, 1, 1));
        SweepFolder again = part(folder, 1, 1);

        assertThat(new SweepJob(again.resume(), again::isMine, again::add).waiting())
                .isZero();
    }

    @Test
    void partsJoinedAreTheWhole(@TempDir Path one, @TempDir Path other) throws IOException, InterruptedException {
        make(part(folder, 1, 1));
        make(part(one, 1, 3));
        make(part(other, 2, 3));
        assertThat(SweepFolder.join(List.of(one, other), Quantities.READER)
                        .get(0)
                        .made())
                .isEqualTo(6);
        make(part(one, 3, 3));
        List<SweepResult> joined = SweepFolder.join(List.of(one, other), Quantities.READER);

        assertThat(joined).hasSize(1);
        assertThat(joined.get(0).complete()).isTrue();
        assertThat(new RunsCsv(SWEEP).text(joined.get(0).runs())).isEqualTo(runs(folder));
        assertThat(SweepTable.csv(joined.get(0)))
                .isEqualTo(SweepTable.csv(SweepResult.none(SWEEP).with(SWEEP.runAll())))
                .startsWith("learning-rate,batch-size,arm,step,seeds,diverged,test accuracy mean,")
                .contains("\n0.3,5,with,20,2,0,");
    }

    @Test
    void aFolderOfAnotherSweepIsRefused() throws IOException, InterruptedException {
        make(part(folder, 1, 1));
        Sweep other = Sweeps.of("[{\"setting\": \"l2\", \"values\": [0]}]", "\"seeds\": 1, \"steps\": [1]");

        assertThatThrownBy(() -> new SweepFolder(folder, other, 1, 1, Quantities.READER))
                .hasMessageStartingWith("The folder has the runs of another sweep");
    }
}
