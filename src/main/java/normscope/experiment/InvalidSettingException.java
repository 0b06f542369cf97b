package normscope.experiment;

/** A setting has a value that it cannot have. The message is one sentence for the user that names the field. */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String field;

    /**
     * Says which field is wrong and why.
     *
     * @param field the field as it is called in the file, e.g. {@code training.learningRate}
     * @param problem the rest of the sentence, e.g. "must be more than 0, not -1."
     */
    public InvalidSettingException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    /**
     * The field's name.
     *
     * @return the path of the field in the file
     */
    public String field() {
        return field;
    }
}
