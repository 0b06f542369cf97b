package normscope.lesson.page;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import normscope.control.ClampedLabel;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.lesson.LessonTexts;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.runner.QuietThread;
import normscope.shell.WindowActions;
import normscope.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/** A lesson's page at the left of its experiment: text, formula, question, action, result; and turning pages. */
public final class LessonPanel extends VBox {

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    /** In a lower panel, in ems, there is less air between its parts. */
    private static final double LOWEST = 46;

    private static final double CAPTION_EMS = 0.85;

    private static final int MOST_TITLE_LINES = 3;

    private final Label place = new Label();
    private final Label mode = new Label();
    private final ClampedLabel title = new ClampedLabel(MOST_TITLE_LINES);
    private final MarkdownText text;
    private final FormulaCard formula;
    private final QuestionCard question = new QuestionCard();
    private final Button action = new Button();
    private final SightCard sight = new SightCard();
    private final ResultCard result;
    private final ScrollPane scroll;
    private final PageDots dots = new PageDots();
    private final Button back = new Button(Texts.text("lesson.back"));
    private final Button next = new Button();
    private final ExecutorService typesetter =
            Executors.newSingleThreadExecutor(work -> QuietThread.of("typesetter", work));
    private final InvalidationListener turn = observable -> keepingFocus(this::showPage);
    private final InvalidationListener change = observable -> keepingFocus(this::showState);
    private LessonViewModel lesson;

    /** Creates the panel, with what leads to the list of lessons and to the Lab; {@link #follow} gives it a lesson. */
    public LessonPanel(WindowActions actions, Runnable home, Runnable toLab, TermLinks links) {
        text = new MarkdownText(links);
        result = new ResultCard(links);
        getStyleClass().add("lesson-panel");
        setId("lesson-panel");
        formula = new FormulaCard(typesetter);
        formula.setTheme(actions.appearance().chartsProperty().get());
        actions.appearance().chartsProperty().addListener((observable, old, theme) -> formula.setTheme(theme));
        title.getStyleClass().add("lesson-title");
        action.setId("lesson-action");
        action.getStyleClass().add("lesson-action");
        action.setMaxWidth(Double.MAX_VALUE);
        action.setWrapText(true);
        action.setMinHeight(USE_PREF_SIZE);
        action.setOnAction(event -> lesson.act());
        VBox body = Parts.column("lesson-body", text, formula, question, Parts.collapsing(action), sight, result);
        body.setMinWidth(0);
        scroll = new ScrollPane(body);
        scroll.setId("lesson-scroll");
        scroll.getStyleClass().add("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        heightProperty().addListener(observable -> fit());
        place.fontProperty().addListener(observable -> fit());
        question.setOnAnswer(index -> lesson.answer(index));
        getChildren().setAll(head(home, toLab), title, Parts.high(scroll), dots, navigation());
    }

    /** With the projector's type on a small screen the page fits without the air. */
    private void fit() {
        double em = place.getFont().getSize() / CAPTION_EMS;
        // No style class: that would be worked out at once, with new fonts, which would lead here again.
        pseudoClassStateChanged(LOW, getHeight() < LOWEST * em);
    }

    private HBox head(Runnable home, Runnable toLab) {
        place.getStyleClass().add("caption");
        mode.getStyleClass().add("mode-badge");
        mode.setMinWidth(USE_PREF_SIZE);
        return Parts.row(
                "lesson-head",
                Parts.styled(Parts.button("lesson-home", "lesson.home", Feather.GRID, home), "icon-button"),
                place,
                Parts.gap(),
                Parts.collapsing(mode),
                Parts.styled(Parts.button("lesson-lab", "lesson.lab", Feather.EXTERNAL_LINK, toLab), "icon-button"));
    }

    private HBox navigation() {
        Hints.describe(back, "lesson.back");
        back.setId("lesson-back");
        back.setOnAction(event -> lesson.back());
        next.setId("lesson-next");
        next.setOnAction(event -> lesson.next());
        for (Button button : new Button[] {back, next}) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefWidth(0);
        }
        return Parts.row("lesson-navigation", Parts.wide(back), Parts.wide(next));
    }

    /** Follows a lesson from now on, and no other. */
    public void follow(LessonViewModel opened) {
        if (lesson != null) {
            lesson.pageProperty().removeListener(turn);
            state(lesson).forEach(property -> property.removeListener(change));
        }
        lesson = opened;
        dots.follow(lesson);
        lesson.pageProperty().addListener(turn);
        state(lesson).forEach(property -> property.addListener(change));
        showPage();
    }

    private static List<Observable> state(LessonViewModel of) {
        return List.of(of.phaseProperty(), of.answerProperty(), of.reflection().sawProperty(), of.pausedProperty());
    }

