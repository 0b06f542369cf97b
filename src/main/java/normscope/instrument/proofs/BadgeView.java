package normscope.instrument.proofs;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import normscope.control.Hints;
import normscope.control.LiveText;
import normscope.experiment.ExperimentConfig;
import normscope.shell.Figures;
import normscope.text.Numbers;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One badge's rows in the grid: its sign and name, and a line a number. */
final class BadgeView {

    private static final String WIDEST = Numbers.withPowers(2.7e-15);

    private final Badge badge;
    private final String style;
    private final FontIcon icon = new FontIcon(Feather.CIRCLE);
    private final StackPane sign = new StackPane(icon);
    private final Label reason = new Label();
    private final HBox head;
    private final List<Line> lines = new ArrayList<>();
    private Proof shown;

    private record Line(
            Finding.Item item,
            Label name,
            LiveText layer,
            LiveText expected,
            LiveText measured,
            LiveText allowed,
            LiveText contrast) {

        List<LiveText> cells() {
            return List.of(layer, expected, measured, allowed, contrast);
        }
    }

    BadgeView(Badge badge, ExperimentConfig config) {
        this.badge = badge;
        this.style = Figures.style(config.batchNormArm());
        Label title = new Label(Texts.text("badges." + badge));
        title.getStyleClass().add("badge-title");
        reason.getStyleClass().add("badge-reason");
        sign.getStyleClass().addAll("badge-icon", "silent");
        head = Hints.describe(new HBox(sign, title, reason), "badges." + badge);
        head.getStyleClass().add("badge-head");
        head.setId("badge-" + badge);
        head.setFocusTraversable(true);
        reason.setText(Texts.text("badges.pending"));
        for (Finding.Item item : badge.items()) {
            Label name = new Label(Texts.text("badges.item." + item));
            name.getStyleClass().add("badge-item");
            name.setMinWidth(0);
            lines.add(new Line(
                    item,
                    name,
                    text("8", "muted"),
                    text(Texts.text("badges.large"), "muted"),
                    text(WIDEST, style),
                    text(Texts.text("badges.at-least", "0.00193"), "muted"),
                    text(WIDEST, Figures.style(config.plainArm()))));
        }
    }

    private static LiveText text(String widest, String style) {
        LiveText text = new LiveText(widest, Pos.CENTER_RIGHT);
        text.getStyleClass().add(style);
        return text;
    }

    /** Puts the badge into a grid of six columns. Returns the next free row. */
    int addTo(GridPane grid, int row) {
        grid.add(head, 0, row, 6, 1);
        int next = row + 1;
        for (Line line : lines) {
            grid.addRow(next++, line.name, line.layer, line.expected, line.measured, line.allowed, line.contrast);
            line.cells().forEach(cell -> GridPane.setHalignment(cell, HPos.RIGHT));
            GridPane.setHgrow(line.name, Priority.ALWAYS);
        }
        return next;
    }

    void show(Proof proof) {
        if (proof.equals(shown)) {
            return;
        }
        shown = proof;
        String state = proof.reason() != null ? "silent" : proof.holds() ? "holds" : "fails";
        sign.getStyleClass().setAll("badge-icon", state);
        icon.setIconCode(
                switch (state) {
                    case "holds" -> Feather.CHECK_CIRCLE;
                    case "fails" -> Feather.X_CIRCLE;
                    default -> Feather.MINUS_CIRCLE;
                });
        String why = proof.reason() == null ? "" : Texts.text("badges.no-reason." + proof.reason());
        reason.setText(why);
        StringBuilder spoken = new StringBuilder(Texts.text("badges." + badge)).append(". ");
        spoken.append(proof.reason() == null ? Texts.text("badges." + state) : why);
        for (Line line : lines) {
            Finding finding = proof.findings().stream()
                    .filter(f -> f.item() == line.item)
                    .findFirst()
                    .orElse(null);
            show(line, finding);
            if (finding != null) {
                spoken.append(' ').append(spoken(line));
            }
        }
        head.setAccessibleText(spoken.toString());
    }

    private static String spoken(Line line) {
        return Texts.text(
                "badges.spoken",
                line.name.getText(),
                line.expected.getText(),
                line.measured.getText(),
                line.allowed.getText());
    }

    private void show(Line line, Finding finding) {
        line.measured.getStyleClass().removeAll("wrong", style);
        line.measured.getStyleClass().add(finding == null || finding.holds() ? style : "wrong");
        if (finding == null) {
            line.cells().forEach(cell -> cell.setText("\u2013"));
            return;
        }
        boolean least = finding.item().isAtLeast();
        line.layer.setText(Integer.toString(finding.layer() + 1));
        line.expected.setText(Texts.text(least ? "badges.large" : "badges.number", number(finding.expected())));
        line.measured.setText(Numbers.withPowers(finding.measured()));
        line.allowed.setText(Texts.text(least ? "badges.at-least" : "badges.within", number(finding.bound())));
        line.contrast.setText(Numbers.withPowers(finding.contrast()));
    }

    /** What the theory says, which is a round number: without the digits that a measured one has. */
    private static String number(double value) {
        String text = Numbers.withPowers(value);
        return text.contains("\u00d7") || !text.contains(".")
                ? text.replace("1.0\u00a0\u00d7\u00a0", "")
                : text.replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }
}
