package normscope.sweep;

import java.nio.file.Path;
import normscope.instrument.quantity.Quantities;

/** Small sweeps for tests. */
final class Sweeps {

    static final String BASE = """
            {"name": "", "seed": 3,
             "data": {"kind": "moons", "points": 60, "noise": 0.1, "testShare": 0.5, "standardize": true},
             "network": {"hiddenUnits": [6, 5], "activation": "relu", "init": {"kind": "he"}, "epsilon": 1e-5,
               "runningDecay": 0.9, "unbiasedRunningVar": false},
             "arms": [{"name": "", "normalizers": [{"kind": "none"}, {"kind": "none"}]},
                      {"name": "", "normalizers": [{"kind": "batch"}, {"kind": "batch"}]}],
             "training": {"optimizer": {"kind": "sgd"}, "learningRate": 0.1, "batchSize": 10, "l2": 0, "dropout": 0}}
            """;

    static final String MEASURES = """
            [{"name": "test accuracy", "what": "accuracy", "set": "test", "mode": "eval"},
             {"name": "train loss", "what": "loss", "set": "train", "mode": "eval"}]
            """;

    private Sweeps() {}

    static String text(String settings, String rest) {
        return text(BASE, settings, MEASURES, rest);
    }

    static String text(String base, String settings, String measures, String rest) {
        return "{\"format\": \"normscope-sweep\", \"version\": 1, \"base\": " + base + ", \"settings\": " + settings
                + ", \"measure\": " + measures + ", " + rest + "}";
    }

    static Sweep of(String settings, String rest) {
        return read(text(settings, rest));
    }

    static Sweep read(String text) {
        return SweepFile.fromText(text, Path.of("."), Quantities.READER);
    }

    /** Two rates by two batch sizes, two seeds, two steps. */
    static Sweep grid() {
        return of(
                "[{\"setting\": \"learning-rate\", \"values\": [0.03, 0.3]},"
                        + " {\"setting\": \"batch-size\", \"values\": [5, 10]}]",
                "\"seeds\": 2, \"steps\": [5, 20]");
    }
}
