package normscope.lesson;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import normscope.experiment.Check;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.Json;
import normscope.instrument.InstrumentKind;
import normscope.nn.Mode;
import normscope.panel.PanelWord;

/**
 * One page of a lesson, or one cue of a script. Its words are in {@link LessonTexts}.
 *
 * @param id its name within the lesson
 * @param mode the mode named on the page, or null where the text tells of both or of neither
 * @param lit which of them the page speaks of
 * @param zoom the panel that a script shows large, or null
 * @param instrument what stands in the place of the histograms, or null
 * @param experiment both networks begin anew with this; null where they go on from the page before
 * @param enter what is done, without a show, when the page is entered
 * @param formula its formula, or null
 * @param prediction its question, or null
 * @param action what its button does; empty where there is none
 * @param measures what the texts tell of what came out, measured after the action
 * @param checks what only the claims need, measured at the same moment but not in the window: it may take long
 * @param hidden controls that would lead away
 * @param later what would give the answer away, and appears with the result
 * @param see whether the student first says what was seen, and then is told what was measured
 */
public record Page(
        String id,
        @Json.MayBeAbsent Mode mode,
        @Json.MayBeAbsent List<PanelWord> panels,
        @Json.MayBeAbsent Set<PanelWord> lit,
        @Json.MayBeAbsent PanelWord zoom,
        @Json.MayBeAbsent InstrumentSettings instrument,
        @Json.MayBeAbsent ExperimentConfig experiment,
        @Json.MayBeAbsent List<Action> enter,
        @Json.MayBeAbsent Formula formula,
        @Json.MayBeAbsent Prediction prediction,
        @Json.MayBeAbsent List<Action> action,
        @Json.MayBeAbsent List<Measure> measures,
        @Json.MayBeAbsent List<Measure> checks,
        @Json.MayBeAbsent List<Claim> claims,
        @Json.MayBeAbsent Set<Control> hidden,
        @Json.MayBeAbsent Set<Later> later,
        @Json.MayBeAbsent Boolean see) {

    /** What a page may keep back until its question is answered by the result. */
    public enum Later {
        /** The formula, with how it is read aloud. */
        FORMULA,
        /** What the instrument shows. */
        INSTRUMENT
    }

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    public Page {
        checkName("id", id);
        panels = List.copyOf(panels);
        lit = Set.copyOf(lit);
        enter = List.copyOf(enter);
        action = List.copyOf(action);
        measures = List.copyOf(measures);
        checks = List.copyOf(checks);
        claims = List.copyOf(claims);
        hidden = Set.copyOf(hidden);
        later = Set.copyOf(later);
        see = see != null && see;
    }

    static void checkName(String field, String name) {
        Check.that(
                name.matches(NAME), field, "must be lower-case letters, digits and single dashes, not \"%s\".", name);
    }

    /** The same with what depends on the pages before filled in. */
    Page with(
            InstrumentSettings newInstrument,
            List<Action> newEnter,
            List<Action> newAction,
            List<Measure> newMeasures,
            List<Measure> newChecks,
            List<Claim> newClaims) {
        return new Page(
                id,
                mode,
                panels,
                lit,
                zoom,
                newInstrument,
                experiment,
                newEnter,
                formula,
                prediction,
                newAction,
                newMeasures,
                newChecks,
                newClaims,
                hidden,
                later,
                see);
    }

    /** Checks that the parts of the page fit to each other. */
    void check() {
        lit.forEach(panel -> checkShown("lit", panel));
        if (zoom != null) {
            checkShown("zoom", zoom);
        }
        Check.that(
                panels.contains(PanelWord.INSTRUMENT) == (instrument != null),
                "instrument",
                "and the panel \"instrument\" go together; give both or neither.");
        Check.that(later.isEmpty() || prediction != null, "later", "waits for a prediction; the page has none.");
        Check.that(!see || prediction != null && !action.isEmpty(), "see", "needs a prediction and an action.");
        Check.that(!later.contains(Later.FORMULA) || formula != null, "later", "has formula, but the page has none.");
        Check.that(
                !later.contains(Later.INSTRUMENT) || instrument != null,
                "later",
                "has instrument, but the page has none.");
        Check.that(
                enter.stream().noneMatch(Action.Starting.class::isInstance),
                "enter",
                "cannot start an instrument; give it in \"instrument\".");
        for (int i = 0; i < action.size(); i++) {
            if (action.get(i) instanceof Action.Starting) {
                String field = "action[" + i + "]";
                Check.that(instrument != null, field, "starts an instrument, but the page has none.");
                Check.that(
                        !(action.get(i) instanceof Action.SetUp setUp)
                                || setUp.settings().getClass() == instrument.getClass(),
                        field,
                        "sets up another instrument than the page's.");
            }
        }
    }

    private void checkShown(String field, PanelWord panel) {
        Check.that(
                panels.contains(panel),
                field,
                "has %s, which is not among the page's panels; add it there.",
                Json.name(panel));
    }

    /**
     * Whether the instrument is hidden until the result is known. Without an action it would always answer the question
     * itself.
     */
    public boolean keepsInstrumentBack() {
        return instrument != null && prediction != null && (action.isEmpty() || later.contains(Later.INSTRUMENT));
    }

    /** Whether a result is worth a line of the student's own: not beside an example worked out by hand. */
    public boolean asksWhy() {
        InstrumentKind kind = instrument == null ? null : InstrumentKind.of(instrument);
        return prediction != null
                && formula == null
                && kind != InstrumentKind.BATCH_BENCH
                && kind != InstrumentKind.FORMULA;
    }

    /** {@return how the instrument is set up once the action is done; null without an instrument} */
    public InstrumentSettings instrumentAfter() {
        InstrumentSettings settings = instrument;
        for (Action each : action) {
            settings = each instanceof Action.SetUp setUp ? setUp.settings() : settings;
        }
        return settings;
    }

    /** Whether the page shows the running experiment, and not only an instrument with numbers of its own. */
    public boolean showsExperiment() {
        return instrument == null
                || panels.size() > 1
                || !InstrumentKind.of(instrument).standsAlone();
    }

    /** {@return what is measured, for the texts or for the claims alone} */
    public Stream<Measure> allMeasures() {
        return Stream.concat(measures.stream(), checks.stream());
    }

    public boolean startsInstrument() {
        return action.stream().anyMatch(Action.Starting.class::isInstance);
    }
}
