package normscope.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import normscope.data.Dataset;
import normscope.experiment.Json;
import normscope.math.Kernels;
import normscope.nn.NormalizerSpec;
import org.ejml.data.DMatrixRMaj;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code normscope bench}. */
@Command(
        name = "bench",
        description = "Measures training steps per second after a warm-up.",
        footer = {
            "",
            "The environment variables BENCH_SECONDS, BENCH_WARMUP and BENCH_REPEATS set the windows, BENCH_DATA the",
            "folder with the peers' examples (W1.json …)."
        })
public final class BenchCommand extends Subcommand {

    private static final double WINDOW_WARM_UP = 6;
    private static final double WINDOW_SECONDS = 10;

    /** The speed at which the program starts. */
    private static final double WATCHING_SPEED = 100;

    @Option(
            names = "--workload",
            paramLabel = "NAME",
            description = "playground (W1), lesson (W2) or paper (W3); all of them if left out.")
    private String name;

    @Option(names = "--bn", paramLabel = "on|off", description = "With or without batch norm.")
    private String normalized;

    @Option(
            names = "--norm",
            paramLabel = "KIND",
            split = ",",
            description = "The normalizers, such as none,layer; none, batch and beyond W1 layer if left out.")
    private List<String> kinds;

    @Option(names = "--json", description = "Prints one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = "--peer-line",
            arity = "2",
            paramLabel = "WORKLOAD BN",
            description = "Prints one line as the peers do, e.g. --peer-line W1 0.")
    private List<String> peerLine;

    @Option(names = "--ui", description = "Measures the window instead: frames per second, milliseconds of a frame.")
    private boolean ui;

    private final WindowBench window;

    /** Measures the window. The commands know no window; the program hands them something that does. */
    @FunctionalInterface
    public interface WindowBench {

        /**
         * What was measured.
         *
         * @param medianMillis the median of the time that a frame takes on the JavaFX thread
         * @param p99Millis the 99th percentile of it
         * @param stepsPerSecond training steps of both arms a second meanwhile
         */
        record Times(double framesPerSecond, double medianMillis, double p99Millis, double stepsPerSecond) {}

        /**
         * Opens a window of 1440x900, trains the default experiment in it at so many steps a second (infinity: as fast
         * as possible), measures for so many seconds after as many of warm-up, and closes it.
         */
        Times measure(double warmUp, double seconds, double stepsPerSecond);
    }

    public BenchCommand(WindowBench window) {
        this.window = window;
    }

    @Override
    public Integer call() throws IOException {
        if (ui) {
            printWindow();
            return 0;
        }
        if (peerLine != null) {
            printPeerLine(workload(peerLine.get(0)), flag("--peer-line", peerLine.get(1)));
            return 0;
        }
        List<Workload> workloads = name == null ? List.of(Workload.values()) : List.of(workload(name));
        if (json) {
            printJson(workloads);
        } else {
            printTable(workloads);
        }
        return 0;
    }

    private List<NormalizerSpec> normalizers(Workload workload) {
        if (kinds != null) {
            return kinds.stream().map(this::normalizer).toList();
        }
        return normalized == null ? workload.normalizers() : List.of(batchNorm(flag("--bn", normalized)));
    }

