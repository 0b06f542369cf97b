package normscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.stage.Window;
import normscope.chart.Figure;
import normscope.chart.FigureCanvas;
import normscope.chart.FigureImages;
import normscope.lesson.CardPicture;
import normscope.lesson.Lesson;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.panel.PanelWord;
import normscope.present.Modes;
import normscope.present.WindowFigures;
import normscope.shell.Theme;
import normscope.shell.WindowMode;

/** What a user does to come to a lesson's page with its action done, for a picture of it. */
final class LessonShot {

    /** Steps a second: each lesson's action within a second or two. */
    private static final double QUICK = 5000;

    /** Of the picture on a lesson's card, in pixels. */
    private static final double CARD_WIDTH = 660;

    private static final double CARD_HEIGHT = 240;

    private LessonShot() {}

    /** Opens the list of lessons (null), or a lesson at a page, from 0. */
    static void open(Modes modes, String id, int page) {
        modes.modeProperty().set(WindowMode.LESSONS);
        for (Lesson lesson : modes.lessons().lessons()) {
            if (lesson.id().equals(id)) {
                modes.lessons().startOver(lesson);
                modes.lessons().lessonProperty().get().goTo(page);
            }
        }
    }

    /** Draws a lesson's picture on its card in each colour, of the figure that the window shows, into a folder. */
    static void card(Lesson lesson, Scene scene, Path picture) throws IOException {
        CardPicture wanted = lesson.picture();
        PanelWord panel = wanted.panel() != null
                ? wanted.panel()
                : lesson.pages().get(lesson.indexOf(wanted.page())).panels().get(0);
        List<FigureCanvas> figures = scene.getRoot().lookupAll(".figure").stream()
                .filter(node -> node instanceof FigureCanvas && isOf(panel, node) && isVisible(node))
                .map(FigureCanvas.class::cast)
                .toList();
        Figure figure = (wanted.figure() != null
                        ? figures.get(wanted.figure())
                        : figures.stream()
                                .max(Comparator.comparingDouble(canvas -> canvas.getWidth() * canvas.getHeight()))
                                .orElseThrow())
                .figure();
        Files.createDirectories(picture);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            String name = "card-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
            double scale = CARD_WIDTH / wanted.width();
            int height = (int) Math.round(CARD_HEIGHT / scale);
            FigureImages.writePng(figure, wanted.width(), height, scale, theme.charts(), picture.resolve(name));
        }
    }

    private static boolean isOf(PanelWord panel, Node node) {
        for (Node above = node; above != null; above = above.getParent()) {
            if (above instanceof WindowFigures.Card card) {
                return card.panel().words().contains(panel);
            }
        }
        return panel == PanelWord.INSTRUMENT;
    }

    private static boolean isVisible(Node node) {
        return node == null || node.isVisible() && isVisible(node.getParent());
    }

    /** Whether the cards of the lessons show their pictures, which are read in the background. */
    private static boolean showsPictures() {
        List<Image> pictures = Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".lesson-picture > .image-view").stream())
                .map(node -> ((ImageView) node).getImage())
                .toList();
        return !pictures.isEmpty()
                && pictures.stream().allMatch(picture -> picture != null && picture.getProgress() == 1);
    }

    /** Goes on as soon as that is possible, and says whether nothing is left to do. */
    static boolean isReady(Modes modes) {
        LessonViewModel lesson = modes.lessons().lessonProperty().get();
        if (lesson == null) {
            return showsPictures();
        }
        modes.lessons().experiment().transport().speedProperty().set(QUICK);
        if (lesson.phaseProperty().get() == Phase.ASKING) {
            lesson.answer(1);
        } else if (lesson.phaseProperty().get() == Phase.READY) {
            lesson.act();
        } else if (lesson.reflection().asksWhatWasSeen()) {
            lesson.answer(lesson.words().right());
        }
        return lesson.phaseProperty().get() == Phase.DONE;
    }
}
