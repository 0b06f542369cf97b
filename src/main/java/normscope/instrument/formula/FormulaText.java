package normscope.instrument.formula;

/**
 * A formula as it is shown.
 *
 * @param id names the words that go with it: formula.row.ID and formula.row.ID.spoken
 * @param symbols the formula in TeX
 * @param numbers its right side in TeX, with numbers in the place of the symbols
 * @param result what comes out, as the network itself has computed it; null where that is no one number
 */
public record FormulaText(String id, String symbols, String numbers, Double result) {

    /** {@return the same with the limits of sums beside them, where there is less height} */
    public FormulaText low() {
        return new FormulaText(id, symbols.replace("\\sum", "\\textstyle\\sum\\nolimits"), numbers, result);
    }
}
