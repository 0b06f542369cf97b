package normscope.lesson.page;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import normscope.control.Parts;
import normscope.lesson.Glossary;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/**
 * Text in Markdown as nodes: paragraphs, lists, tables, bold, italic, code, and addresses as text. Within a paragraph
 * {@code {without}…{/}} and {@code {with}…{/}} give words the colour of an arm.
 */
public final class MarkdownText extends VBox {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final Pattern MARK = Pattern.compile("\\{(without|with|/)}");

    private static final String TERM = "term:";

    private static final Pattern MARKED_LETTER = Pattern.compile("\\P{M}\\p{M}+");

    /** A space that must not end a line: between a number and its unit, or within one. */
    private static final Pattern INNER_SPACE =
            Pattern.compile("(?<=\\d) *[ \\n](?=(?:%|steps?\\b|points?\\b|sd\\b|[−×±] ?\\w))|(?<=\\d ?[−×±]) (?=\\w)");

    /** A symbol, how it compares, and a number. */
    private static final Pattern EQUATION =
            Pattern.compile("(?<=[\\p{L}\\p{M}\\d²₁₂|*})])[ \\n]([=≈<>≤≥])[ \\n](?=\\*{0,2}[−√\\d{|\\p{L}])");

    private final TermLinks links;

    public MarkdownText() {
        this(null);
    }

    /** Creates an empty text whose terms are links, each where it first occurs; null for none. */
    MarkdownText(TermLinks links) {
        this.links = links;
        getStyleClass().add("markdown");
        setMinWidth(0);
    }

    /** Shows a text in CommonMark; an empty one shows nothing. */
    public void setMarkdown(String markdown) {
        setMarkdown(markdown, Set.of());
    }

    /** The same without links to terms that are links above it. */
    void setMarkdown(String markdown, Set<String> above) {
        getChildren().clear();
        if (!markdown.isBlank()) {
            PARSER.parse(unbroken(markdown)).accept(new Writer(this, links, above));
        }
    }

    /** Keeps numbers and their units in one line, and what equals what. */
    public static String unbroken(String markdown) {
        String whole = EQUATION.matcher(markdown).replaceAll("\u00a0$1\u00a0");
        return INNER_SPACE.matcher(whole).replaceAll("\u00a0").replaceAll("(?<=\\d)°", "\u2060°");
    }

    /** Everything that a text in Markdown says, in plain words. */
    static String plain(String markdown) {
        MarkdownText text = new MarkdownText();
        text.setMarkdown(markdown);
        StringBuilder all = new StringBuilder();
        collect(text, all);
        return all.toString().strip();
    }

    private static void collect(Pane pane, StringBuilder to) {
        for (javafx.scene.Node child : pane.getChildren()) {
            if (child instanceof Text text) {
                to.append(text.getText());
            } else if (child instanceof Pane inner) {
                collect(inner, to);
                to.append(inner instanceof TextFlow ? "\n" : "");
            }
        }
    }

    /** Walks through the parsed text and adds nodes. */
    private static final class Writer extends AbstractVisitor {
        private Pane blocks;
        private TextFlow line;
        private int strong;
        private int emphasized;
        private String arm;
        private int number;

        private final TermLinks links;
        private final Set<String> linked;
        private Glossary.Term linkTo;

        Writer(Pane blocks, TermLinks links, Set<String> above) {
            this.blocks = blocks;
            this.links = links;
            this.linked = new HashSet<>(above);
        }

        @Override
        public void visit(Paragraph paragraph) {
            begin();
            visitChildren(paragraph);
        }

        private void begin() {
            line = new TextFlow();
            line.getStyleClass().add("paragraph");
            line.setMinWidth(0);
            blocks.getChildren().add(line);
            arm = null;
        }

        @Override
        public void visit(BulletList list) {
            number = 0;
            visitList(list);
        }

        @Override
        public void visit(OrderedList list) {
            number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
            visitList(list);
        }

        private void visitList(ListBlock list) {
            VBox items = Parts.column("list");
            blocks.getChildren().add(items);
            visitWithin(items, list);
        }