    private NormalizerSpec normalizer(String kind) {
        return NormalizerSpec.EXPERIMENTS.stream()
                .filter(known -> known.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "--norm takes some of %s, not %s.",
                        NormalizerSpec.EXPERIMENTS.stream()
                                .map(NormalizerSpec::kind)
                                .collect(Collectors.joining(", ")),
                        kind));
    }

    private static NormalizerSpec batchNorm(boolean on) {
        return on ? new NormalizerSpec.Batch() : new NormalizerSpec.None();
    }

    private void printWindow() {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        for (double speed : new double[] {WATCHING_SPEED, Double.POSITIVE_INFINITY}) {
            WindowBench.Times times = window.measure(WINDOW_WARM_UP, WINDOW_SECONDS, speed);
            String name = Double.isInfinite(speed) ? "unlimited" : "watching";
            root.putObject(name)
                    .put("frames_per_s", times.framesPerSecond())
                    .put("fx_ms_median", times.medianMillis())
                    .put("fx_ms_p99", times.p99Millis())
                    .put("steps_per_s", times.stepsPerSecond());
            if (!json) {
                say(
                        "%-10s %6.1f frames/s  FX thread: median %.2f ms, 99 %% below %.2f ms %,.0f steps/s%n",
                        name, times.framesPerSecond(), times.medianMillis(), times.p99Millis(), times.stepsPerSecond());
            }
        }
        if (json) {
            out().println(root);
        }
    }

    private Workload workload(String text) {
        return Workload.named(text)
                .orElseThrow(() -> wrong("The workload must be playground, lesson or paper, not %s.", text));
    }

    private boolean flag(String option, String text) {
        return switch (text) {
            case "on", "1", "true" -> true;
            case "off", "0", "false" -> false;
            default -> throw wrong("%s takes on or off (1 or 0), not %s.", option, text);
        };
    }

    private double seconds(String variable, double otherwise) {
        String text = System.getenv(variable);
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value <= 3600) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw wrong("%s must be a number from 0 to 3600, not %s.", variable, text);
    }

    private List<EngineBench.Result> measure(Workload workload, List<NormalizerSpec> normalizers, boolean share)
            throws IOException {
        EngineBench.Timing timing = new EngineBench.Timing(
                seconds("BENCH_WARMUP", 2), seconds("BENCH_SECONDS", 2), (int) Math.ceil(seconds("BENCH_REPEATS", 3)));
        EngineBench bench = new EngineBench(workload, examples(System.getenv("BENCH_DATA"), workload));
        return bench.measure(normalizers, timing, share);
    }

    /** What the peers train on, {@code W1.json} …: rows of inputs, and a label for each. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Examples(double[][] x, double[] y) {}

    /** Reads a workload's file, or takes the program's own examples if the folder is not given or has no such file. */
    private static Dataset examples(String folder, Workload workload) throws IOException {
        Path file = folder == null ? null : Path.of(folder, workload.code() + ".json");
        if (file == null || !Files.isRegularFile(file)) {
            return workload.data();
        }
        Examples examples = Json.PLAIN.bind(Json.parse(Files.readAllBytes(file)), Examples.class);
        DMatrixRMaj labels = new DMatrixRMaj(examples.y().length, 1, true, examples.y());
        return new Dataset(
                new DMatrixRMaj(examples.x()), labels, workload.data().classes());
    }

    private void printPeerLine(Workload workload, boolean bn) throws IOException {
        NormalizerSpec normalizer = batchNorm(bn);
        EngineBench.Result result =
                measure(workload, List.of(normalizer), false).get(0);
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("peer", "normscope");
        put(line, workload, normalizer, result);
        out().println(line);
    }

    private static void put(ObjectNode to, Workload workload, NormalizerSpec normalizer, EngineBench.Result result) {
        to.put("workload", workload.code());
        to.put("bn", normalizer instanceof NormalizerSpec.Batch ? 1 : 0);
        to.put("norm", normalizer.kind());
        to.put("steps_per_s", tenths(result.stepsPerSecond()));
        to.put("examples_per_s", Math.round(result.examplesPerSecond()));
        to.put("seconds", tenths(result.seconds()));
        ArrayNode windows = to.putArray("repeats");
        result.windows().forEach(w -> windows.add(tenths(w)));
        to.put("final_loss", result.finalLoss());
    }

    private static double tenths(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private void printJson(List<Workload> workloads) throws IOException {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("java", Runtime.version().toString());
        root.put("kernels", kernels());
        ArrayNode results = root.putArray("results");
        for (Workload workload : workloads) {
            List<NormalizerSpec> normalizers = normalizers(workload);
            List<EngineBench.Result> measured = measure(workload, normalizers, true);
            for (int i = 0; i < measured.size(); i++) {
                ObjectNode node = results.addObject();
                node.put("name", workload.name().toLowerCase(Locale.ROOT));
                put(node, workload, normalizers.get(i), measured.get(i));
                node.put("cost", thousandths(measured.get(i).cost()));
                node.put("matrix_share", thousandths(measured.get(i).productShare()));
            }
        }
        out().println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    private static double thousandths(double value) {
        return Math.round(1000 * value) / 1000.0;
    }

    /** The cost is that of a step in units of the workload's first line. */
    private void printTable(List<Workload> workloads) throws IOException {
        say("Java %s, %s kernels%n", Runtime.version(), kernels());
        say("%-12s %-12s %12s %14s %6s %16s%n", "workload", "norm", "steps/s", "examples/s", "cost", "matrix products");
        for (Workload workload : workloads) {
            List<NormalizerSpec> normalizers = normalizers(workload);
            List<EngineBench.Result> measured = measure(workload, normalizers, true);
            for (int i = 0; i < measured.size(); i++) {
                EngineBench.Result result = measured.get(i);
                say(
                        "%-12s %-12s %,12.0f %,14.0f %6.2f %15.0f%%%n",
                        workload.name().toLowerCase(Locale.ROOT),
                        normalizers.get(i).kind(),
                        result.stepsPerSecond(),
                        result.examplesPerSecond(),
                        result.cost(),
                        100 * result.productShare());
            }
        }
    }

    private static String kernels() {
        return Kernels.VECTOR_MODULE ? "vector" : "EJML";
    }
}
