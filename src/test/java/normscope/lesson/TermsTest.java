package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Going through the lessons in their order, a term is explained on the page where it first stands, or before. */
class TermsTest {

    private final List<String> pages = new ArrayList<>();
    private final List<Boolean> withMode = new ArrayList<>();

    @BeforeEach
    void readAll() throws LessonException {
        for (Lesson lesson : Lessons.builtIn(Locale.ENGLISH)) {
            for (Page page : lesson.pages()) {
                LessonTexts.PageTexts texts = lesson.texts().pages().get(page.id());
                String words = String.join(" ", texts.title(), texts.text(), texts.question(), texts.result());
                pages.add((words + " " + texts.explain()).replaceAll("\\s+", " "));
                withMode.add(page.mode() != null);
            }
        }
    }

    private int first(String words) {
        Pattern wanted = Pattern.compile(words);
        for (int i = 0; i < pages.size(); i++) {
            if (wanted.matcher(pages.get(i)).find()) {
                return i;
            }
        }
        return pages.size();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "λₘₐₓ | largest value is λₘₐₓ",
                "curvature | itself changes is called \\*\\*curvature",
                "[Cc]ondition number | \\*\\*condition number\\*\\* is a measure of",
                "[Bb]atch norm | \\*\\*Batch norm\\*\\*, which the next lessons take apart",
                "TRAIN | \\*\\*TRAIN\\*\\* is the mode for learning",
                "EVAL | \\*\\*EVAL\\*\\* for answering",
                "mini-batch | a few examples at a time, a \\*\\*mini-batch",
                "histogram | Each bar of a histogram counts",
                "percentile | percentile: 70 % of the mini-batch lie inside",
                "central differences | a tiny bit up and a tiny bit down",
                "shaded | shaded: from the least to the most",
                "[Ee]xact\\*? statistics | are mean and variance over the whole training set",
                "logarithmic | The slope is the power of m",
                "[Dd]ecay | \\*\\*decay\\*\\* is the weight of the old value",
                "[Dd]ropout | \\*\\*Dropout\\*\\* makes noise on purpose",
                "true rule | dark line is the true rule"
            })
    void aTermIsExplainedWhereItFirstStands(String term, String explanation) {
        assertThat(first(explanation)).as(term).isLessThanOrEqualTo(first(term));
    }

    @Test
    void theBadgesOfModesComeWithTheirExplanation() {
        assertThat(withMode.indexOf(true)).isGreaterThanOrEqualTo(first("\\*\\*EVAL\\*\\* for answering"));
    }
}
