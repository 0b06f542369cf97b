package normscope.present;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What lies over the picture: a list to choose from by number, arrows, mouse, or by a clicker, or the keys. One entry
 * of a list is marked.
 */
public final class Choice {

    /** What there is to choose from. */
    public enum Kind {
        /** Nothing: the picture is free. */
        NONE,
        /** The scripts. */
        SCRIPTS,
        /** The cues of the script. */
        CUES,
        /** Nothing: the keys are listed. */
        KEYS
    }

    /** One entry: its node's id, its key's number, what is chosen, more about it (may be empty), what choosing does. */
    record Entry(String id, int key, String title, String line, Runnable chosen) {}

    private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(this, "kind", Kind.NONE);
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper(this, "marked");
    private List<Entry> entries = List.of();

    Choice() {}

    /** What there is to choose from: never null. */
    public ReadOnlyObjectProperty<Kind> kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /** The entry that is marked: from 0. */
    public ReadOnlyIntegerProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /** Whether something lies over the picture. */
    public boolean isOpen() {
        return kind.get() != Kind.NONE;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Opens a list, or closes it if it is open. */
    void toggle(Kind wanted, List<Entry> offered, int mark) {
        entries = offered;
        marked.set(mark);
        kind.set(kind.get() == wanted ? Kind.NONE : wanted);
    }

    /** Gives the picture free. */
    public void close() {
        kind.set(Kind.NONE);
    }

    /** Marks a neighbour; after the last entry comes the first one. */
    public void mark(int by) {
        if (!entries.isEmpty()) {
            marked.set(Math.floorMod(marked.get() + by, entries.size()));
        }
    }

    /** Chooses the marked entry; the keys are only closed. */
    public void choose() {
        List<Entry> offered = entries;
        close();
        if (marked.get() < offered.size()) {
            offered.get(marked.get()).chosen().run();
        }
    }

    /** Chooses the entry of a number, if there is one. */
    void press(int key) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key() == key) {
                marked.set(i);
                choose();
                return;
            }
        }
    }
}
