package normscope.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import normscope.lesson.Lesson;
import normscope.lesson.LessonTexts.PageTexts;
import normscope.lesson.Page;
import normscope.lesson.page.PageWords;

/**
 * A lesson's predictions for a course's question bank, in the XML that Moodle imports: one multiple-choice question a
 * page, with feedback on each wrong answer, in a category named after the lesson.
 *
 * @see <a href="https://docs.moodle.org/en/Moodle_XML_format">Moodle XML format</a>
 */
final class MoodleQuestions {

    static final String ENDING = "-questions.xml";

    private static final String CATEGORY = "$course$/NormScope/";

    private final XMLStreamWriter xml;

    private MoodleQuestions(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes the questions of a lesson with the words of its pages, in which stand the numbers that were measured. */
    static void write(Lesson lesson, Function<Page, PageWords> words, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            String encoding = StandardCharsets.UTF_8.name();
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, encoding);
            xml.writeStartDocument(encoding, "1.0");
            new MoodleQuestions(xml).quiz(lesson, words);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void quiz(Lesson lesson, Function<Page, PageWords> words) throws XMLStreamException {
        start("quiz");
        start("question", "type", "category");
        start("category");
        // A slash would begin a category within the category.
        simple("text", CATEGORY + lesson.texts().title().replace('/', ' '));
        xml.writeEndElement();
        xml.writeEndElement();
        int number = 0;
        for (Page page : lesson.pages()) {
            number++;
            if (page.prediction() != null) {
                question(number, page, lesson.texts().pages().get(page.id()), words.apply(page));
            }
        }
        xml.writeEndElement();
    }

    private void question(int number, Page page, PageTexts texts, PageWords words) throws XMLStreamException {
        start("question", "type", "multichoice");
        start("name");
        simple("text", number + ". " + texts.title());
        xml.writeEndElement();
        html("questiontext", Html.markdown(texts.text()) + Html.markdown(texts.question()));
        html("generalfeedback", Html.markdown(words.result()) + Html.markdown(words.explanation()));
        simple("defaultgrade", "1");
        simple("penalty", "0");
        simple("hidden", "0");
        simple("single", "true");
        simple("shuffleanswers", "false");
        simple("answernumbering", "abc");
        for (String name : page.prediction().answers()) {
            boolean right = name.equals(page.prediction().right());
            start("answer", "fraction", right ? "100" : "0");
            xml.writeAttribute("format", "html");
            text(Html.markdown(texts.answers().get(name)));
            html("feedback", right ? "" : Html.markdown(words.but(name)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void html(String element, String content) throws XMLStreamException {
        start(element, "format", "html");
        text(content);
        xml.writeEndElement();
    }

    private void text(String html) throws XMLStreamException {
        xml.writeStartElement("text");
        if (!html.isBlank()) {
            xml.writeCData(html.strip());
        }
        xml.writeEndElement();
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void start(String element, String attribute, String value) throws XMLStreamException {
        start(element);
        xml.writeAttribute(attribute, value);
    }

    private void simple(String element, String content) throws XMLStreamException {
        start(element);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
