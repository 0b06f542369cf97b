package normscope.instrument.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import normscope.chart.Figure;
import normscope.chart.HeatMapFigure;
import normscope.experiment.ExperimentConfig;
import normscope.instrument.sweep.SweepSettings.Metric;
import normscope.sweep.Setting;
import normscope.sweep.Sweep;
import normscope.sweep.SweepResult;
import normscope.sweep.SweepResult.Shown;
import normscope.sweep.SweepRun;
import org.junit.jupiter.api.Test;

class SweepFiguresTest {

    private static final Shown SHOWN = new Shown(0, 0);

    /** Accuracies 50 + 5 x + 20 y + arm; the last place's runs diverge, or are not made. */
    private static SweepResult result(boolean whole) {
        Sweep sweep = new SweepDraft(
                        Setting.LEARNING_RATE, "0.1, 1, 10", Setting.BATCH_SIZE, "2, 8", 2, 5, Metric.TEST_ACCURACY)
                .of(ExperimentConfig.defaults());
        List<SweepRun> runs = new ArrayList<>();
        for (int run = 0; run < sweep.runs() - (whole ? 0 : 1); run++) {
            double value = 50 + 5 * sweep.x(run) + 20 * sweep.y(run);
            long at = run >= sweep.runs() - 2 && whole ? 3 : SweepRun.NOT_DIVERGED;
            runs.add(new SweepRun(run, new long[] {at, SweepRun.NOT_DIVERGED}, new double[][][] {{{value}, {value + 1}}
            }));
        }
        return SweepResult.none(sweep).with(runs);
    }

    private static void draw(Figure figure) {
        BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        figure.draw(g, 320, 180);
        g.dispose();
    }

    @Test
    void twoSettingsMakeAMapAnArmAndTheirDifference() {
        List<Figure> maps = SweepFigures.of(result(true), SHOWN);

        assertThat(maps).hasSize(3).allMatch(HeatMapFigure.class::isInstance);
        assertThat(maps.get(0).summary())
                .contains("Without batch norm, rate\u00a00.1, batch\u00a02: 50.0 ± 0.0.")
                .contains("Without batch norm, rate\u00a010, batch\u00a08; 2 of 2 seeds diverged.");
        assertThat(maps.get(1).summary()).contains("With batch norm, rate\u00a010, batch\u00a08: 81.0 ± 0.0.");
        assertThat(maps.get(2).summary())
                .contains(" rate\u00a00.1, batch\u00a02: +1.0.")
                .doesNotContain("10, batch\u00a08");
    }

    @Test
    void aCellThatIsUnderWayTellsHowManyOfItsRunsAreMade() {
        assertThat(SweepFigures.of(result(false), SHOWN).get(0).summary())
                .contains("rate\u00a010, batch\u00a08: 80.0.");
    }

    @Test
    void everyCellIsFoundWhereItIsDrawn() {
        HeatMapFigure map = (HeatMapFigure) SweepFigures.of(result(true), SHOWN).get(0);
        assertThat(map.placeAt(10, 10)).isNull();
        draw(map);
        Set<HeatMapFigure.Place> found = new LinkedHashSet<>();
        for (int y = 0; y < 180; y += 3) {
            for (int x = 0; x < 320; x += 3) {
                if (map.placeAt(x, y) != null) {
                    found.add(map.placeAt(x, y));
                    assertThat(map.describe(x, y)).isNotBlank();
                }
            }
        }

        assertThat(found).hasSize(6).startsWith(new HeatMapFigure.Place(0, 1));
        assertThat(map.describe(1, 1)).isNull();
    }

    @Test
    void linesOfTwoSettingsLieInOnePicture() {
        OverlayFigure overlay = new OverlayFigure(List.of(result(true)), SHOWN);
        draw(overlay);

        assertThat(overlay.summary()).contains("learning rate");
        assertThat(overlay.numbers().columns()).startsWith("line", "learning rate");
        assertThat(overlay.numbers().rows())
                .hasSize(2 * 6)
                .allSatisfy(row -> assertThat(row.get(0)).isNotBlank());
        assertThat(maps()).hasSize(6).anyMatch(row -> row.equals(List.of("2", "0.1", "50")));
    }

    private static List<List<String>> maps() {
        return SweepFigures.of(result(true), SHOWN).get(0).numbers().rows();
    }
}
