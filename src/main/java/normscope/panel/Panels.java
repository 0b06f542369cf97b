package normscope.panel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The panels there are. */
public final class Panels {

    /** The layers' values. */
    public static final HistogramsPanel HISTOGRAMS = new HistogramsPanel();

    /** The loss or the accuracy of all arms. */
    public static final Panel CURVES = new CurvesPanel();

    /** What each arm answers. */
    public static final DecisionsPanel DECISIONS = new DecisionsPanel();

    /** The percentiles of a layer. */
    public static final Panel BANDS = new BandsPanel();

    /** All of them in the order of their keys before a class. */
    public static final List<Panel> ALL = List.of(HISTOGRAMS, CURVES, DECISIONS, BANDS);

    private Panels() {}

    /** {@return the panel that a word of a lesson's file means; empty for the instrument} */
    public static Optional<Panel> of(PanelWord word) {
        return ALL.stream().filter(panel -> panel.words().contains(word)).findFirst();
    }

    /** {@return the panels that words of a lesson's file mean} */
    public static Set<Panel> of(Collection<PanelWord> words) {
        return words.stream().flatMap(word -> of(word).stream()).collect(Collectors.toSet());
    }
}
