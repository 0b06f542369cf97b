package normscope.present;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import normscope.control.FittingLabel;
import normscope.control.LiveText;
import normscope.control.Parts;
import normscope.experiment.ExperimentConfig;
import normscope.lab.ArmNames;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.lesson.page.LessonViewModel;
import normscope.runner.Evaluation;
import normscope.runner.SnapshotScorer;
import normscope.shell.Figures;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The line at the bottom: the cue, or what else there is to say; the step; the loss of both arms. */
final class StatusBar extends HBox {

    /** So long a message stands in the cue's place. */
    private static final long SAID_NANOS = 6_000_000_000L;

    /** The most characters of an arm's name. */
    private static final int LONGEST_NAME = 16;

    private final PresentViewModel vm;
    private final Label cue = Parts.styled(new Label(), "present-quiet");
    private final FittingLabel name = Parts.named(new FittingLabel(), "present-cue", "present-strong");
    private final LiveText step = Parts.named(new LiveText("00 000", Pos.CENTER_LEFT), "present-step", "present-step");
    private final Label plainName = new Label();
    private final LiveText plain = Parts.named(new LiveText("0.0e−0", Pos.CENTER_LEFT), "present-loss-plain");
    private final LiveText train = Parts.named(new LiveText("0.0e−0", Pos.CENTER_LEFT), "present-loss-train");
    private final LiveText eval = Parts.named(new LiveText("0.0e−0", Pos.CENTER_LEFT), "present-loss-eval");
    private final HBox losses = new HBox();
    private final HBox keys = new HBox();
    private final LiveText hands = Parts.named(new LiveText("00", Pos.CENTER_LEFT), "present-hands", "present-step");
    private final Label trainMode = new Label();
    private Notice said;
    private String message = "";
    private long until = Long.MIN_VALUE;
    private boolean fresh;
    private boolean narrow;

    StatusBar(PresentViewModel vm) {
        this.vm = vm;
        getStyleClass().add("present-status");
        setAlignment(Pos.BASELINE_LEFT);
        cue.setMinWidth(USE_PREF_SIZE);
        ExperimentConfig config = vm.shownProperty().get().configProperty().get();
        String plainStyle = Figures.style(config.plainArm());
        String normalizedStyle = Figures.style(config.batchNormArm());
        plain.getStyleClass().addAll("present-strong", plainStyle);
        eval.getStyleClass().addAll("present-strong", normalizedStyle);
        train.getStyleClass().addAll("present-strong", normalizedStyle);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox ofPlain = group(plainName, plainStyle, plain);
        // The two modes tell opposite stories right after a shift: neither may stand for both.
        HBox inTrain = group(trainMode, normalizedStyle, train);
        HBox inEval = group(new Label(Texts.text("present.eval")), normalizedStyle, eval);
        losses.getChildren().setAll(quiet("present.loss"), ofPlain, inTrain, inEval);
        keys.getChildren()
                .setAll(
                        key("1", "present.key.hand", "present-key-hand"),
                        key("Backspace", "present.key.back", "present-key-back"),
                        key("→", "present.key.run", "present-key-run"),
                        quiet("present.hands"),
                        hands);
        for (HBox group : List.of(losses, keys)) {
            group.getStyleClass().add("present-status-part");
            group.setAlignment(Pos.BASELINE_LEFT);
            group.setMinWidth(USE_PREF_SIZE);
            Parts.collapsing(group);
        }
        getChildren().setAll(cue, name, keys, quiet("present.step"), step, losses);
    }

    private static HBox group(Label word, String style, LiveText value) {
        word.getStyleClass().addAll("present-strong", style);
        word.setMinWidth(USE_PREF_SIZE);
        HBox group = Parts.styled(new HBox(word, value), "present-group");
        group.setAlignment(Pos.BASELINE_LEFT);
        group.setMinWidth(Region.USE_PREF_SIZE);
        return group;
    }

