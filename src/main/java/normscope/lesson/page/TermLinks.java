package normscope.lesson.page;

import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import normscope.control.Hints;
import normscope.lesson.Glossary;
import normscope.lesson.LessonException;
import normscope.text.Texts;

/** Makes links of the terms in texts: a click, or Space on one, tells what it means, with a way to all terms. */
public final class TermLinks {

    private final Glossary glossary;
    private final Consumer<Node> all;

    /** Links to a glossary; {@code all} shows the whole of it. */
    TermLinks(Glossary glossary, Consumer<Node> all) {
        this.glossary = glossary;
        this.all = all;
    }

    /** Links to the glossary of the program; {@code all} shows the whole of it. */
    public static TermLinks builtIn(Consumer<Node> all) {
        try {
            return new TermLinks(Glossary.builtIn(Texts.language()), all);
        } catch (LessonException e) {
            throw new IllegalStateException("the glossary that comes with the program can be read", e);
        }
    }

    Glossary glossary() {
        return glossary;
    }

    /** {@return a word that tells what it means} */
    Hyperlink link(String words, Glossary.Term term) {
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("term");
        link.setId("term-" + term.id());
        Hints.describeAs(link, words, Texts.text("glossary.term.tip", term.name()));
        link.setOnAction(event -> {
            link.setVisited(false);
            show(link, term);
        });
        link.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                link.fire();
                event.consume();
            }
        });
        return link;
    }

    private void show(Hyperlink at, Glossary.Term term) {
        CustomMenuItem text = new CustomMenuItem(entry(term), false);
        text.getStyleClass().add("glossary-item");
        MenuItem more = new MenuItem(Texts.text("glossary.all"));
        more.setId("glossary-all");
        more.setOnAction(event -> showAll());
        ContextMenu menu = new ContextMenu(text, new SeparatorMenuItem(), more);
        menu.setId("glossary-popup");
        menu.show(at, Side.BOTTOM, 0, 0);
    }

    public void showAll() {
        VBox entries = new VBox();
        entries.getStyleClass().add("glossary");
        glossary.terms().forEach(term -> entries.getChildren().add(entry(term)));
        ScrollPane scroll = new ScrollPane(entries);
        scroll.getStyleClass().add("glossary-scroll");
        scroll.setFitToWidth(true);
        all.accept(scroll);
    }

    /** As high as its lines at its own width, where a menu does not ask. */
    private static final class Entry extends VBox {
        Entry(Node... children) {
            super(children);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }

    private static VBox entry(Glossary.Term term) {
        Label name = new Label(term.name());
        name.getStyleClass().add("glossary-name");
        MarkdownText text = new MarkdownText();
        text.setMarkdown(term.text());
        VBox entry = new Entry(name, text);
        entry.getStyleClass().add("glossary-entry");
        return entry;
    }
}
