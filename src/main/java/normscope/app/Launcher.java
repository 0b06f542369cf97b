package normscope.app;

/** The entry point of the program. */
public final class Launcher {

    private Launcher() {}

    /**
     * Starts the program.
     *
     * @param args the command line; empty opens the window
     */
    public static void main(String[] args) {
        System.out.println("NormScope");
    }
}
