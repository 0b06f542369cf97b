package normscope.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each term is met in a lesson, each link leads to one, and none has two meanings. */
class GlossaryTest {

    private static final Pattern LINK = Pattern.compile("]\\(term:([^)]*)\\)");

    private static List<String> texts() throws LessonException {
        List<String> texts = new ArrayList<>();
        for (Lesson lesson : Lessons.builtIn(Locale.ENGLISH)) {
            lesson.texts()
                    .pages()
                    .values()
                    .forEach(page -> texts.addAll(List.of(page.text(), page.result(), page.explain())));
        }
        return texts;
    }

    @Test
    void everyTermIsLinkedFromALesson() throws LessonException {
        Glossary glossary = Glossary.builtIn(Locale.ENGLISH);
        assertThat(glossary.in(texts()))
                .containsExactlyInAnyOrderElementsOf(
                        glossary.terms().stream().map(Glossary.Term::id).toList());
    }

    @Test
    void everyLinkOfALessonLeadsToATerm() throws LessonException {
        Glossary glossary = Glossary.builtIn(Locale.ENGLISH);
        for (String text : texts()) {
            LINK.matcher(text)
                    .results()
                    .forEach(link ->
                            assertThat(glossary.term(link.group(1))).as(text).isPresent());
        }
    }

    @Test
    void noWordMeansTwoTermsAndEachIsExplained() throws LessonException {
        Set<String> seen = new HashSet<>();
        for (Glossary.Term term : Glossary.builtIn(Locale.ENGLISH).terms()) {
            term.words().forEach(word -> assertThat(seen.add(word)).as(word).isTrue());
            assertThat(term.text().split("\\s+")).as(term.id()).hasSizeBetween(4, 60);
        }
    }

    @Test
    void aWordIsFoundWholeAndInCapitals() throws LessonException {
        Glossary glossary = Glossary.builtIn(Locale.ENGLISH);
        assertThat(glossary.in(List.of("Gradients of a mini-batch"))).containsExactly("gradient", "mini-batch");
        assertThat(glossary.in(List.of("glossy losses"))).containsExactly("loss");
        assertThat(glossary.in(List.of("TRAINING and retrain"))).isEmpty();
    }
}
