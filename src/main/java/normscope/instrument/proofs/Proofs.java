package normscope.instrument.proofs;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import normscope.instrument.Headless;
import normscope.instrument.Headless.Column;
import normscope.instrument.Headless.Row;
import normscope.instrument.Replica;
import normscope.text.Texts;

/**
 * All badges at one moment.
 *
 * @param batchSize examples of its mini-batch
 * @param proofs one a badge, in the order asked for
 */
public record Proofs(long step, int batchSize, List<Proof> proofs) {

    public Proofs {
        proofs = List.copyOf(proofs);
    }

    /** {@return one check; refuses one that was not measured} */
    public Finding finding(Finding.Item item) {
        return findings(item)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(item + " was not measured at step " + step + "."));
    }

    /** {@return the numbers of badges: of the arm with batch normalization, and of the other where there are any} */
    public static Headless headless(BadgesSettings settings) {
        List<Finding.Item> items = settings.badges().stream()
                .flatMap(badge -> badge.items().stream())
                .toList();
        List<Column> columns = items.stream()
                .map(item -> Column.linear(item.name().toLowerCase(Locale.ROOT), Texts.text("badges.item." + item)))
                .toList();
        return Headless.of(columns, living -> {
            Replica replica = Replica.of(living);
            Proofs proofs = new ProofChecks(replica).run(settings.badges());
            return List.of(
                    new Row(replica.plainArm(), -1, proofs.values(items, Finding::contrast)),
                    new Row(replica.batchNormArm(), -1, proofs.values(items, Finding::measured)));
        });
    }

    /** One number of each finding; NaN where a property does not apply. */
    private double[] values(List<Finding.Item> items, ToDoubleFunction<Finding> of) {
        return items.stream().mapToDouble(item -> value(item, of)).toArray();
    }

    /** {@return one number of a finding; NaN where the property does not apply} */
    public double value(Finding.Item item, ToDoubleFunction<Finding> of) {
        return findings(item).mapToDouble(of).findFirst().orElse(Double.NaN);
    }

    private Stream<Finding> findings(Finding.Item item) {
        return proofs.stream().flatMap(proof -> proof.findings().stream()).filter(finding -> finding.item() == item);
    }
}
