package normscope.lesson.page;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import normscope.lesson.Lesson;
import normscope.lesson.Lessons;
import normscope.shell.Theme;

/**
 * The picture on a lesson's card: a figure of one of its pages, as {@code normscope screenshots --cards} has drawn it
 * from a run. It is read in the background, and its room is kept.
 */
final class LessonPicture extends Region {

    private static final double HEIGHT = 240.0 / 660;

    private final Lesson lesson;
    private final ImageView view = new ImageView();

    /** Shows the picture, if there is one: a light or a dark one, as the theme is. */
    LessonPicture(Lesson lesson, ObservableValue<Theme> theme) {
        this.lesson = lesson;
        getStyleClass().add("lesson-picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setSmooth(true);
        view.setPreserveRatio(true);
        // The theme outlives the card, so it must not hold what is no longer in the window.
        view.imageProperty().bind(theme.map(this::image).when(sceneProperty().map(Objects::nonNull)));
        getChildren().add(view);
        setMinWidth(0);
    }

    private Image image(Theme theme) {
        return Lessons.picture(lesson, theme.charts().dark() ? "dark" : "light")
                .map(address -> new Image(address, true))
                .orElse(null);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return view.getImage() == null ? 0 : HEIGHT * Math.max(0, width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(getWidth());
        layoutInArea(view, 0, 0, getWidth(), getHeight(), 0, HPos.CENTER, VPos.CENTER);
    }
}
