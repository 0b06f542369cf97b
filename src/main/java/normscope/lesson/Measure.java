package normscope.lesson;

import java.math.BigDecimal;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import normscope.experiment.Check;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.instrument.quantity.Quantity;
import normscope.text.Numbers;

/**
 * A number with a name: texts and claims ask for it.
 *
 * @param name unique on its page
 * @param format how it is written, for one number, as {@link String#format} takes it; with {@code %s} as short as it is
 *     exact; with two decimals if not given
 */
public record Measure(
        String name,
        @Json.Inline Quantity quantity,
        @Json.MayBeAbsent String format) {

    private static final Pattern POWER = Pattern.compile("(-?\\d+(?:\\.\\d+)?)e([+-]\\d+)");
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public Measure {
        Page.checkName("name", name);
        Check.that(!TextCheck.SPANS.contains(name), "name", "\"%s\" is a colour in texts; choose another.", name);
        format = format == null ? "%.2f" : format;
        try {
            String one = String.format(Locale.ROOT, format, 1.0);
            boolean shows = !one.equals(String.format(Locale.ROOT, format, 2.0));
            Check.that(shows, "format", "must show the number, as \"%.2f\" does.");
        } catch (IllegalFormatException e) {
            throw new InvalidSettingException("format", "must be a format for one number, such as \"%.2f\".");
        }
    }

    /**
     * The number as texts have it: typeset, with powers of ten, and groups of three parted by a space; a sign where
     * there is no such number or no end to it.
     */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        Object number = format.contains("%s")
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : value;
        String text = String.format(Locale.ROOT, format, number).replace(',', Numbers.GROUP);
        return POWER.matcher(text).replaceAll(Measure::power).replaceAll("(?<![\\w.])-(?=[\\d.])", "−");
    }

    private static String power(MatchResult number) {
        String mantissa = number.group(1);
        if (Double.parseDouble(mantissa) == 0) {
            return "0";
        }
        StringBuilder power = new StringBuilder(mantissa)
                .append(Numbers.GROUP)
                .append("×")
                .append(Numbers.GROUP)
                .append("10");
        String exponent = Integer.toString(Integer.parseInt(number.group(2)));
        exponent.chars().forEach(c -> power.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0')));
        return power.toString();
    }
}
