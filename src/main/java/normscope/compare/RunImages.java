package normscope.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.image.Image;
import normscope.chart.BoundaryFigure;
import normscope.chart.ChartTheme;
import normscope.chart.FigureImages;
import normscope.chart.LinesFigure;
import normscope.chart.XYFigure;
import normscope.runner.QuietThread;

/** The small pictures of the table, drawn beside the FX thread and kept. On the FX thread. */
final class RunImages implements AutoCloseable {

    static final int LOSS_WIDTH = 46;
    static final int LOSS_HEIGHT = 22;
    static final int SIDE = 24;

    private static final int MOST = 2000;
    private static final double LINE = 0.75;
    private static final float WHOLE = 255;

    private final Map<Key, Images> drawn = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Images> eldest) {
            return size() > MOST;
        }
    };
    private final Map<Key, List<Consumer<Images>>> waiting = new LinkedHashMap<>();
    private final ExecutorService painter =
            Executors.newSingleThreadExecutor(work -> QuietThread.of("run pictures", work));

    /** A run as it was at a step, in a theme. */
    private record Key(String id, long steps, ChartTheme theme) {}

    /** The pictures of a run: the losses of all arms, and one boundary an arm; null where there is none. */
    record Images(Image loss, List<Image> boundaries) {}

    /** Gives a run's pictures, at once if they have been drawn before. */
    void give(KeptRun run, ChartTheme theme, double scale, Consumer<Images> to) {
        Key key = new Key(run.id(), run.steps(), theme);
        Images known = drawn.get(key);
        if (known != null) {
            to.accept(known);
            return;
        }
        List<Consumer<Images>> others = waiting.get(key);
        if (others != null) {
            others.add(to);
            return;
        }
        waiting.put(key, new ArrayList<>(List.of(to)));
        painter.execute(() -> {
            Images images = draw(run, theme, scale);
            Platform.runLater(() -> {
                drawn.put(key, images);
                waiting.remove(key).forEach(each -> each.accept(images));
            });
        });
    }

    private static Images draw(KeptRun run, ChartTheme theme, double scale) {
        ChartTheme small = theme.sized(1e-3, LINE);
        LinesFigure loss = new LinesFigure();
        List<LinesFigure.Line> lines = new ArrayList<>();
        for (int arm = 0; arm < run.arms().size(); arm++) {
            float[] values = run.arms().get(arm).loss();
            double[] x = IntStream.range(0, values.length)
                    .mapToDouble(i -> (double) i * run.steps() / (KeptRun.POINTS - 1))
                    .toArray();
            double[] y = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .toArray();
            lines.add(new LinesFigure.Line("", arm, 0, x, y, y, false));
        }
        loss.setLines(lines, XYFigure.Scale.LOGARITHMIC);
        List<Image> boundaries = new ArrayList<>();
        for (KeptRun.Arm arm : run.arms()) {
            boundaries.add(arm.boundary() == null ? null : boundary(arm.boundary(), scale, small));
        }
        return new Images(
                FigureImages.small(loss, LOSS_WIDTH, LOSS_HEIGHT, scale, small),
                Collections.unmodifiableList(boundaries));
    }

    private static Image boundary(int[] cells, double scale, ChartTheme theme) {
        int n = KeptRun.CELLS;
        float[] probabilities = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            probabilities[i] = cells[i] / WHOLE;
        }
        BoundaryFigure figure = new BoundaryFigure();
        figure.setGrid(new BoundaryFigure.Grid(0, 1, 0, 1, n, probabilities));
        return FigureImages.small(figure, SIDE - 2, SIDE - 2, scale, theme);
    }

    @Override
    public void close() {
        painter.shutdownNow();
    }
}
