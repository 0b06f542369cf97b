package normscope.instrument.proofs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import normscope.experiment.Check;
import normscope.experiment.InstrumentSettings;
import normscope.experiment.InvalidSettingException;

/**
 * Which badges are shown.
 *
 * @param badges at least one, each once, in the order of the panel
 */
public record BadgesSettings(List<Badge> badges) implements InstrumentSettings {

    public BadgesSettings {
        Check.present("badges", badges);
        Check.within("badges: the number of badges", badges.size(), 1, Badge.values().length);
        for (int i = 0; i < badges.size(); i++) {
            Check.present(String.format(Locale.ROOT, "badges[%d]", i), badges.get(i));
            if (badges.indexOf(badges.get(i)) < i) {
                throw new InvalidSettingException(String.format(Locale.ROOT, "badges[%d]", i), "is there already.");
            }
        }
        badges = List.copyOf(badges);
    }

    public static BadgesSettings defaults() {
        return new BadgesSettings(Arrays.asList(Badge.values()));
    }
}
