package normscope.lesson;

import java.util.List;
import java.util.Set;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.InstrumentSettings;
import normscope.nn.Mode;

/**
 * One page of a lesson, or one cue of a script. Its words are in {@link LessonTexts}.
 *
 * @param id its name within the lesson
 * @param mode the mode named on the page, or null where the text tells of both or of neither
 * @param panels what is shown
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
 * @param claims what will be seen
 * @param hidden controls that would lead away
 */
public record Page(
        String id,
        Mode mode,
        List<Panel> panels,
        Set<Panel> lit,
        Panel zoom,
        InstrumentSettings instrument,
        ExperimentConfig experiment,
        List<Action> enter,
        Formula formula,
        Prediction prediction,
        List<Action> action,
        List<Measure> measures,
        List<Measure> checks,
        List<Claim> claims,
        Set<Control> hidden) {

    /** Copies the lists. */
    public Page {
        panels = List.copyOf(panels);
        lit = Set.copyOf(lit);
        enter = List.copyOf(enter);
        action = List.copyOf(action);
        measures = List.copyOf(measures);
        checks = List.copyOf(checks);
        claims = List.copyOf(claims);
        hidden = Set.copyOf(hidden);
    }

    /**
     * Whether the action starts the page's instrument.
     *
     * @return true if it has to do with it
     */
    public boolean startsInstrument() {
        return action.stream().anyMatch(Action.Start.class::isInstance);
    }
}