        private void visitWithin(Pane inner, Node node) {
            Pane outer = blocks;
            blocks = inner;
            visitChildren(node);
            blocks = outer;
        }

        @Override
        public void visit(ListItem item) {
            Label bullet = Parts.label(number > 0 ? number++ + "." : "•", "bullet");
            VBox content = Parts.wide(new VBox());
            content.setMinWidth(0);
            blocks.getChildren().add(Parts.row("list-item", bullet, content));
            visitWithin(content, item);
        }

        /** A table's blocks are the only ones of their kind. */
        @Override
        public void visit(CustomBlock block) {
            GridPane table = new GridPane();
            table.getStyleClass().add("markdown-table");
            table.setMinWidth(0);
            blocks.getChildren().add(table);
            Pane outer = blocks;
            int row = 0;
            for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
                for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                    int column = 0;
                    for (Node cell = line.getFirstChild(); cell != null; cell = cell.getNext()) {
                        VBox content = new VBox();
                        // Numbers stay in one line; words beside them wrap.
                        boolean between = column > 0 && cell.getNext() != null;
                        content.setMinWidth(between ? Region.USE_PREF_SIZE : 0);
                        content.getStyleClass().add(part instanceof TableHead ? "head" : "cell");
                        table.add(content, column++, row);
                        blocks = content;
                        begin();
                        visitChildren(cell);
                    }
                    row++;
                }
            }
            blocks = outer;
        }

        @Override
        public void visit(StrongEmphasis node) {
            strong++;
            visitChildren(node);
            strong--;
        }

        @Override
        public void visit(Emphasis node) {
            emphasized++;
            visitChildren(node);
            emphasized--;
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral(), "code");
        }

        @Override
        public void visit(Link link) {
            boolean ofTerm = links != null && link.getDestination().startsWith(TERM);
            linkTo = ofTerm
                    ? links.glossary()
                            .term(link.getDestination().substring(TERM.length()))
                            .orElse(null)
                    : null;
            visitChildren(link);
            linkTo = null;
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            add(" ", null);
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            add("\n", null);
        }

        @Override
        public void visit(org.commonmark.node.Text text) {
            String literal = text.getLiteral();
            Matcher mark = MARK.matcher(literal);
            int from = 0;
            while (mark.find()) {
                addLinked(literal.substring(from, mark.start()));
                arm = "/".equals(mark.group(1)) ? null : "arm-" + mark.group(1);
                from = mark.end();
            }
            addLinked(literal.substring(from));
        }

        /** Words of which some are links: where a link says so, or a term stands for the first time. */
        private void addLinked(String words) {
            if (linkTo != null) {
                addLink(words, linkTo);
                return;
            }
            int from = 0;
            for (MatchResult place :
                    links == null ? List.<MatchResult>of() : links.glossary().places(words)) {
                Glossary.Term term = links.glossary().of(place.group());
                if (!linked.contains(term.id())) {
                    add(words.substring(from, place.start()), null);
                    addLink(place.group(), term);
                    from = place.end();
                }
            }
            add(words.substring(from), null);
        }

        private void addLink(String words, Glossary.Term term) {
            Hyperlink link = links.link(words, term);
            if (strong > 0) {
                link.getStyleClass().add("strong");
            }
            line.getChildren().add(link);
            linked.add(term.id());
        }

        /** A letter with marks above it stands alone: the platform wraps longer texts with such letters wrongly. */
        private void add(String words, String style) {
            Matcher marked = MARKED_LETTER.matcher(words);
            int from = 0;
            while (marked.find()) {
                addWords(words.substring(from, marked.start()), style);
                addWords(marked.group(), style);
                from = marked.end();
            }
            addWords(words.substring(from), style);
        }

        private void addWords(String words, String style) {
            if (words.isEmpty()) {
                return;
            }
            Text text = new Text(words);
            String weight = strong > 0 ? "strong" : null;
            String slant = emphasized > 0 ? "emphasis" : null;
            text.getStyleClass()
                    .setAll(Stream.of("words", style, weight, slant, arm)
                            .filter(Objects::nonNull)
                            .toList());
            line.getChildren().add(text);
        }
    }
}
