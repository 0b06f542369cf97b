package normscope.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import normscope.chart.ChartTheme;
import normscope.chart.LinesFigure;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.shell.Figures;
import normscope.text.Texts;

/** The cells of the table of runs. A cell makes its nodes once and changes only what they say. */
final class RunCells {

    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final PseudoClass DIVERGED = PseudoClass.getPseudoClass("diverged");
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");
    private static final double SAMPLE = 20;

    private RunCells() {}

    /** What stands for one arm in a cell; shows an arm and tells how it is said. */
    private record ArmNode(Node node, BiFunction<RunRow, Integer, String> show) {}

    /** One line an arm, one below the other or side by side. */
    private static final class ArmsCell extends TableCell<RunRow, RunRow> {
        private final Pane box;
        private final Supplier<ArmNode> make;
        private final List<ArmNode> arms = new ArrayList<>();
        private final InvalidationListener again = observable -> updateItem(getItem(), isEmpty());

        ArmsCell(Pane box, Pos alignment, Supplier<ArmNode> make) {
            this.box = box;
            this.make = make;
            box.setMinSize(0, 0);
            setAlignment(alignment);
        }

        /** Shows its row again whenever other arms are chosen. */
        ArmsCell followChoice(CompareViewModel vm) {
            vm.overlayProperty().addListener(new WeakInvalidationListener(again));
            return this;
        }

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : box);
            if (getGraphic() == null) {
                setAccessibleText(null);
                return;
            }
            while (arms.size() < row.arms()) {
                ArmNode made = make.get();
                arms.add(made);
                box.getChildren().add(made.node());
            }
            String said = IntStream.range(0, row.arms())
                    .mapToObj(arm -> arms.get(arm).show().apply(row, arm))
                    .collect(Collectors.joining(", "));
            for (int arm = 0; arm < arms.size(); arm++) {
                Parts.show(arms.get(arm).node(), arm < row.arms());
            }
            setAccessibleText(said);
        }
    }

    /** One node for all arms. */
    private static final class WholeCell extends TableCell<RunRow, RunRow> {
        private final Node node;
        private final BiConsumer<WholeCell, RunRow> show;

        WholeCell(Pos alignment, Node node, BiConsumer<WholeCell, RunRow> show) {
            this.node = node;
            this.show = show;
            setAlignment(alignment);
        }

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : node);
            if (getGraphic() != null) {
                show.accept(this, row);
            }
        }
    }

    private static VBox column(Pos alignment) {
        VBox box = new VBox();
        box.setAlignment(alignment);
        box.setFillWidth(false);
        return box;
    }

    private static Label label(Pos alignment) {
        Label label = Parts.styled(new Label(), "run-value");
        label.setAlignment(alignment);
        label.setMinWidth(0);
        return label;
    }

    static TableCell<RunRow, RunRow> setting(String path) {
        return new ArmsCell(column(Pos.CENTER_RIGHT), Pos.CENTER_RIGHT, () -> {
            Label label = label(Pos.CENTER_RIGHT);
            return new ArmNode(label, (row, arm) -> {
                label.setText(Settings.said(row.settings().of(path, arm)));
                label.pseudoClassStateChanged(DIFFERS, row.differs(path, arm));
                return label.getText();
            });
        });
    }

    /** A measured value of each arm; where an arm has diverged, the last column says so. */
    static TableCell<RunRow, RunRow> score(Score score, Supplier<Boolean> best) {
        return new ArmsCell(column(Pos.CENTER_RIGHT), Pos.CENTER_RIGHT, () -> {
            Label label = label(Pos.CENTER_RIGHT);
            label.setMinWidth(Label.USE_PREF_SIZE);
            return new ArmNode(label, (row, arm) -> {
                KeptRun.Arm of = row.run().arms().get(arm);
                boolean told = score == Score.LAST && of.divergedAt() != null && !best.get();
                label.setText(
                        told ? Texts.text("compare.diverged", of.divergedAt()) : score.text(row, arm, best.get()));
                label.pseudoClassStateChanged(DIVERGED, told);
                return label.getText();
            });
        });
    }

    /** What all arms have in common: one line. */
    static TableCell<RunRow, RunRow> single(Pos alignment, Function<RunRow, String> text, Predicate<RunRow> differs) {
        Label label = label(alignment);
        return new WholeCell(alignment, label, (cell, row) -> {
            label.setText(text.apply(row));
            label.pseudoClassStateChanged(DIFFERS, differs.test(row));
            // What does not fit is told where the mouse comes to.
            Hints.describeAs(label, label.getText(), label.getText());
            cell.setAccessibleText(label.getText());
        });
    }

    /** The line that an arm has in the figures, and its normalizer. */
    static TableCell<RunRow, RunRow> normalizer(CompareViewModel vm) {
        return new ArmsCell(column(Pos.CENTER_LEFT), Pos.CENTER_LEFT, () -> {
                    Line sample = new Line(0, 0, SAMPLE, 0);
                    Label label = label(Pos.CENTER_LEFT);
                    HBox line = new HBox(6, sample, label);
                    line.setAlignment(Pos.CENTER_LEFT);
                    int[] shown = {-1};
                    return new ArmNode(line, (row, arm) -> {
                        OverlayArm chosen = vm.ticked(row, arm);
                        int variant = chosen == null ? 0 : chosen.variant();
                        // Styles are costly to work out: only where something has changed.
                        if (variant != shown[0]) {
                            shown[0] = variant;
                            sample.getStyleClass().setAll("run-sample", Figures.style(arm));
                            sample.getStrokeDashArray().clear();
                            for (float dash : LinesFigure.DASHES.get(variant)) {
                                sample.getStrokeDashArray().add((double) dash);
                            }
                        }
                        sample.pseudoClassStateChanged(ON, chosen != null);
                        label.setText(row.armName(arm));
                        label.pseudoClassStateChanged(DIFFERS, row.differs(Settings.NORMALIZERS, arm));
                        return label.getText();
                    });
                })
                .followChoice(vm);
    }

    /** The boxes that choose arms for the figures. */
    static TableCell<RunRow, RunRow> ticks(CompareViewModel vm) {
        return new ArmsCell(column(Pos.CENTER), Pos.CENTER, () -> {
                    StackPane mark = new StackPane();
                    mark.getStyleClass().add("run-tick-mark");
                    StackPane box = new StackPane(mark);
                    StackPane target = new StackPane(box);
                    target.getStyleClass().add("run-tick-target");
                    target.setAccessibleRole(AccessibleRole.CHECK_BOX);
                    return new ArmNode(target, (row, arm) -> {
                        boolean on = vm.isTicked(row, arm);
                        if (box.getStyleClass().isEmpty()) {
                            box.getStyleClass().addAll("run-tick", Figures.style(arm));
                        }
                        box.pseudoClassStateChanged(ON, on);
                        mark.setVisible(on);
                        target.setOnMousePressed(event -> {
                            if (event.getButton() == MouseButton.PRIMARY) {
                                vm.toggle(row, arm);
                            }
                        });
                        String said = Texts.text("compare.tick", arm + 1, row.name(), row.armName(arm));
                        target.setAccessibleText(said);
                        return on ? said : "";
                    });
                })
                .followChoice(vm);
    }

    static TableCell<RunRow, RunRow> loss(RunImages images, Supplier<ChartTheme> theme, double scale) {
        ImageView view = new ImageView();
        view.setFitWidth(RunImages.LOSS_WIDTH);
        view.setFitHeight(RunImages.LOSS_HEIGHT);
        StackPane frame = new StackPane(view);
        frame.getStyleClass().add("run-thumb");
        frame.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        return new WholeCell(Pos.CENTER_LEFT, frame, (cell, row) -> {
            view.setImage(null);
            images.give(row.run(), theme.get(), scale, drawn -> {
                if (cell.getItem() == row) {
                    view.setImage(drawn.loss());
                }
            });
        });
    }

    static TableCell<RunRow, RunRow> boundaries(RunImages images, Supplier<ChartTheme> theme, double scale) {
        HBox box = new HBox(4);
        box.setFillHeight(false);
        box.setAlignment(Pos.CENTER_LEFT);
        return new ArmsCell(box, Pos.CENTER_LEFT, () -> {
            ImageView view = new ImageView();
            view.setFitWidth(RunImages.SIDE - 2);
            view.setFitHeight(RunImages.SIDE - 2);
            Label none = Parts.styled(new Label(Texts.text("compare.cross")), "run-cross");
            StackPane frame = new StackPane(view, none);
            RunRow[] shown = new RunRow[1];
            return new ArmNode(frame, (row, arm) -> {
                shown[0] = row;
                if (frame.getStyleClass().isEmpty()) {
                    frame.getStyleClass().addAll("run-boundary", Figures.style(arm));
                }
                none.setVisible(row.run().arms().get(arm).divergedAt() != null);
                view.setImage(null);
                images.give(row.run(), theme.get(), scale, drawn -> {
                    if (shown[0] == row) {
                        view.setImage(drawn.boundaries().get(arm));
                    }
                });
                return "";
            });
        });
    }
}