    /** There is more room for the names above the histograms. */
    private static String brief(ExperimentConfig config, int arm) {
        return Texts.shortened(ArmNames.of(config, arm), LONGEST_NAME);
    }

    private static HBox key(String cap, String key, String id) {
        Label label = Parts.named(new Label(cap), id, "present-key");
        label.setMinWidth(USE_PREF_SIZE);
        HBox group = Parts.styled(new HBox(label, quiet(key)), "present-group");
        group.setAlignment(Pos.BASELINE_LEFT);
        group.setMinWidth(USE_PREF_SIZE);
        return group;
    }

    private static Label quiet(String key) {
        Label label = Parts.label(Texts.text(key), "present-quiet");
        return label;
    }

    /** Has little room, or has more again. */
    void setNarrow(boolean isNarrow) {
        narrow = isNarrow;
    }

    /** Says something for some seconds, in the place of the cue. */
    void say(String text) {
        message = text;
        fresh = true;
    }

    void refresh(long nanos) {
        LabViewModel lab = vm.shownProperty().get();
        ExperimentConfig config = lab.configProperty().get();
        plainName.setText(brief(config, config.plainArm()));
        Notice notice = lab.noticeProperty().get();
        if (notice != said) {
            said = notice;
            if (notice != null) {
                say(notice.text());
            }
        }
        if (fresh) {
            fresh = false;
            until = nanos + SAID_NANOS;
        }
        if (nanos < until) {
            cue.setText("");
            name.setWordings(message);
        } else {
            showCue();
        }
        showKeys();
        step.setText(Numbers.grouped(lab.transport().stepProperty().get()));
        Evaluation evaluation = lab.evaluation().evaluationProperty().get();
        if (evaluation != null) {
            Evaluation.Arm normalized = evaluation.arm(config.batchNormArm());
            boolean told = lab.evaluation().labelsShownProperty().get();
            plain.setText(told ? loss(evaluation.arm(config.plainArm()).trainLoss()) : "?");
            int examples = evaluation.data().train().size();
            String named = brief(config, config.batchNormArm());
            trainMode.setText(
                    examples <= SnapshotScorer.LARGEST_BATCH
                            ? Texts.text("present.train", named)
                            : Texts.text("present.train.some", named, SnapshotScorer.LARGEST_BATCH));
            train.setText(told ? loss(normalized.trainModeLoss()) : "?");
            eval.setText(told ? loss(normalized.trainLoss()) : "?");
        }
    }

    /** While a question stands, the keys that count hands take the place of the losses. */
    private void showKeys() {
        boolean asks = vm.asks();
        keys.setVisible(asks);
        losses.setVisible(!asks);
        if (asks) {
            LessonViewModel lesson = vm.scriptProperty().get();
            ((Label) keys.lookup("#present-key-hand"))
                    .setText("1–" + lesson.words().answers().size());
            hands.setText(
                    String.valueOf(lesson.hands().all(lesson.pageProperty().get())));
        }
    }

    private void showCue() {
        LessonViewModel script = vm.scriptProperty().get();
        int number = script == null ? 0 : script.pageProperty().get() + 1;
        if (script == null || script.current() == null) {
            cue.setText("");
            name.setWordings(script == null ? "" : Texts.text("present.end"));
        } else {
            cue.setText(Texts.text(narrow ? "present.cue.short" : "present.cue", number, vm.cues()));
            // Half a name says nothing.
            name.setWordings(script.title(number - 1) + "|");
        }
    }

    private static String loss(double loss) {
        if (!Double.isFinite(loss)) {
            return "–";
        }
        String pattern = loss >= 9.995 ? "%.1f" : loss >= 0.0995 ? "%.2f" : loss >= 0.000995 ? "%.3f" : "%.1e";
        return String.format(Locale.ROOT, pattern, loss).replace("e-0", "e−").replace("e-", "e−");
    }
}
