package normscope.surface;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import normscope.app.SurfaceAdapter;

/** All values of a record and of the records in it, one line each, such as {@code pages[0].action[1].steps = 5}. */
public final class RecordFields {

    private final List<String> lines = new ArrayList<>();

    private RecordFields() {}

    public static List<String> of(Object record) {
        RecordFields fields = new RecordFields();
        fields.add("", record);
        return fields.lines;
    }

    private void add(String path, Object value) {
        if (value instanceof Record record) {
            if (!path.isEmpty()) {
                lines.add(path + " is " + SurfaceAdapter.kind(record));
            }
            components(record).forEach((name, of) -> add(path + (path.isEmpty() ? "" : ".") + name, of));
        } else if (value instanceof Map<?, ?> map) {
            new TreeMap<>(map).forEach((key, of) -> add(path + "." + key, of));
        } else if (value instanceof Collection<?> collection && holdsRecords(collection)) {
            int i = 0;
            for (Object element : collection) {
                add(path + "[" + i++ + "]", element);
            }
        } else if (value instanceof Collection<?> collection) {
            // Sets have no order of their own.
            List<String> texts = collection.stream().map(RecordFields::text).toList();
            lines.add(path + " = "
                    + (value instanceof List ? texts : texts.stream().sorted().toList()));
        } else if (value != null) {
            lines.add(path + " = " + text(value));
        }
    }

    private static Map<String, Object> components(Record record) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            components.put(component.getName(), get(component, record));
        }
        return SurfaceAdapter.asKept(record, components);
    }

    private static boolean holdsRecords(Collection<?> collection) {
        return collection.stream().anyMatch(Record.class::isInstance);
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant
                ? constant.name().toLowerCase(Locale.ROOT)
                : String.valueOf(value).replace("\n", "⏎");
    }

    private static Object get(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }
}
