package normscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import normscope.chart.ChartTheme;
import normscope.experiment.Configs;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.ExperimentFile;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.lab.PreparedSelection;
import normscope.lab.PreparedShift;
import normscope.lab.PreparedTrait;
import normscope.lab.PreparedTransform;
import normscope.lab.SettingsLine;
import normscope.panel.Panel;
import normscope.panel.Panels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points that somebody drew are learned, changed, shown, saved and named as those of the program are. */
@Tag("long")
@Timeout(120)
class DrawnDataTest {

    private static final long POLL_NANOS = 1_000_000;

    @TempDir
    private Path folder;

    private static void await(LabViewModel vm, long step) {
        while (vm.transport().stepProperty().get() != step
                || vm.transport().busyProperty().get()
                || vm.evaluation().evaluationProperty().get() == null
                || vm.evaluation().evaluationProperty().get().step() != step) {
            LockSupport.parkNanos(POLL_NANOS);
            vm.pulse();
        }
    }

    private static void step(LabViewModel vm) {
        long next = vm.transport().lastStepProperty().get() + 1;
        vm.transport().step(1);
        await(vm, next);
        Notice notice = vm.noticeProperty().get();
        assertThat(notice == null ? Notice.Kind.INFO : notice.kind()).isEqualTo(Notice.Kind.INFO);
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "2, 60", "3, 60", "4, 60"})
    void everyPanelIsSavedUnderItsName(int classes, int points) throws Exception {
        ExperimentConfig config = Configs.drawn(classes, points);
        try (LabViewModel vm = new LabViewModel(config)) {
            vm.transport().step(10);
            await(vm, 10);
            assertThat(vm.evaluation().points()).hasSize(points);
            FigureFiles files = new FigureFiles(folder);
            for (Panel panel : Panels.ALL) {
                Notice notice = files.save(vm, panel, ChartTheme.LIGHT).join();
                assertThat(notice.kind()).isEqualTo(Notice.Kind.INFO);
                assertThat(Files.readString(folder.resolve("drawn-step-10-" + panel.id(vm) + ".svg")))
                        .contains("Drawn, step 10")
                        .contains("Drawn, " + points + " points");
            }
            assertThat(SettingsLine.of(vm)).startsWith("Drawn · 2-6-4-5-" + (classes == 2 ? 1 : classes) + " ");
            assertThat(ExperimentFile.fromCopy(vm.file().toText()).config()).isEqualTo(config);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 4", "3, 60", "4, 60"})
    void everyChangeOfTheShiftLabWorks(int classes, int points) {
        try (LabViewModel vm = new LabViewModel(Configs.drawn(classes, points))) {
            PreparedShift shift = new PreparedShift(vm);
            step(vm);
            for (PreparedTransform.Kind kind :
                    PreparedTransform.offered(vm.configProperty().get().data())) {
                shift.familyProperty().set(PreparedShift.Family.TRANSFORM);
                shift.transform().kindProperty().set(kind);
                shift.apply(false);
                step(vm);
            }
            shift.familyProperty().set(PreparedShift.Family.SELECTION);
            for (PreparedSelection.Which which :
                    PreparedSelection.offered(vm.configProperty().get().data())) {
                shift.selection().whichProperty().set(which);
                for (PreparedTrait.By by :
                        PreparedTrait.offered(vm.configProperty().get().data())) {
                    shift.selection().trait().byProperty().set(by);
                    shift.apply(false);
                    step(vm);
                }
            }
            for (PreparedShift.Family family :
                    new PreparedShift.Family[] {PreparedShift.Family.RULE, PreparedShift.Family.KICK}) {
                shift.familyProperty().set(family);
                shift.apply(false);
                step(vm);
            }
            assertThat(vm.events()).hasSizeGreaterThan(8);
        }
    }
}
