package normscope.export;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.chart.FigurePage;
import normscope.chart.FigureTable;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.panel.Panel;
import normscope.runner.QuietThread;
import normscope.text.Texts;

/**
 * Saves figures as PNG, SVG and PDF into one folder, under names that tell the experiment and the step. A file that is
 * there already is never written over: the next one gets a number.
 */
public final class FigureFiles {

    /** Image pixels per logical pixel. */
    private static final int SCALE = 2;

    private static final Executor BACKGROUND =
            task -> QuietThread.of("figures", task).start();

    private final Path folder;

    /** Saves into a folder, which is made when the first figure is saved. */
    public FigureFiles(Path folder) {
        this.folder = folder;
    }

    /** Saves into the folder that {@code -Dnormscope.figures} names, or into {@code normscope-figures} at home. */
    public static FigureFiles standard() {
        String named = System.getProperty("normscope.figures");
        return new FigureFiles(
                named == null ? Path.of(System.getProperty("user.home"), "normscope-figures") : Path.of(named));
    }

    /** Saves a panel as it is shown now, in the background. Gives what to tell the user in the end; never fails. */
    public CompletableFuture<Notice> save(LabViewModel vm, Panel panel, ChartTheme theme) {
        return save(FigureSheets.page(vm, panel, theme), name(vm, panel.id(vm)));
    }

    /** Saves all panels as they are shown now on one page, likewise. */
    public CompletableFuture<Notice> saveAll(LabViewModel vm, ChartTheme theme) {
        return save(FigureSheets.all(vm, theme), name(vm, "window"));
    }

    private CompletableFuture<Notice> save(FigurePage page, String name) {
        return CompletableFuture.supplyAsync(() -> write(page, name), BACKGROUND);
    }

    /** Puts a panel as it is shown now on the clipboard, as a picture, and says what to tell the user. */
    public static Notice copy(LabViewModel vm, Panel panel, ChartTheme theme) {
        return copy(FigureSheets.page(vm, panel, theme));
    }

    private static Notice copy(FigurePage page) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, page.fxImage(SCALE)));
        return Notice.info("figure.copied");
    }

    /**
     * Saves a figure of the window as it is shown, under what it is called there, or null. It is drawn at once: it
     * belongs to the window.
     */
    public CompletableFuture<Notice> save(LabViewModel vm, String title, FigureCanvas shown, ChartTheme theme) {
        return CompletableFuture.completedFuture(write(page(vm, title, shown, theme), name(vm, "figure")));
    }

    /** Puts such a figure on the clipboard, as a picture, and says what to tell the user. */
    public static Notice copy(LabViewModel vm, String title, FigureCanvas shown, ChartTheme theme) {
        return copy(page(vm, title, shown, theme));
    }

    /** Saves the numbers of a panel as it is shown now, and says what to tell the user. */
    public Notice saveNumbers(LabViewModel vm, Panel panel) {
        return saveNumbers(FigureNumbers.of(vm, panel), name(vm, panel.id(vm)));
    }

    /** Saves the numbers of a figure of the window, which without a view model is one of several runs. */
    public Notice saveNumbers(LabViewModel vm, FigureCanvas shown) {
        return saveNumbers(shown.figure().numbers(), vm == null ? "compare" : name(vm, "figure"));
    }

    private Notice saveNumbers(FigureTable table, String name) {
        if (table.rows().isEmpty()) {
            return Notice.info("figure.numbers.none");
        }
        try {
            Files.createDirectories(folder);
            String free = free(name, ".csv");
            Files.writeString(folder.resolve(free + ".csv"), FigureNumbers.csv(table));
            return Notice.info(
                    "figure.numbers.saved", free + ".csv", table.rows().size(), folder.toAbsolutePath());
        } catch (IOException e) {
            return new Notice(
                    Notice.Kind.ERROR, Texts.text("figure.numbers.failed", folder.toAbsolutePath()), e.toString());
        }
    }

    /** Puts the numbers of a panel as it is shown now on the clipboard, and says what to tell the user. */
    public static Notice copyNumbers(LabViewModel vm, Panel panel) {
        return copyNumbers(FigureNumbers.of(vm, panel));
    }

    /** Puts the numbers of a figure of the window on the clipboard, and says what to tell the user. */
    public static Notice copyNumbers(FigureCanvas shown) {
        return copyNumbers(shown.figure().numbers());
    }

    private static Notice copyNumbers(FigureTable table) {
        if (table.rows().isEmpty()) {
            return Notice.info("figure.numbers.none");
        }
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, FigureNumbers.csv(table)));
        return Notice.info("figure.numbers.copied", table.rows().size());
    }

    private static FigurePage page(LabViewModel vm, String title, FigureCanvas shown, ChartTheme theme) {
        double width = shown.getWidth() + 2 * FigurePage.PADDING;
        double height = shown.getHeight() + 2 * FigurePage.PADDING;
        return FigureSheets.page(vm, title, null, shown.figure(), width, height, theme);
    }

    /** The files' name without number and ending. */
    static String name(LabViewModel vm, String what) {
        String start = FigureSheets.fileName(vm.configProperty().get());
        return start + "-step-" + vm.transport().stepProperty().get() + "-" + what;
    }

    private Notice write(FigurePage page, String name) {
        try {
            Files.createDirectories(folder);
            String free = free(name, FigurePage.ENDINGS.toArray(String[]::new));
            page.writeAll(folder, free, SCALE);
            return Notice.info("figure.saved", free, folder.toAbsolutePath());
        } catch (IOException e) {
            return new Notice(Notice.Kind.ERROR, Texts.text("figure.failed", folder.toAbsolutePath()), e.toString());
        }
    }

    /** The name, or the first of name-2, name-3 … that no file has; that with the first ending is there afterwards. */
    private String free(String name, String... endings) throws IOException {
        for (int number = 1; ; number++) {
            String tried = number == 1 ? name : name + "-" + number;
            boolean taken =
                    Arrays.stream(endings).skip(1).anyMatch(ending -> Files.exists(folder.resolve(tried + ending)));
            if (!taken && isMade(folder.resolve(tried + endings[0]))) {
                return tried;
            }
        }
    }

    /** {@return the folder; made when the first file is saved} */
    public Path folder() {
        return folder;
    }

    /** {@return the folder, which is there afterwards} */
    public Path madeFolder() throws IOException {
        return Files.createDirectories(folder);
    }

    /** {@return a film's name, without number and ending} */
    public static String filmName(LabViewModel vm, String word) {
        return name(vm, "film-" + word.toLowerCase(Locale.ROOT));
    }

    /** Moves a complete file or folder among the others, under a name without number and ending; returns where to. */
    public Path put(Path made, String name, String ending) throws IOException {
        return Files.move(made, free(folder, name, ending));
    }

    /** {@return the first of name, name-2, name-3 … with an ending that a folder does not have yet} */
    public static Path free(Path folder, String name, String ending) {
        Path free = folder.resolve(name + ending);
        for (int number = 2; Files.exists(free); number++) {
            free = folder.resolve(name + "-" + number + ending);
        }
        return free;
    }

    private static boolean isMade(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
