package normscope.window;

import static normscope.window.FxThread.await;
import static normscope.window.FxThread.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import normscope.data.table.TableFormat;
import normscope.data.table.TableReader;
import normscope.experiment.ExperimentFile;
import normscope.experiment.OwnTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

class TableDialogTest extends SharedWindowTestCase {

    private static final String TABLE = "h;w;kind\n1,5;2;a\n2;1;b\n3;4,5;b\n4;1;a\n5,5;2;b\n";

    @TempDir
    private Path folder;

    @AfterEach
    void closeDialogs() {
        onFx(() -> {
            Window.getWindows().stream().filter(each -> each != stage).toList().forEach(Window::hide);
            return null;
        });
    }

    @Test
    void aTableIsLookedAtReadInAnotherWayAndLoaded() throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), TABLE);
        open(file);
        await(() -> this.<Label>find("#table-status").getText().startsWith("2 inputs, label kind"));

        assertThat(this.<ComboBox<?>>find("#table-delimiter").getValue()).isEqualTo(TableFormat.Delimiter.SEMICOLON);
        onFx(() -> {
            this.<CheckBox>find("#table-header").setSelected(false);
            return null;
        });
        await(() ->
                this.<ListView<?>>find("#table-inputs").getItems().toString().contains("column 1"));
        onFx(() -> {
            this.<CheckBox>find("#table-header").setSelected(true);
            return null;
        });
        await(() -> this.<Label>find("#table-status").getText().startsWith("2 inputs, label kind"));
        press(KeyCode.SPACE, () -> {
            ListView<?> inputs = find("#table-inputs");
            inputs.getSelectionModel().select(1);
            return inputs;
        });
        await(() -> this.<Label>find("#table-status").getText().startsWith("1 inputs"));
        onFx(() -> {
            this.<Button>find("#table-use").fire();
            return null;
        });
        await(() -> window.config().data().own() instanceof OwnTable table
                && table.inputNames().equals(List.of("h")));
        await(() -> dialog("#table-dialog") == null);
        assertThat(window.config().data().points()).isEqualTo(5);
    }

    @Test
    void anExampleIsTakenAndLoadedByEnterAlone(FxRobot robot) {
        open(null);
        await(() -> find("#table-start-wine") != null);
        onFx(() -> {
            find("#table-start-wine").requestFocus();
            return null;
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        await(() -> find("#table-use").isFocused());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        await(() -> window.config().data().own() instanceof OwnTable table
                && table.name().equals("wine"));
        await(() -> dialog("#table-dialog") == null);
    }

    @Test
    void whatIsNoTableIsToldAndNothingCanBeLoaded() throws IOException {
        open(Files.createDirectory(folder.resolve("folder.csv")));

        await(() -> this.<Label>find("#table-status").getText().equals("The file is a folder; choose a file in it."));
        assertThat(this.<Button>find("#table-use").isDisabled()).isTrue();
    }

    @Test
    void anExperimentWhoseTableIsGoneSaysSo() throws IOException {
        Path table = Files.writeString(folder.resolve("gone.csv"), TABLE + "6;7;a\n");
        Path file = folder.resolve("e.json");
        String sha = "0".repeat(64);
        OwnTable own = new OwnTable(
                table.toString(),
                sha,
                new TableFormat(
                        TableFormat.Encoding.UTF_8, TableFormat.Delimiter.SEMICOLON, TableFormat.Decimal.COMMA, true),
                "kind",
                List.of("h", "w"),
                List.of("a", "b"),
                TableReader.Missing.DROP,
                6);
        var config = window.config();
        new ExperimentFile(config.withData(config.data().withOwn(own))).write(file);
        onFx(() -> {
            window.modes().lab().open(file);
            return null;
        });

        await(() -> this.<Label>find("#table-status").getText().contains("has been changed"));
        assertThat(this.<Button>find("#table-find-use").isDisabled()).isFalse();
        assertThat(window.config()).isEqualTo(config);
    }

    private void open(Path file) {
        onFx(() -> {
            window.modes().lab().data().show(file);
            return null;
        });
    }

    private void press(KeyCode key, Supplier<Node> on) {
        onFx(() -> {
            on.get().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N find(String query) {
        return (N) (Platform.isFxApplicationThread() ? dialog(query) : onFx(() -> dialog(query)));
    }

    private static Node dialog(String query) {
        return Window.getWindows().stream()
                .filter(each -> each.isShowing() && each.getScene() != null)
                .map(each -> each.getScene().getRoot().lookup(query))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
