package normscope.shell;

/** What of the window may be out of the way of whoever gets a pack. */
public enum Hideable {
    /** The experiment's settings, at the left of the Lab. */
    SETTINGS,
    /** The menu of instruments. */
    INSTRUMENTS,
    /** The choice between Lessons, Lab and Compare. */
    MODES,
    /** The button that opens the class's screen. */
    PRESENT,
    /** The timeline at the bottom. */
    TIMELINE,
    /** How fast it plays. */
    SPEED
}
