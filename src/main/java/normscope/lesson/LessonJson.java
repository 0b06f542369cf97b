package normscope.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import normscope.experiment.Json;
import normscope.instrument.InstrumentKind;
import normscope.instrument.quantity.InstrumentQuantity;
import normscope.instrument.quantity.Quantity;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** The reader and writer of what lesson files hold. */
final class LessonJson {

    /** Everything that can be measured. */
    static final List<Class<? extends Quantity>> QUANTITIES = quantities();

    /** Knows the instruments and the quantities. */
    static final Json JSON =
            Json.PLAIN.with(kinds(), new SimpleModule("lesson").addDeserializer(Action.class, new ActionReader()));

    private LessonJson() {}

    private static List<Class<? extends Quantity>> quantities() {
        List<Class<? extends Quantity>> all = new ArrayList<>(InstrumentQuantity.ALL);
        permitted(Quantity.OfRun.class).forEach(all::add);
        return List.copyOf(all);
    }

    private static <T> Stream<Class<? extends T>> permitted(Class<? extends T> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses())
                        .<Class<? extends T>>map(each -> each.asSubclass(kind))
                        .flatMap(LessonJson::permitted)
                : Stream.of(kind);
    }

    private static List<NamedType> kinds() {
        List<NamedType> kinds = new ArrayList<>();
        for (InstrumentKind kind : InstrumentKind.values()) {
            kinds.add(new NamedType(kind.settings(), kind.id()));
        }
        QUANTITIES.forEach(kind -> kinds.add(new NamedType(kind)));
        return kinds;
    }
}
