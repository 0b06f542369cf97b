package normscope.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terms of the lessons, each explained in a sentence or two. They stand in {@code lessons/glossary/en.md}, or
 * {@code xx.md} for the language xx: {@code ## id: term}, a line {@code words:} with the words that mean it in texts,
 * and the explanation.
 */
public final class Glossary {

    private static final String ROOT = "/lessons/glossary/";
    private static final String WORDS = "words:";

    /**
     * One term: what links name it by, what it is called, the words that mean it in texts, and what it is, in Markdown.
     */
    public record Term(String id, String name, List<String> words, String text) {}

    private final List<Term> terms;
    private final Map<String, Term> byWord = new HashMap<>();
    private final Pattern anyWord;

    private Glossary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        List<String> words = new ArrayList<>();
        for (Term term : terms) {
            for (String word : term.words()) {
                byWord.put(word, term);
                byWord.put(capital(word), term);
            }
        }
        words.addAll(byWord.keySet());
        // The longest first: a mini-batch loss is no batch.
        words.sort(Comparator.comparing(String::length).reversed());
        String any = String.join("|", words.stream().map(Pattern::quote).toList());
        anyWord = Pattern.compile("(?<![\\p{L}\\p{N}_-])(?:" + any + ")(?![\\p{L}\\p{N}_])");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** The glossary that comes with the program, in a language; in English if it has none. */
    public static Glossary builtIn(Locale language) throws LessonException {
        String own = language.getLanguage() + ".md";
        String name = Glossary.class.getResource(ROOT + own) == null ? "en.md" : own;
        try (InputStream in = Glossary.class.getResourceAsStream(ROOT + name)) {
            return new Glossary(
                    read("lessons/glossary/" + name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (LessonException e) {
            throw e;
        } catch (IOException e) {
            throw new LessonException("lessons/glossary/" + name + ": cannot be read.");
        }
    }

    private static List<Term> read(String file, String text) throws LessonException {
        List<Term> terms = new ArrayList<>();
        for (String part : text.split("(?m)^## ")) {
            if (part.startsWith("# ")) {
                continue;
            }
            String[] lines = part.strip().split("\n", 3);
            int colon = lines[0].indexOf(':');
            if (lines.length < 3 || colon < 0 || !lines[1].startsWith(WORDS)) {
                throw new LessonException(
                        "%s: \"## %s\" must be \"## id: term\" with a line \"words:\" and a text below.",
                        file, lines[0]);
            }
            List<String> words =
                    List.of(lines[1].substring(WORDS.length()).strip().split("\\s*,\\s*"));
            terms.add(new Term(
                    lines[0].substring(0, colon).strip(),
                    lines[0].substring(colon + 1).strip(),
                    words,
                    lines[2].strip()));
        }
        return terms;
    }

    /** {@return all terms, in the order of the file} */
    public List<Term> terms() {
        return terms;
    }

    /** {@return the term that a link names} */
    public Optional<Term> term(String id) {
        return terms.stream().filter(term -> term.id().equals(id)).findFirst();
    }

    /** {@return the places of a text at which a word stands that means a term} */
    public List<MatchResult> places(String text) {
        Matcher matcher = anyWord.matcher(text);
        return matcher.results().toList();
    }

    /** {@return the term that a word of a text means} */
    public Term of(String word) {
        return byWord.get(word);
    }

    /** {@return the ids of the terms in texts} */
    public Set<String> in(Collection<String> texts) {
        Set<String> ids = new LinkedHashSet<>();
        for (String text : texts) {
            places(text).forEach(place -> ids.add(of(place.group()).id()));
        }
        return ids;
    }
}
