package normscope.instrument.answers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import normscope.data.TrueRule;
import normscope.experiment.Experiment;
import normscope.experiment.Json;
import normscope.instrument.Headless;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.instrument.answers.Answers.Judged;
import normscope.nn.Mode;
import normscope.text.Texts;

/** The answers without a window: which fraction is right, by arm, by mode and by what it is judged. */
public final class AnswersRows implements Headless {

    private final AnswersSettings settings;

    /** By what is judged: one of {@link Judged}, or truths. */
    private final List<? extends Enum<?>> judges;

    private AnswersRows(AnswersSettings settings) {
        this.settings = settings;
        judges = settings.truths().isEmpty() ? Arrays.asList(Judged.values()) : settings.truths();
    }

    public static Headless headless(AnswersSettings settings) {
        return new AnswersRows(settings);
    }

    @Override
    public List<Column> columns() {
        return judges.stream()
                .flatMap(judge -> {
                    String kind = judge instanceof TrueRule ? "truth." : "answers.";
                    String name = Json.name(judge);
                    return Stream.of(Mode.EVAL, Mode.TRAIN)
                            .map(mode -> Column.linear(
                                    (name + "_" + Json.name(mode)).replace('-', '_'),
                                    Texts.text("measured.right", Texts.text(kind + name), mode)));
                })
                .toList();
    }

    @Override
    public List<Row> at(Experiment living) {
        Replica replica = Replica.of(living);
        Answers answers = Answers.of(replica, settings);
        return List.of(
                row(replica.plainArm(), answers, Reading.WITHOUT, null),
                row(replica.batchNormArm(), answers, Reading.WITH_EVAL, Reading.WITH_TRAIN));
    }

    private Row row(int arm, Answers answers, Reading eval, Reading train) {
        return new Row(
                arm,
                -1,
                judges.stream()
                        .flatMapToDouble(
                                judge -> DoubleStream.of(right(answers, judge, eval), right(answers, judge, train)))
                        .toArray());
    }

    private static double right(Answers answers, Enum<?> judge, Reading reading) {
        return answers.rows().stream()
                .filter(row -> reading != null && (judge == row.truth() || row.truth() == null && judge == row.of()))
                .mapToDouble(row -> row.right().get(reading))
                .findFirst()
                .orElse(Double.NaN);
    }
}
