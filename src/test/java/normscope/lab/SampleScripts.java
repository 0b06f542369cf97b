package normscope.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import normscope.experiment.Command;
import normscope.experiment.Configs;
import normscope.experiment.InputShift;
import normscope.instrument.quantity.Quantity;
import normscope.lesson.Action;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts;
import normscope.lesson.Measure;
import normscope.lesson.Page;
import normscope.lesson.Prediction;
import normscope.panel.PanelWord;

/** A short script for tests: it trains, shifts the inputs, and trains on. */
public final class SampleScripts {

    private static final Measure LOSS =
            new Measure("loss", new Quantity.BatchLoss(1, Quantity.BatchLoss.When.LAST, 1), "%.6f");

    private SampleScripts() {}

    /**
     * The script.
     *
     * @param id its name
     * @return three cues
     */
    public static Lesson script(String id) {
        return made(id, null);
    }

    /**
     * The script that asks what the shift will do.
     *
     * @param id its name
     * @return three cues, the second one with a question
     */
    public static Lesson asking(String id) {
        return made(id, new Prediction(List.of("up", "down", "same"), "down"));
    }

    private static Lesson made(String id, Prediction prediction) {
        List<Page> pages = List.of(
                page("train", PanelWord.LOSS, null, new Action.Run(40)),
                page(
                        "shift",
                        PanelWord.HISTOGRAMS,
                        prediction,
                        new Action.Pin(true),
                        new Action.Apply(new Command.ShiftInputs(new InputShift.Translate(3, 0), 0)),
                        new Action.Run(1)),
                page("recover", PanelWord.BOUNDARIES, null, new Action.Run(20)));
        Map<String, LessonTexts.PageTexts> words = new HashMap<>();
        for (Page page : pages) {
            words.put(page.id(), texts(page.id(), page.prediction() != null));
        }
        return new Lesson(
                id,
                5,
                Lesson.Kind.SCRIPT,
                Configs.small(),
                pages,
                new LessonTexts("Script " + id, "a line", words, "", "", "", Map.of()));
    }

    private static Page page(String id, PanelWord zoom, Prediction prediction, Action... action) {
        return new Page(
                id,
                null,
                List.of(PanelWord.HISTOGRAMS, PanelWord.LOSS),
                Set.of(),
                zoom,
                null,
                null,
                List.of(),
                null,
                prediction,
                List.of(action),
                List.of(LOSS),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                false);
    }

    private static LessonTexts.PageTexts texts(String id, boolean asks) {
        return new LessonTexts.PageTexts(
                "Cue " + id,
                "What does it do when we " + id + "?",
                asks ? "Where does the loss of **both** go?" : "",
                asks ? Map.of("up", "Up", "down", "Down", "same", "It stays") : Map.of(),
                Map.of(),
                "Go",
                "the loss is {loss}",
                "",
                "",
                "Say **this** of " + id + ".");
    }
}
