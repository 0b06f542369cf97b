package normscope.sheet;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import normscope.lesson.page.MarkdownText;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Pieces of a page of HTML, all of them well-formed XML as well. */
final class Html {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .nodeRendererFactory(Coloured::new)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private static final Pattern RAISED = Pattern.compile("[\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D61]");
    private static final Pattern LOWERED = Pattern.compile("[\u1D62-\u1D6A]");

    private Html() {}

    /** A lesson's text: paragraphs, lists and tables, with the arms' colours. */
    static String markdown(String text) {
        // Paper breaks no line before a degree sign, and the typeface has no mark that forbids it.
        String whole = MarkdownText.unbroken(text).replace("\u2060", "");
        return text.isBlank() ? "" : RENDERER.render(PARSER.parse(whole));
    }

    /** A lesson's text of one paragraph, to stand within another element. */
    static String line(String text) {
        String block = markdown(text).strip();
        boolean one = block.startsWith("<p>") && block.indexOf("</p>") == block.length() - "</p>".length();
        return one ? block.substring("<p>".length(), block.length() - "</p>".length()) : block;
    }

    /** Words as they are; raised and lowered letters such as that of wᵀ, which the typeface has not got, as markup. */
    static String words(String text) {
        String raised = RAISED.matcher(escaped(text)).replaceAll(letter -> placed("sup", letter.group()));
        return LOWERED.matcher(raised).replaceAll(letter -> placed("sub", letter.group()));
    }

    private static String placed(String element, String letter) {
        return "<" + element + ">" + Normalizer.normalize(letter, Normalizer.Form.NFKC) + "</" + element + ">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * An element of HTML, or nothing if there is nothing in it; its name may be followed by a point and its class, as
     * in {@code div.answer}.
     */
    static String tag(String element, String... content) {
        String inner = String.join("", content);
        if (inner.isBlank()) {
            return "";
        }
        int point = element.indexOf('.');
        String name = point < 0 ? element : element.substring(0, point);
        String style = point < 0 ? "" : " class=\"" + element.substring(point + 1) + "\"";
        return "<" + name + style + ">" + inner + "</" + name + ">\n";
    }

    /** Writes text with the arms' colours, each piece in an element of its own; pictures are not loaded. */
    private static final class Coloured implements NodeRenderer {

        private static final Pattern MARK = Pattern.compile("\\{(without|with|/)}");

        private final HtmlWriter html;
        private String arm = "";

        Coloured(HtmlNodeRendererContext context) {
            html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Text.class, Image.class);
        }

        @Override
        public void render(Node node) {
            if (!(node instanceof Text text)) {
                return;
            }
            String literal = text.getLiteral();
            Matcher mark = MARK.matcher(literal);
            int from = 0;
            while (mark.find()) {
                add(literal.substring(from, mark.start()));
                arm = "/".equals(mark.group(1)) ? "" : mark.group(1);
                from = mark.end();
            }
            add(literal.substring(from));
        }

        private void add(String words) {
            if (arm.isEmpty() || words.isEmpty()) {
                html.raw(words(words));
            } else {
                html.tag("span", Map.of("class", arm));
                html.raw(words(words));
                html.tag("/span");
            }
        }
    }
}
