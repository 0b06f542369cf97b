package normscope.data.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import normscope.data.table.TableFormat.Decimal;

/**
 * A column of a table, as far as it has been looked at.
 *
 * @param name of its own: as the header has it, with a number if another has it too, or "column 3"
 * @param numeric whether almost every value is a number: of another one somebody has to know
 * @param values the different values in their order, at most {@value #MOST_VALUES}
 * @param counted whether it only counts the rows
 */
public record TableColumn(
        String name, boolean numeric, List<String> values, boolean counted, int present, int missing) {

    /** One more than there may be classes. */
    static final int MOST_VALUES = TableReader.MAX_CLASSES + 1;

    private static final double MOST_NUMBERS = 0.9;

    /** In fewer rows, numbers one after another may be measurements. */
    private static final int LEAST_COUNT = 8;

    private static final int LONGEST_NAME = 60;

    /** Whether it seems to have classes: few different values, which come again, in most rows. */
    boolean hasClasses() {
        return values.size() >= 2 && values.size() < MOST_VALUES && present >= 2 * values.size() && isMostlyThere();
    }

    /** Whether few rows would be lost for want of a value. */
    boolean isMostlyThere() {
        return missing <= present;
    }

    static List<String> names(List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int column = 0; column < header.size(); column++) {
            String given =
                    header.get(column).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            String name = given.isEmpty()
                    ? String.format(Locale.ROOT, "column %d", column + 1)
                    : given.substring(0, Math.min(given.length(), LONGEST_NAME));
            String free = name;
            for (int number = 2; !taken.add(free); number++) {
                free = String.format(Locale.ROOT, "%s (%d)", name, number);
            }
            names.add(free);
        }
        return List.copyOf(names);
    }

    /** Looks at a column of rows, of which some may be too short. */
    static TableColumn of(String name, int column, List<List<String>> rows, Decimal decimal) {
        Set<String> values = new LinkedHashSet<>();
        int numbers = 0;
        boolean counts = true;
        double last = Double.NaN;
        int present = 0;
        int missing = 0;
        for (List<String> row : rows) {
            if (column >= row.size() || Cell.isMissing(row.get(column))) {
                missing++;
                continue;
            }
            String cell = row.get(column);
            double number = Cell.number(cell, decimal);
            numbers += Double.isNaN(number) ? 0 : 1;
            counts &= present == 0 ? number == 0 || number == 1 : Double.compare(number, last + 1) == 0;
            last = number;
            present++;
            if (values.size() < MOST_VALUES) {
                values.add(cell);
            }
        }
        return new TableColumn(
                name,
                present > 0 && numbers >= MOST_NUMBERS * present,
                List.copyOf(values),
                counts && present >= LEAST_COUNT,
                present,
                missing);
    }
}
