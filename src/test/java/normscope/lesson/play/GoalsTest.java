package normscope.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import normscope.lesson.Action;
import normscope.lesson.Goal;
import normscope.lesson.Lesson;
import normscope.lesson.LessonException;
import normscope.lesson.Lessons;
import normscope.lesson.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each goal can be reached, as its author has done it, and is not reached by running what one begins with. */
class GoalsTest {

    static Stream<Arguments> goals() throws LessonException {
        return Lessons.builtIn(Locale.ENGLISH).stream()
                .flatMap(lesson -> lesson.goals().stream().map(goal -> Arguments.of(lesson, goal)));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("goals")
    void theAuthorsWayLeadsThere(Lesson lesson, Goal goal) {
        for (ClaimResult result : ClaimCheck.run(List.of(lesson.wayTo(goal)), 2)) {
            assertThat(result.holds()).as(result.toString()).isTrue();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("goals")
    void theBeginningAloneDoesNot(Lesson lesson, Goal goal) {
        Page way = goal.solution();
        List<Action> training = way.action().stream()
                .filter(each -> each instanceof Action.Run || each instanceof Action.RunTo)
                .toList();
        Page plain = new Page(
                way.id(),
                null,
                way.panels(),
                way.lit(),
                null,
                null,
                goal.start(),
                List.of(),
                null,
                null,
                training,
                way.measures(),
                List.of(),
                way.claims(),
                way.hidden(),
                way.later(),
                false);
        Goal idle = new Goal(goal.id(), goal.start(), goal.from(), goal.to(), plain);
        Map<String, Double> measured =
                new Player(lesson.wayTo(idle), goal.start().seed()).play();

        assertThat(way.claims().stream().allMatch(claim -> claim.holds(claim.value(measured))))
                .as("%s %s: %s", lesson.id(), goal.id(), measured)
                .isFalse();
    }
}
