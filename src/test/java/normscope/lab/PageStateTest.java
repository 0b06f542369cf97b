package normscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import normscope.LongRun;
import normscope.experiment.LayerSnapshot;
import normscope.experiment.Quantity;
import normscope.experiment.Snapshot;
import normscope.lesson.Action;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.Page;
import normscope.lesson.page.LessonViewModel;
import normscope.lesson.page.LessonViewModel.Phase;
import normscope.lesson.page.LessonsViewModel;
import normscope.lesson.page.ProgressStore;
import normscope.runner.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of every lesson and every cue of every script begins with a state that nothing before it can change. */
class PageStateTest {

    private static final Set<Phase> AT_REST = Set.of(Phase.ASKING, Phase.READY, Phase.DONE);

    private final LessonsViewModel lessons =
            new LessonsViewModel(() -> Lessons.builtIn(Locale.ENGLISH), ProgressStore.NONE);
    private LessonViewModel lesson;
    private LabViewModel lab;

    @AfterEach
    void close() {
        lessons.close();
    }

    static Stream<Lesson> all() throws LessonException {
        List<Lesson> all = new ArrayList<>(Lessons.builtIn(Locale.ENGLISH));
        all.addAll(Lessons.scripts(Locale.ENGLISH));
        // By default those with most kinds of pages: networks and changes of the data.
        return LongRun.cases(
                2,
                Stream.of(all.subList(2, 3), all.subList(4, 5), all)
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
    }

    private void open(Lesson chosen) {
        lessons.startOver(chosen);
        lesson = lessons.lessonProperty().get();
        lab = lessons.experiment();
    }

    private void awaitRest() {
        Await.until("the page", () -> {
            lessons.pulse();
            return AT_REST.contains(lesson.phaseProperty().get());
        });
        // One frame more, for what the beginning of the page has asked to be shown.
        lessons.pulse();
    }

    /** Answers and acts, as quickly as the networks can. */
    private void act() {
        if (lesson.phaseProperty().get() == Phase.ASKING) {
            lesson.answer(0);
        }
        lesson.act();
        Await.until("the page's end", () -> {
            lab.transport().speedProperty().set(Double.POSITIVE_INFINITY);
            lessons.pulse();
            return lesson.phaseProperty().get() == Phase.DONE;
        });
    }

    /** Chooses another value for whatever can be chosen. */
    private void meddle() {
        LayersViewModel layers = lab.layers();
        layers.oneUnitProperty().set(!layers.oneUnitProperty().get());
        layers.unitProperty().set(layers.unitProperty().get() + 1);
        layers.afterProperty().set(layers.afterProperty().get() == Quantity.A ? Quantity.Z : Quantity.A);
        layers.densityProperty().set(!layers.densityProperty().get());
        lab.curves().logAxisProperty().set(!lab.curves().logAxisProperty().get());
        lab.curves()
                .showAccuracyProperty()
                .set(!lab.curves().showAccuracyProperty().get());
        lab.curves().bandLayerProperty().set(0);
        lab.transport().speedProperty().set(7);
        lessons.pulse();
        if (layers.pinnedProperty().get() && layers.pinnedStepProperty().get() != shown().step()) {
            layers.unpin();
        } else {
            layers.pin();
        }
        lessons.pulse();
    }

    private Snapshot shown() {
        return lab.runner().ask(session -> session.experiment().snapshot()).join();
    }

    /** What a page shows, and the way it shows it. */
    private List<Object> state() {
        LayersViewModel layers = lab.layers();
        List<Object> state = new ArrayList<>(List.of(
                "one unit " + layers.oneUnitProperty().get(),
                "unit " + layers.unitProperty().get(),
                layers.afterProperty().get(),
                "density " + layers.densityProperty().get(),
                "log " + lab.curves().logAxisProperty().get(),
                "accuracy " + lab.curves().showAccuracyProperty().get(),
                "bands of " + lab.curves().bandLayerProperty().get(),
                "speed " + lab.transport().speedProperty().get(),
                "outlines of " + layers.pinnedStepProperty().get() + values(layers.pinnedSnapshot()),
                "moment " + lab.transport().stepProperty().get() + values(shown())));
        for (int layer = 0; layer < layers.layerCountProperty().get(); layer++) {
            state.add(String.format(
                    Locale.ROOT, "axis %d to %s", layer, layers.row(layer).axisMax()));
        }
        return state;
    }

    private static String values(Snapshot snapshot) {
        if (snapshot == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (int arm = 0; arm < snapshot.arms().size(); arm++) {
            for (LayerSnapshot layer : snapshot.arm(arm).layers()) {
                double[] values = new double[LayerSnapshot.MAX_VALUES];
                int n = layer.values(Quantity.Z, values);
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += (i + 1) * values[i];
                }
                text.append(' ').append(sum);
            }
        }
        return text.toString();
    }

    private static boolean asksForOneUnit(Page page) {
        return page.enter().stream()
                .anyMatch(action -> action instanceof Action.Show show && Boolean.TRUE.equals(show.oneUnit()));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("all")
    @Tag("long")
    void aPageBeginsTheSameForwardsAndBackwardsWhateverWasDone(Lesson chosen) {
        open(chosen);
        List<List<Object>> forwards = new ArrayList<>();
        for (int page = 0; page < chosen.pages().size(); page++) {
            awaitRest();
            forwards.add(state());
            assertThat(lab.layers().oneUnitProperty().get())
                    .as("one unit on page %d", page + 1)
                    .isEqualTo(asksForOneUnit(chosen.pages().get(page)));
            if (!lesson.current().startsInstrument()) {
                // Without a panel, a sweep would be run by the measure.
                act();
            }
            meddle();
            lesson.next();
        }
        for (int page = chosen.pages().size() - 1; page >= 0; page--) {
            awaitRest();
            meddle();
            lesson.back();
            awaitRest();
            assertThat(state()).as("page %d", page + 1).isEqualTo(forwards.get(page));
        }
    }

    @Test
    void outlinesThatTheUserHasMadeAtTheSameStepDoNotLast() throws LessonException {
        open(Lessons.scripts(Locale.ENGLISH).get(0));
        lesson.goTo(3);
        awaitRest();
        String outlines = values(lab.layers().pinnedSnapshot());
        lab.layers().pin();
        assertThat(values(lab.layers().pinnedSnapshot())).isNotEqualTo(outlines);

        act();
        lesson.next();
        awaitRest();

        assertThat(values(lab.layers().pinnedSnapshot())).isEqualTo(outlines);
    }
}
