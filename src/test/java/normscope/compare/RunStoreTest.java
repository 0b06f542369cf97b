package normscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.Event;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs are kept whole or not at all, within the budget. */
class RunStoreTest {

    private static final ExperimentConfig SMALL = Configs.small();

    @TempDir
    private Path folder;

    private static KeptRun run(int number, String name, long steps, ExperimentConfig config, Event... events) {
        KeptRun.Scores scores = new KeptRun.Scores(0.1, 0.2, 0.9, 0.8);
        return new KeptRun(
                "run-" + number,
                number,
                name,
                number,
                steps,
                new ExperimentFile(config, List.of(events)),
                List.of(
                        new KeptRun.Arm(scores, scores, null, new float[] {1, 0.5f}, new int[] {255, 0}),
                        new KeptRun.Arm(null, null, 20L, new float[0], null)));
    }

    private static KeptRun run(int number, String name) {
        return run(number, name, 100, SMALL.withSeed(number));
    }

    private static RunCurves curves(int size) {
        float[] values = new float[size];
        RunCurves.Arm arm = new RunCurves.Arm(
                values, values, values, values, List.of(new RunCurves.Bands(values, values)), new int[] {3, 4});
        return new RunCurves(values, List.of(arm, arm), null, new RunCurves.Points(values, values, new int[size]));
    }

    private RunStore opened() {
        RunStore store = RunStore.in(folder);
        store.open();
        return store;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aRunIsThereAtTheNextStart() {
        RunStore store = opened();
        KeptRun kept = run(
                1,
                "first try",
                100,
                SMALL,
                new Event(30, new Command.SetLearningRate(0.3)),
                new Event(60, new Command.Reestimate()));

        assertThat(store.put(kept, curves(5))).isTrue();

        RunStore next = opened();
        assertThat(next.takeComplaints()).isEmpty();
        assertThat(next.bytes()).isEqualTo(store.bytes()).isPositive();
        assertThat(next.runs()).usingRecursiveFieldByFieldElementComparator().containsExactly(kept);
        assertThat(next.curves("run-1")).usingRecursiveComparison().isEqualTo(curves(5));
        assertThat(next.nextNumber()).isEqualTo(2);
    }

    @Test
    void theOldestThatNobodyHasNamedGoFirst() throws IOException {
        RunStore measure = new RunStore(new Shelf.Memory(), Long.MAX_VALUE);
        measure.put(run(1, ""), curves(100));
        long budget = 3 * measure.bytes() + measure.bytes() / 2;
        RunStore store = new RunStore(new Shelf.Folder(folder), budget);
        store.open();

        for (int i = 1; i <= 8; i++) {
            store.put(run(i, i == 1 ? "named" : ""), curves(100));
            assertThat(store.bytes()).isLessThanOrEqualTo(budget);
        }

        assertThat(store.runs()).extracting(KeptRun::number).containsExactly(1, 7, 8);
        assertThat(opened().runs()).extracting(KeptRun::number).containsExactly(1, 7, 8);
        assertThat(files()).hasSize(6);
    }

    @Test
    void aBrokenFileIsLeftOutWithASentence() throws IOException {
        RunStore store = opened();
        store.put(run(1, ""), curves(5));
        store.put(run(2, ""), curves(5));
        store.put(run(3, ""), curves(5));
        Path broken = folder.resolve("run-2.run.json");
        Files.writeString(broken, Files.readString(broken).substring(0, 200));
        Files.writeString(folder.resolve("run-3.curves.json"), "{}");

        RunStore next = opened();

        assertThat(next.runs()).extracting(KeptRun::number).containsExactly(1, 3);
        assertThat(next.takeComplaints()).singleElement().asString().contains("run-2.run.json");
        assertThat(next.curves("run-3")).isNull();
        assertThat(next.takeComplaints()).singleElement().asString().contains("run-3.curves.json");
    }

    @Test
    void whatACrashLeavesIsTakenAway() throws IOException {
        RunStore store = opened();
        store.put(run(1, ""), curves(5));
        Files.writeString(folder.resolve("run-2.curves.json"), "{}");
        Files.writeString(folder.resolve(".run-2.run.json.0.tmp"), "{");

        RunStore next = opened();

        assertThat(next.runs()).extracting(KeptRun::number).containsExactly(1);
        assertThat(next.takeComplaints()).isEmpty();
        assertThat(files()).containsExactly("run-1.curves.json", "run-1.run.json");
    }

    @Test
    void aBeginningOfAKeptRunIsNotKeptAgain() {
        RunStore store = opened();
        Event rate = new Event(50, new Command.SetLearningRate(0.3));
        store.put(run(1, "", 100, SMALL, rate), curves(5));

        assertThat(store.put(run(2, "", 40, SMALL), curves(5))).isFalse();
        assertThat(store.put(run(3, "", 50, SMALL, rate), curves(5))).isFalse();
        assertThat(store.put(run(4, "", 60, SMALL), curves(5))).isTrue();
        assertThat(store.put(run(5, "", 120, SMALL, rate), curves(5))).isTrue();
        assertThat(store.put(run(6, "", 40, SMALL.withSeed(99)), curves(5))).isTrue();
    }

    @Test
    void aDeletedRunCanBePutBack() throws IOException {
        RunStore store = opened();
        store.put(run(1, ""), curves(5));
        store.rename("run-1", "mine");

        RunStore.Deleted deleted = store.remove("run-1");
        assertThat(store.runs()).isEmpty();
        assertThat(files()).isEmpty();
        store.putBack(deleted);

        assertThat(opened().runs()).extracting(KeptRun::name).containsExactly("mine");
        assertThat(opened().curves("run-1")).isNotNull();
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        RunStore store = RunStore.in(file.resolve("runs"));
        store.open();

        assertThat(store.put(run(1, ""), curves(5))).isFalse();

        assertThat(store.runs()).isEmpty();
        assertThat(store.takeComplaints()).isNotEmpty();
    }
}
