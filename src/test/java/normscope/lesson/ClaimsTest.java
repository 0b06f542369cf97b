package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import normscope.lesson.play.ClaimCheck;
import normscope.lesson.play.ClaimResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the lessons and scripts say will be seen is seen, with seeds that they do not use. */
@Tag("slow")
class ClaimsTest {

    /** One is quick enough for every build; the long run takes more. */
    private static final int SEEDS = Integer.getInteger("test.claimSeeds", 1);

    @Test
    void everyClaimHoldsWithSeedsThatTheLessonDoesNotUse() throws LessonException {
        List<Lesson> all = new ArrayList<>(Lessons.builtIn(Locale.ENGLISH));
        all.addAll(Lessons.scripts(Locale.ENGLISH));

        List<ClaimResult> results = ClaimCheck.run(all, SEEDS);

        assertThat(results).isNotEmpty().allMatch(ClaimResult::holds);
    }
}
