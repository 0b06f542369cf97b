package normscope.shell;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which controls of a window are out of the way. A class's screen has its own, of which none are. */
public final class HiddenControls {

    private final ReadOnlyObjectWrapper<Set<Hideable>> hidden = new ReadOnlyObjectWrapper<>(this, "hidden", Set.of());

    /** Hides these, and shows all others. */
    public void set(Collection<Hideable> controls) {
        hidden.set(controls.isEmpty() ? Set.of() : EnumSet.copyOf(controls));
    }

    /** Shows all. */
    public void clear() {
        set(Set.of());
    }

    /** Those that are hidden. */
    public ReadOnlyObjectProperty<Set<Hideable>> hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /** {@return whether a control is shown, always anew} */
    public BooleanBinding shows(Hideable control) {
        return Bindings.createBooleanBinding(() -> !hidden.get().contains(control), hidden);
    }

    /** {@return whether any is hidden, always anew} */
    public BooleanBinding any() {
        return Bindings.createBooleanBinding(() -> !hidden.get().isEmpty(), hidden);
    }
}
