package normscope.cli;

/** A fixture that cannot be replayed. The message is one sentence that begins with the field or the file. */
final class InvalidFixtureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidFixtureException(String field, String problem) {
        super(field + " " + problem);
    }
}
