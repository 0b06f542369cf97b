package normscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import normscope.instrument.Reading;
import normscope.instrument.shift.ShiftTrial;
import normscope.instrument.shift.ShiftTrial.Recovery;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShiftTableCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... args) {
        return new CommandLine(new ShiftTableCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void printsEveryChangeInEveryReading() {
        assertThat(execute("--seeds", "1", "--json")).isZero();
        JsonNode root = JsonMapper.shared().readTree(out.toString());
        assertThat(root.get("rows").size()).isEqualTo(6 * 3);
        for (JsonNode row : root.get("rows")) {
            JsonNode seed = row.get("seeds").get(0);
            assertThat(seed.get("before").asDouble()).isBetween(0.001, 0.1);
            assertThat(seed.get("at_once").asDouble())
                    .isGreaterThan(0.9 * seed.get("before").asDouble());
        }
    }

    @Test
    void readsTheTestSetByPolicyReEstimatedOnAsManyAsAsked() {
        assertThat(execute("--seeds", "1", "--json", "--k", "500")).isZero();
        JsonNode root = JsonMapper.shared().readTree(out.toString());
        assertThat(root.get("re_estimated_on").asInt()).isEqualTo(500);
        JsonNode moved = root.get("policies").get("shift +3").get(0);
        assertThat(moved.get("re_estimated").asDouble()).isGreaterThan(0.97);
        assertThat(moved.get("running").asDouble()).isLessThan(0.9);
        assertThat(execute("--k", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--k");
    }

    @Test
    void refusesNoSeeds() {
        assertThat(execute("--seeds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--seeds");
    }

    @Test
    void aRowSaysWhatLiesOutsideItsSeeds() {
        List<Recovery> seeds = List.of(new Recovery(0.03, 1.3, 300), new Recovery(0.03, 1.5, 500));
        assertThat(new ShiftTableRow("shift +1", Reading.WITHOUT, seeds).outside())
                .isEmpty();
        List<Recovery> later = List.of(new Recovery(0.03, 1.45, 400), new Recovery(0.03, 1.5, 500));
        assertThat(new ShiftTableRow("shift +1", Reading.WITHOUT, later).outside())
                .isEqualTo("at once, steps");
        assertThat(new ShiftTableRow("rotate 90, tanh", Reading.WITHOUT, seeds).outside())
                .isEmpty();
        List<Recovery> never = List.of(
                new Recovery(0.03, 1.9, 400),
                new Recovery(0.03, 2.1, ShiftTrial.NEVER),
                new Recovery(0.03, 2.1, ShiftTrial.NEVER));
        ShiftTableRow row = new ShiftTableRow("shift +3", Reading.WITHOUT, never);
        assertThat(row.outside()).isEmpty();
        assertThat(row.typicalSteps()).isEqualTo("never");
        assertThat(row.rangeOfSteps()).isEqualTo("400-never");
    }
}
