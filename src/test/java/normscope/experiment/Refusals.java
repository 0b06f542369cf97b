package normscope.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every refusal of a wrong setting must be: one short sentence that begins with the field. */
public final class Refusals {

    private Refusals() {}

    public static InvalidSettingException assertOneSentence(ThrowingCallable reading) {
        InvalidSettingException refusal = catchThrowableOfType(InvalidSettingException.class, reading);
        assertThat(refusal).as("a refusal").isNotNull();
        check(refusal);
        return refusal;
    }

    public static InvalidSettingException assertNames(String field, ThrowingCallable reading) {
        InvalidSettingException refusal = assertOneSentence(reading);
        assertThat(refusal.getMessage()).startsWith(field);
        assertThat(refusal.field()).startsWith(field);
        return refusal;
    }

    /** Whether it was refused; then in one sentence. */
    public static boolean refused(ThrowingCallable reading) {
        Throwable thrown = catchThrowable(reading);
        if (thrown == null) {
            return false;
        }
        assertThat(thrown).isInstanceOf(InvalidSettingException.class);
        check((InvalidSettingException) thrown);
        return true;
    }

    private static void check(InvalidSettingException refusal) {
        String message = refusal.getMessage();
        assertThat(message)
                .startsWith(refusal.field())
                .endsWith(".")
                .doesNotContainPattern("\\p{Cntrl}")
                .hasSizeLessThan(200);
    }
}
