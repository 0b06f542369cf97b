package normscope.instrument.answers;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import normscope.data.TrueRule;
import normscope.experiment.Json;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.instrument.Reading;
import normscope.instrument.Replica;
import normscope.instrument.answers.Answers.Judged;
import normscope.nn.Mode;
import normscope.text.Texts;

/** The answers without a window: which fraction is right, by arm, by mode and by what it is judged. */
public final class AnswersRows {

    private AnswersRows() {}

    public static Headless headless(AnswersSettings settings) {
        // By what is judged: one of Judged, or truths.
        List<? extends Enum<?>> judges =
                settings.truths().isEmpty() ? Arrays.asList(Judged.values()) : settings.truths();
        List<Column> columns = judges.stream()
                .flatMap(judge -> Stream.of(Mode.EVAL, Mode.TRAIN).map(mode -> column(judge, mode)))
                .toList();
        return Headless.of(columns, living -> {
            Replica replica = Replica.of(living);
            Answers answers = Answers.of(replica, settings);
            return List.of(
                    row(replica.plainArm(), judges, answers, Reading.WITHOUT, null),
                    row(replica.batchNormArm(), judges, answers, Reading.WITH_EVAL, Reading.WITH_TRAIN));
        });
    }

    private static Column column(Enum<?> judge, Mode mode) {
        String name = Json.name(judge);
        return Column.linear(
                (name + "_" + Json.name(mode)).replace('-', '_'),
                Texts.text(
                        "measured.right",
                        Texts.text((judge instanceof TrueRule ? "truth." : "answers.") + name),
                        mode));
    }

    private static Row row(int arm, List<? extends Enum<?>> judges, Answers answers, Reading eval, Reading train) {
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
