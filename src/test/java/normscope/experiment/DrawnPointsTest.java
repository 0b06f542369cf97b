package normscope.experiment;

import static normscope.experiment.Refusals.assertNames;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.DrawnPoints.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points that somebody has drawn, as files have them, and what trains on them. */
class DrawnPointsTest {

    private static final String FOUR = "[-1, 0.5, 0], [-1.25, 0.503, 0], [1, 0, 1], [1, 0.001, 1]";

    private static String file(String drawn) {
        String text = new ExperimentFile(ExperimentConfig.defaults()).toText();
        return text.replaceFirst(
                "\"data\" : \\{[^}]*}",
                "\"data\": {\"kind\": \"own\", \"points\": 4, \"noise\": 0, \"testShare\": 0.5,"
                        + " \"standardize\": true, \"own\": {\"drawn\": " + drawn + "}}");
    }

    private static String points(String points) {
        return "{\"classes\": 2, \"points\": [" + points + "]}";
    }

    private static DataConfig read(String drawn) {
        return ExperimentFile.fromText(file(drawn)).config().data();
    }

    @Test
    void pointsStandInFilesAsShortListsAndComeBack() {
        DataConfig data = read(points(FOUR));
        assertThat(data.own())
                .isEqualTo(new DrawnPoints(
                        2,
                        List.of(
                                new Point(-1, 0.5, 0),
                                new Point(-1.25, 0.503, 0),
                                new Point(1, 0, 1),
                                new Point(1, 0.001, 1))));
        ExperimentFile file = new ExperimentFile(ExperimentConfig.defaults().withData(data));
        assertThat(file.toText()).contains("[ [ -1.0, 0.5, 0 ], [ -1.25, 0.503, 0 ], ");
        assertThat(ExperimentFile.fromText(file.toText())).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [5, 0, 0], [1, 0, 1], [1, 1, 1]   | [1][0] | must be from -2 to 2, not 5.
            [0, -3, 0], [1, 0, 1], [1, 1, 1]  | [1][1] | must be from -2 to 2
            [0, 0, 0], [1, 0, 1], [1, 1, 2]   | [3][2] | must be a whole number from 0 to 1
            [0, 0, 0], [1, 0, 1], [1, 1, 1.5] | [3][2] | must be a whole number
            [0, 0, 0], [1, 0, 1], ["a", 1, 1] | [3][0] | must be a finite number
            [0, 0, 0], [1, 0, 1], [1e999, 1, 1] | [3][0] | must be a finite number
            [0, 0, 0], [1, 0, 1], [1, null, 1] | [3][1] | must be a finite number
            [0, 0, 0], [1, 0, 1], [1, 1]      | [3]    | must be a list of x, y and class
            [0, 0, 0], [1, 0, 1], [1, 1, 1, 1] | [3]   | must be a list of x, y and class
            [0, 0, 0], [1, 0, 1], []          | [3]    | must be a list of x, y and class
            [0, 0, 0], [1, 0, 1], 7           | [3]    | must be a list of x, y and class
            [0, 0, 0], [1, 0, 1], {"x": 1}    | [3]    | must be a list of x, y and class
            [0, 0, 0], [1, 0, 1], null        | [3]    | must be a list
            [0, 0, 0], [1, 0, 0], [1, 1, 0]   | ''     | has 0 of class 1
            [0, 0, 0], [1, 0, 0], [1, 1, 1]   | ''     | has 1 of class 1
            """)
    void aWrongPointIsNamed(String others, String place, String problem) {
        String field = "data.own.drawn.points" + place;
        InvalidSettingException refusal = assertNames(field, () -> read(points("[-1, 0.5, 0], " + others)));
        assertThat(refusal.getMessage()).startsWith(field + " " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"classes": 5, "points": []}                | data.own.drawn.classes
            {"classes": 1, "points": []}                | data.own.drawn.classes
            {"classes": 2, "points": []}                | data.own.drawn.points: the number of points
            {"classes": 2}                              | data.own.drawn.points
            {"classes": 2, "points": 3}                 | data.own.drawn.points
            {"classes": 2, "points": [[-1, 1, 0], [-1, 1, 0], [1, 1, 1], [1, 1, 1]], "a": 1} | data.own.drawn.a
            7                                           | data.own.drawn
            """)
    void wrongListsAreNamed(String drawn, String field) {
        assertNames(field, () -> read(drawn));
    }

    @Test
    void fiveThousandPointsAreAFifthOfWhatAFileMayHave() {
        List<Point> points = IntStream.range(0, DataConfig.MAX_POINTS)
                .mapToObj(i -> new Point(-1.001 - i % 900 / 1000.0, -1.999 + i % 777 / 1000.0, i % 4))
                .toList();
        DataConfig data = ExperimentConfig.defaults().data().withOwn(new DrawnPoints(4, points));
        ExperimentFile file = new ExperimentFile(ExperimentConfig.defaults().withData(data));
        assertThat(file.toText().length()).isLessThan(200_000);
        assertThat(ExperimentFile.fromText(file.toText())).isEqualTo(file);

        List<Point> more = new ArrayList<>(points);
        more.add(new Point(0, 0, 0));
        assertNames("points", () -> new DrawnPoints(4, more));
    }

    @ParameterizedTest
    @CsvSource({"2, 0.05", "2, 0.5", "2, 0.9", "3, 0.5", "4, 0.05", "4, 0.9"})
    void twoPointsOfEachClassTrain(int classes, double testShare) {
        List<Point> points = IntStream.range(0, 2 * classes)
                .mapToObj(i -> new Point(0.25 * i, i % 2 - 0.5, i % classes))
                .toList();
        ExperimentConfig config = ExperimentConfig.defaults()
                .withData(ExperimentConfig.defaults()
                        .data()
                        .withOwn(new DrawnPoints(classes, points))
                        .withTestShare(testShare));
        Experiment experiment = new Experiment(config);
        assertThat(experiment.split().train().size()).isPositive();
        assertThat(experiment.split().test().size()).isPositive();
        for (int step = 0; step < 50; step++) {
            experiment.advance(false);
        }
        Snapshot snapshot = experiment.snapshot();
        for (int arm = 0; arm < 2; arm++) {
            assertThat(snapshot.arm(arm).divergence()).isNull();
            assertThat(snapshot.arm(arm).networkState()).doesNotContain(Double.NaN);
        }
    }
}
