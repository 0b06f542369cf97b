package normscope.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts.PageTexts;
import normscope.lesson.Page;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Every lesson's questions as a course's web platform reads them. */
class MoodleQuestionsTest {

    @TempDir
    private Path folder;

    static List<Named<Lesson>> asking() throws Exception {
        return TeacherSheetsTest.builtIn().stream()
                .filter(each ->
                        TeacherSheets.of(each.getPayload(), Map.of(), "1").asks())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("asking")
    void whatIsReadIsWhatTheLessonAsks(Lesson lesson) throws Exception {
        Path file = folder.resolve("questions.xml");
        TeacherSheets.of(lesson, Map.of(), "1").questions(file);

        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("quiz");
        List<Element> questions = children(document.getDocumentElement(), "question");
        assertThat(questions.get(0).getAttribute("type")).isEqualTo("category");
        assertThat(questions.get(0).getTextContent().strip())
                .isEqualTo("$course$/NormScope/" + lesson.texts().title());
        List<Page> asking = lesson.pages().stream()
                .filter(page -> page.prediction() != null)
                .toList();
        assertThat(questions).hasSize(asking.size() + 1);
        for (int i = 0; i < asking.size(); i++) {
            Page page = asking.get(i);
            check(questions.get(i + 1), page, lesson.texts().pages().get(page.id()));
        }
    }

    private static void check(Element question, Page page, PageTexts texts) throws Exception {
        assertThat(question.getAttribute("type")).isEqualTo("multichoice");
        assertThat(text(question, "name")).endsWith(". " + texts.title());
        assertThat(words(question, "questiontext")).contains(Paper.plain(texts.text()), Paper.plain(texts.question()));
        assertThat(words(question, "generalfeedback")).contains(Paper.unfilled(texts.explain()));
        assertThat(text(question, "single")).isEqualTo("true");
        List<Element> answers = children(question, "answer");
        List<String> right = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Element answer = answers.get(i);
            String name = page.prediction().answers().get(i);
            assertThat(words(answer)).isEqualTo(Paper.plain(texts.answers().get(name)));
            if (answer.getAttribute("fraction").equals("100")) {
                right.add(name);
                assertThat(text(answer, "feedback")).isEmpty();
            } else {
                assertThat(answer.getAttribute("fraction")).isEqualTo("0");
                assertThat(words(answer, "feedback"))
                        .isEqualTo(Paper.unfilled(texts.but().get(name)));
            }
        }
        assertThat(answers).hasSameSizeAs(page.prediction().answers());
        assertThat(right).containsExactly(page.prediction().right());
    }

    private static List<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty())
                .filter(element -> element.getTagName().equals(name))
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent().strip();
    }

    /** What stands in the HTML of an element. */
    private static String words(Element parent, String name) throws Exception {
        return words(children(parent, name).get(0));
    }

    private static String words(Element holder) throws Exception {
        Node text = children(holder, "text").get(0);
        return Paper.words("<html><h1/><body>" + text.getTextContent() + "</body></html>");
    }
}
