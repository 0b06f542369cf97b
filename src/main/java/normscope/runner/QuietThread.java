package normscope.runner;

/** Makes threads that leave a core that the window needs to the window, and the program free to end. */
public final class QuietThread {

    private QuietThread() {}

    /**
     * {@return a thread of the lowest priority, not started yet. On Linux priorities hold only where Java is told so
     * (decision 0032)}
     */
    public static Thread of(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
