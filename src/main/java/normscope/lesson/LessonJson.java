package normscope.lesson;

import java.util.ArrayList;
import java.util.List;
import normscope.experiment.Json;
import normscope.instrument.InstrumentKind;
import normscope.instrument.quantity.Quantities;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/** The reader and writer of what lesson files hold. */
final class LessonJson {

    /** Knows the instruments and the quantities. */
    static final Json JSON =
            Json.PLAIN.with(kinds(), new SimpleModule("lesson").addDeserializer(Action.class, new ActionReader()));

    private LessonJson() {}

    private static List<NamedType> kinds() {
        List<NamedType> kinds = new ArrayList<>(Quantities.kinds());
        kinds.addAll(InstrumentKind.kinds());
        return kinds;
    }
}
