package normscope.experiment;

import java.util.Locale;

/** A setting has a value that it cannot have. The message is one sentence for the user that names the field. */
public final class InvalidSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** What is wrong if it is no single field. */
    static final String WHOLE_FILE = "The file";

    private final String field;
    private final String problem;

    /**
     * Says which field is wrong and why.
     *
     * @param field the field as it is called in the file, e.g. {@code training.learningRate}; empty for the whole
     *     object
     * @param problem the rest of the sentence, e.g. "must be more than 0, not -1."; a format if values follow
     */
    public InvalidSettingException(String field, String problem, Object... values) {
        this.field = field;
        this.problem = values.length == 0 ? problem : String.format(Locale.ROOT, problem, values);
    }

    @Override
    public String getMessage() {
        return field.isEmpty() ? problem : field + " " + problem;
    }

    public String field() {
        return field;
    }

    public String problem() {
        return problem;
    }

    /** The same about a field of a larger object, by its path in the file; empty for the whole. */
    public InvalidSettingException within(String path) {
        if (path.isEmpty()) {
            return this;
        }
        String rest = field.equals(WHOLE_FILE) ? "" : field;
        return new InvalidSettingException(path + (rest.isEmpty() || rest.startsWith("[") ? "" : ".") + rest, problem);
    }
}
