package normscope.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** What holds for all records that are read from files, beyond their annotations. */
final class JsonRules extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    /** What is not said to be optional is required. */
    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return !mayBeAbsent(member);
    }

    /** What is said to be, or what is written only sometimes. */
    private static boolean mayBeAbsent(Annotated annotated) {
        return annotated.hasAnnotation(Json.MayBeAbsent.class) || annotated.hasAnnotation(JsonInclude.class);
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        if (!mayBeAbsent(annotated)) {
            return super.findSetterInfo(config, annotated);
        }
        Class<?> type = annotated.getRawType();
        boolean hasEmpty = type.isPrimitive() || Collection.class.isAssignableFrom(type);
        Nulls elements = super.findSetterInfo(config, annotated).nonDefaultContentNulls();
        return JsonSetter.Value.construct(
                hasEmpty ? Nulls.AS_EMPTY : Nulls.SET, elements == null ? Nulls.FAIL : elements);
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotated, Enum<?>[] constants, String[] names) {
        for (int i = 0; i < constants.length; i++) {
            names[i] = Json.name(constants[i]);
        }
        return names;
    }
}