    /** A control that has the keyboard and goes leaves it to the panel: nothing else must take it. */
    private void keepingFocus(Runnable showing) {
        Node before = getScene() == null ? null : getScene().getFocusOwner();
        boolean inside = false;
        for (Node node = before; node != null; node = node.getParent()) {
            inside |= node == this;
        }
        showing.run();
        if (inside && (before.getScene() == null || !isShowing(before) || before.isDisabled())) {
            requestFocus();
        }
    }

    private static boolean isShowing(Node node) {
        return node == null || node.isVisible() && isShowing(node.getParent());
    }

    private void showPage() {
        int index = lesson.pageProperty().get();
        if (index < 0) {
            return;
        }
        place.setText(lesson.place());
        boolean last = index == lesson.pages() - 1;
        back.setDisable(index == 0);
        String key = !last ? "lesson.next" : lesson.following() == null ? "lesson.finish" : "lesson.next-lesson";
        next.setText(Texts.text(key));
        Hints.describeAs(
                next,
                Texts.text(key),
                lesson.following() == null ? Texts.text(key + ".tip") : Texts.text(key + ".tip", lesson.following()));
        next.setOnAction(event -> {
            if (last) {
                lesson.finish();
            } else {
                lesson.next();
            }
        });
        Page page = lesson.current();
        if (page == null) {
            title.setText(lesson.lesson().texts().title());
            text.setMarkdown(endText());
            mode.setVisible(false);
        } else {
            LessonTexts.PageTexts words = lesson.words().texts();
            title.setText(words.title());
            text.setMarkdown(words.text());
            mode.setVisible(page.mode() != null);
            if (page.mode() != null) {
                mode.setText(page.mode().name());
                Hints.describeAs(mode, mode.getText(), Texts.text("lesson.mode." + page.mode() + ".tip"));
            }
        }
        scroll.setVvalue(0);
        showState();
    }

    /** A lesson whose questions are not all answered says where. */
    private String endText() {
        String open = lesson.progress().open(lesson.lesson()).stream()
                .map(page -> String.valueOf(page + 1))
                .collect(Collectors.joining(", "));
        return Texts.text("lesson.end-text") + (open.isEmpty() ? "" : "\n\n" + Texts.text("lesson.end-open", open));
    }

    private void showState() {
        Phase phase = lesson.phaseProperty().get();
        boolean known = lesson.knows();
        Page page = lesson.current();
        boolean tells = page != null
                && page.formula() != null
                && (known || !page.later().contains(Page.Later.FORMULA));
        formula.setFormula(
                tells ? page.formula().tex() : "",
                tells ? lesson.words().texts().spoken() : "");
        question.show(lesson);
        result.show(lesson);
        boolean acts = lesson.hasAction();
        action.setVisible(acts && phase != Phase.DONE && phase != Phase.MEASURING && !result.offersAgain());
        if (acts) {
            boolean paused = lesson.pausedProperty().get();
            String words = lesson.words().texts().action();
            String told = words.isEmpty() ? Texts.text("lesson.show") : words;
            action.setText(paused ? Texts.text("lesson.go-on") : known ? Texts.text("lesson.once-more", told) : told);
            Hints.describeAs(action, action.getText(), Texts.text("lesson.action.tip"));
            action.setDisable(phase == Phase.ARRIVING || phase == Phase.ASKING || phase == Phase.ACTING && !paused);
        }
        sight.show(lesson);
        if ((known || sight.isVisible()) && acts) {
            // Where the page is longer than the window, what has just been measured is what matters.
            Platform.runLater(() -> scroll.setVvalue(scroll.getVmax()));
        }
        setMain(next, known || !acts && phase != Phase.ASKING);
        setMain(action, !known);
    }

    private static void setMain(Button button, boolean main) {
        button.getStyleClass().remove("main-action");
        if (main) {
            button.getStyleClass().add("main-action");
        }
    }

    public void close() {
        typesetter.shutdownNow();
    }

    /** Asks what was to be seen, between a page's run and what was measured of it. */
    private static final class SightCard extends VBox {

        private final VBox choices = new VBox();

        SightCard() {
            getStyleClass().add("question-card");
            setId("lesson-sight");
            MarkdownText question = new MarkdownText();
            question.getStyleClass().add("question");
            question.setMarkdown(Texts.text("lesson.see"));
            choices.getStyleClass().add("answers");
            managedProperty().bind(visibleProperty());
            getChildren().setAll(question, choices);
            setMinWidth(0);
        }

        void show(LessonViewModel lesson) {
            setVisible(lesson.reflection().asksWhatWasSeen());
            choices.getChildren().clear();
            if (!isVisible()) {
                return;
            }
            List<String> sights =
                    lesson.words().sights().stream().map(MarkdownText::plain).toList();
            for (int i = 0; i < sights.size(); i++) {
                int index = i;
                Button choice = QuestionCard.answer(new Button(sights.get(i)), "sight", i);
                Hints.describeAs(choice, sights.get(i), Texts.text("lesson.see.tip", i + 1));
                choice.setOnAction(event -> lesson.answer(index));
                choices.getChildren().add(choice);
            }
        }
    }
}
