package normscope.instrument.formula;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import normscope.chart.ChartTheme;
import normscope.chart.FormulaImage;
import normscope.runner.Background;

/** Formulas below each other, typeset beside the JavaFX thread: what is asked for is shown as soon as it is ready. */
public final class FormulaLines extends VBox implements AutoCloseable {

    private record Wanted(List<FormulaText> rows, double size, ChartTheme theme) {}

    /** A wish and its pictures: for each row the formula and its numbers. */
    private record Typeset(Wanted of, List<FormulaImage> symbols, List<FormulaImage> numbers) {}

    private final Background<Wanted, Typeset> typesetter;
    private final List<FormulaLine> lines = new ArrayList<>();
    private List<FormulaText> wanted = List.of();
    private boolean notes = true;
    private Typeset shown;

    /** Starts the thread, which rests at least so long between two pictures. */
    public FormulaLines(long restMillis) {
        typesetter = new Background<>("typesetter", restMillis, FormulaLines::typeset);
    }

    /**
     * Shows formulas from top to bottom, once a frame, in letters of so many pixels.
     *
     * @return whether they are what is shown, up to their numbers
     */
    public boolean show(List<FormulaText> rows, double size, ChartTheme theme) {
        if (!ids(rows).equals(lines.stream().map(FormulaLine::row).toList())) {
            lines.clear();
            ids(rows).forEach(row -> lines.add(new FormulaLine(row)));
            lines.forEach(line -> line.showNote(notes));
            getChildren().setAll(lines);
            shown = null;
        }
        wanted = rows;
        typesetter.ask(new Wanted(rows, size, theme));
        Typeset latest = typesetter.latest();
        if (latest != null && latest != shown && ids(latest.of.rows).equals(ids(wanted))) {
            shown = latest;
            for (int i = 0; i < lines.size(); i++) {
                lines.get(i)
                        .show(
                                latest.symbols.get(i),
                                latest.numbers.get(i),
                                latest.of.rows.get(i).result());
            }
        }
        return shown != null;
    }

    /** Says below each formula what it means, or leaves that to who has the room. */
    public void setNotes(boolean on) {
        if (notes != on) {
            notes = on;
            lines.forEach(line -> line.showNote(on));
        }
    }

    private static List<String> ids(List<FormulaText> rows) {
        return rows.stream().map(FormulaText::id).toList();
    }

    private static Typeset typeset(Wanted wanted) {
        List<FormulaImage> symbols = new ArrayList<>();
        List<FormulaImage> numbers = new ArrayList<>();
        for (FormulaText row : wanted.rows) {
            symbols.add(FormulaImage.of(row.symbols(), wanted.size, wanted.theme));
            numbers.add(FormulaImage.once(row.numbers(), wanted.size, wanted.theme, FormulaImage.Ink.MUTED));
        }
        return new Typeset(wanted, symbols, numbers);
    }

    @Override
    public void close() {
        typesetter.close();
    }
}
