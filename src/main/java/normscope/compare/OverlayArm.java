package normscope.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import normscope.text.Texts;

/**
 * An arm of a run in the figures of several.
 *
 * @param arm from 0; it has the colour
 * @param variant counts the chosen arms of that colour, from 0; it has the dash and the shade
 * @param curves what figures show of its run; null until that is read
 */
record OverlayArm(RunRow row, int arm, int variant, String label, RunCurves curves) {

    /** The most differences that a label tells. */
    private static final int MOST_TOLD = 2;

    /** Which arm, from 0, of which run. */
    record Tick(String id, int arm) {}

    /** {@return the step at which it left the finite numbers, or null} */
    Long divergedAt() {
        return row.run().arms().get(arm).divergedAt();
    }

    /** Names and styles the chosen arms: each by its normalizer and what else sets it apart from the others. */
    static List<OverlayArm> of(List<RunRow> rows, List<Integer> arms, Map<String, RunCurves> curves) {
        List<Settings> settings = rows.stream().map(RunRow::settings).toList();
        List<String> differing = Settings.differing(settings, arms).stream()
                .filter(path -> !path.equals(Settings.NORMALIZERS) && !path.equals(Settings.STEPS))
                .limit(MOST_TOLD)
                .toList();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder label = new StringBuilder(rows.get(i).armName(arms.get(i)));
            for (String path : differing) {
                if (isUsual(path, i, settings, arms)) {
                    continue;
                }
                label.append(", ")
                        .append(Settings.label(path))
                        .append(' ')
                        .append(Settings.said(settings.get(i).of(path, arms.get(i))));
            }
            Long diverged = rows.get(i).run().arms().get(arms.get(i)).divergedAt();
            if (diverged != null) {
                label.append(", ").append(Texts.text("compare.diverged.named", diverged));
            }
            labels.add(label.toString());
        }
        Map<Integer, Integer> seen = new HashMap<>();
        List<OverlayArm> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String label = labels.get(i);
            boolean alone = labels.stream().filter(label::equals).count() == 1;
            int variant = seen.merge(arms.get(i), 1, Integer::sum) - 1;
            result.add(new OverlayArm(
                    rows.get(i),
                    arms.get(i),
                    variant,
                    alone ? label : label + ", " + rows.get(i).name(),
                    curves.get(rows.get(i).run().id())));
        }
        return List.copyOf(result);
    }

    /** Whether most of the chosen arms have this one's value of a setting. */
    private static boolean isUsual(String path, int of, List<Settings> settings, List<Integer> arms) {
        String own = settings.get(of).of(path, arms.get(of));
        long alike = IntStream.range(0, arms.size())
                .filter(i -> Objects.equals(own, settings.get(i).of(path, arms.get(i))))
                .count();
        return 2 * alike > arms.size();
    }
}
