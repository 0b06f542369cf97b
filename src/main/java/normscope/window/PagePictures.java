package normscope.window;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import normscope.chart.ChartTheme;
import normscope.chart.FigureCanvas;
import normscope.chart.FigureImages;
import normscope.chart.FigurePage;
import normscope.export.FigureSheets;
import normscope.lab.LabViewModel;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.PageFigures;
import normscope.panel.PanelWord;
import normscope.panel.Panels;
import normscope.runner.QuietThread;
import normscope.shell.Figures;
import normscope.shell.Theme;
import normscope.shell.WindowActions;

/** Takes pictures of what a lesson's page speaks of, at the moment of its result, for the student's sheet. */
final class PagePictures {

    private static final Logger LOG = System.getLogger(PagePictures.class.getName());
    private static final ChartTheme THEME = ChartTheme.LIGHT;
    private static final double SCALE = 2;

    /** Pixels across, which print sharply over a whole line; more would only fill the memory. */
    private static final double WIDEST = 1800;

    /** So many figures of an instrument, the largest. */
    private static final int MOST = 2;

    /** So many pages' pictures are drawn in the background at a time. */
    private static final int MOST_WAITING = 3;

    private final WindowActions actions;
    private final CentreStage centre;
    private final PageFigures kept;
    private final AtomicInteger waiting = new AtomicInteger();

    PagePictures(WindowActions actions, CentreStage centre, PageFigures kept) {
        this.actions = actions;
        this.centre = centre;
        this.kept = kept;
    }

    /** Takes them; they are drawn and kept in the background, but for figures of the window itself. */
    void take(LessonViewModel lesson) {
        Page page = lesson.current();
        Collection<PanelWord> spokenOf = page.lit().isEmpty() ? page.panels() : page.lit();
        List<Supplier<byte[]>> pictures = new ArrayList<>();
        if (spokenOf.contains(PanelWord.INSTRUMENT)) {
            List<FigureCanvas> figures = centre.largestFigures(MOST);
            figures.forEach(figure -> pictures.add(picture(figure)));
            Region shown = centre.instrumentNode();
            if (figures.isEmpty() && shown != null && shown.getScene() != null) {
                pictures.add(picture(shown));
            }
        }
        LabViewModel vm = actions.vm();
        Panels.ALL.stream()
                .filter(Panels.of(spokenOf)::contains)
                .map(panel -> FigureSheets.page(vm, panel, THEME))
                .forEach(sheet -> pictures.add(() -> sheet.png(scale(sheet.width()))));
        String id = lesson.lesson().id();
        if (waiting.get() >= MOST_WAITING) {
            // Pages are turned faster than pictures are drawn, and each of these fills some of the memory.
            keep(id, page.id(), pictures);
            return;
        }
        waiting.incrementAndGet();
        QuietThread.of("page-pictures", () -> {
                    try {
                        keep(id, page.id(), pictures);
                    } finally {
                        waiting.decrementAndGet();
                    }
                })
                .start();
    }

    /** Of a figure that belongs to the window, which is drawn at once and then has its colours again. */
    private Supplier<byte[]> picture(FigureCanvas canvas) {
        FigurePage sheet = FigureSheets.page(
                actions.vm(),
                Figures.title(canvas),
                null,
                canvas.figure(),
                canvas.getWidth() + 2 * FigurePage.PADDING,
                canvas.getHeight() + 2 * FigurePage.PADDING,
                THEME);
        Supplier<byte[]> drawn = sheet.drawn(scale(sheet.width()));
        canvas.setTheme(actions.appearance().chartsProperty().get());
        return drawn;
    }

    /** Of what has no figures, such as badges: as it stands in the window, but on white as all the others. */
    private Supplier<byte[]> picture(Region shown) {
        double height = Math.min(shown.getHeight(), shown.prefHeight(shown.getWidth()));
        double scale = scale(shown.getWidth());
        SnapshotParameters sharp = new SnapshotParameters();
        sharp.setTransform(Transform.scale(scale, scale));
        sharp.setViewport(new Rectangle2D(0, 0, scale * shown.getWidth(), scale * height));
        Theme worn = actions.themeProperty().get();
        if (worn.charts().dark()) {
            Theme.LIGHT.dress(shown.getScene().getRoot());
        }
        Image image = shown.snapshot(sharp, null);
        worn.dress(shown.getScene().getRoot());
        return FigureImages.png(image);
    }

    private static double scale(double width) {
        return Math.min(SCALE, WIDEST / width);
    }

    private void keep(String lesson, String page, List<Supplier<byte[]>> pictures) {
        try {
            kept.keep(lesson, page, pictures.stream().map(Supplier::get).toList());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The pictures of a lesson's page cannot be kept.", e);
        }
    }
}
