package normscope.lesson.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import normscope.instrument.PageInstrument;
import normscope.lab.LabViewModel;
import normscope.lesson.Measure;
import normscope.runner.RunStatus;

/**
 * The numbers of a lesson's page on their way: first its instrument comes up to the present moment, so that result and
 * panel say the same; then it is read, and the running experiment is asked for what it does not know.
 */
final class PageMeasuring {

    private final LabViewModel lab;
    private final List<Measure> measures;
    private CompletableFuture<Map<String, Double>> answer;

    PageMeasuring(LabViewModel lab, PageInstrument instrument, List<Measure> measures) {
        this.lab = lab;
        this.measures = measures;
        instrument.refresh();
    }

    /** The numbers by name; null as long as they are not there. Asked once a frame. */
    Map<String, Double> measured(PageInstrument instrument) {
        if (answer == null && !instrument.isBusy()) {
            answer = ask(instrument);
        }
        if (answer == null || !answer.isDone()) {
            return null;
        }
        return answer.isCompletedExceptionally() ? Map.of() : answer.join();
    }

    private CompletableFuture<Map<String, Double>> ask(PageInstrument instrument) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<Measure> others = new ArrayList<>();
        for (Measure measure : measures) {
            OptionalDouble read = instrument.read(measure.quantity());
            read.ifPresentOrElse(value -> values.put(measure.name(), value), () -> others.add(measure));
        }
        if (others.isEmpty()) {
            return CompletableFuture.completedFuture(values);
        }
        return lab.runner().ask(session -> {
            for (Measure measure : others) {
                values.put(measure.name(), measure.quantity().measure(session.experiment(), session.history()));
            }
            return values;
        });
    }

    /** {@return what tells one moment of an experiment from another} */
    static List<Object> moment(LabViewModel lab) {
        RunStatus status = lab.runner().status();
        return List.of(
                status.config(),
                status.snapshot().learningRate(),
                lab.transport().stepProperty().get(),
                status.history().events());
    }
}
