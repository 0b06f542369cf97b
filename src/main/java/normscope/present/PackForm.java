package normscope.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.control.Parts;
import normscope.experiment.Json;
import normscope.export.FigureFiles;
import normscope.export.FigureSheets;
import normscope.lab.Notice;
import normscope.lesson.Opening;
import normscope.lesson.Pack;
import normscope.shell.Hideable;
import normscope.shell.WindowActions;
import normscope.text.Texts;

/** Where a pack of the present experiment is made: what is hidden in it, and where it is saved. */
final class PackForm extends VBox {

    private static final double GAP = 8;
    private static final double WIDTH = 420;

    private final WindowActions actions;
    private final Map<Hideable, CheckBox> boxes = new EnumMap<>(Hideable.class);

    PackForm(WindowActions actions) {
        this.actions = actions;
        getStyleClass().add("dialog-form");
        setSpacing(GAP);
        setPrefWidth(WIDTH);
        Label what = Parts.wrapped(Texts.text("pack.what"), "dialog-words");
        getChildren().add(what);
        for (Hideable control : Hideable.values()) {
            CheckBox box = Parts.named(
                    Hints.describe(new CheckBox(Texts.text("pack.hide." + control)), "pack.hide." + control),
                    "pack-hide-" + Json.name(control));
            boxes.put(control, box);
            getChildren().add(box);
        }
        Button make = Parts.button("pack.make", "main-action");
        make.setDefaultButton(true);
        make.setOnAction(event -> actions.askFolder("file.pack").ifPresent(this::save));
        getChildren().add(make);
    }

    private void save(Path folder) {
        List<Hideable> hidden = boxes.entrySet().stream()
                .filter(each -> each.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        String name = FigureSheets.fileName(actions.vm().configProperty().get());
        Notice notice;
        try {
            Path work = Files.createTempDirectory(folder, ".normscope-pack");
            Path experiment = work.resolve(name + ".json");
            Path packed = work.resolve(name + Pack.ENDING);
            try {
                actions.vm().file().write(experiment);
                Pack.pack(experiment, packed, new Opening(0, hidden));
                Path target = FigureFiles.free(folder, name, Pack.ENDING);
                Files.move(packed, target);
                notice = Notice.info("pack.saved", target.getFileName(), folder.toAbsolutePath());
            } finally {
                Files.deleteIfExists(experiment);
                Files.deleteIfExists(packed);
                Files.delete(work);
            }
        } catch (IOException e) {
            notice = Notice.of(Notice.Kind.ERROR, Texts.text("pack.failed", folder.toAbsolutePath()), e);
        }
        actions.vm().tell(notice);
        getScene().getWindow().hide();
    }
}
