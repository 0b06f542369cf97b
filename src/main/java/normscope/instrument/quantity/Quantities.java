package normscope.instrument.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Json;
import normscope.instrument.InstrumentKind;
import normscope.sweep.Measurable;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** Everything that can be measured. */
public final class Quantities {

    public static final List<Class<? extends Quantity>> ALL = all();

    private static final Json JSON = Json.PLAIN.with(
            Stream.concat(kinds().stream(), InstrumentKind.kinds().stream()).toList(), new SimpleModule("quantities"));

    /** Reads a quantity as lessons have it. */
    public static final Measurable.Reader READER =
            (json, config) -> JSON.bind(json, Quantity.class).on(config, null);

    private Quantities() {}

    private static List<Class<? extends Quantity>> all() {
        List<Class<? extends Quantity>> all = new ArrayList<>(InstrumentQuantity.ALL);
        permitted(Quantity.OfRun.class).forEach(all::add);
        return List.copyOf(all);
    }

    private static <T> Stream<Class<? extends T>> permitted(Class<? extends T> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses())
                        .<Class<? extends T>>map(each -> each.asSubclass(kind))
                        .flatMap(Quantities::permitted)
                : Stream.of(kind);
    }

    /** {@return the kinds for a reader of JSON} */
    public static List<NamedType> kinds() {
        return ALL.stream().map(NamedType::new).toList();
    }
}
