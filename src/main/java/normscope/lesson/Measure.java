package normscope.lesson;

import java.util.Locale;

/**
 * A number with a name: texts and claims ask for it.
 *
 * @param name unique on its page
 * @param quantity what is measured
 * @param format how it is written, for one number, as {@link String#format} takes it
 */
public record Measure(String name, Quantity quantity, String format) {

    /**
     * The number as texts have it.
     *
     * @param value what was measured
     * @return formatted; a sign where there is no such number or no end to it
     */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String text = String.format(Locale.ROOT, format, value);
        return text.replaceAll("(?<![\\w.])-(?=[\\d.])", "−");
    }
}
