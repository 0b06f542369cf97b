package normscope.lesson;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that a lesson's words are complete and that none is about nothing. */
final class TextCheck {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9-]+(?:/[a-z0-9-]+)?)}");

    /** Colour spans, which look like placeholders. */
    static final Set<String> SPANS = Set.of("with", "without", "before");

    /** What complaints begin with. */
    private final String place;

    private final Page page;
    private final LessonTexts.PageTexts texts;
    private final Set<String> earlier;

    private TextCheck(String file, Page page, LessonTexts.PageTexts texts, Set<String> earlier) {
        this.place = file + ", page " + page.id() + ": ";
        this.page = page;
        this.texts = texts;
        this.earlier = earlier;
    }

    static void check(String file, Lesson.Kind kind, List<Page> pages, LessonTexts texts, Mistakes mistakes) {
        mistakes.collect(() -> require(!texts.line().isEmpty(), file + ": the line below the title is missing."));
        Set<String> unknown = new TreeSet<>(texts.pages().keySet());
        unknown.removeAll(pages.stream().map(Page::id).collect(Collectors.toSet()));
        mistakes.collect(
                () -> require(unknown.isEmpty(), file + ": there is no page " + String.join(", ", unknown) + "."));
        Set<String> earlier = new TreeSet<>();
        for (Page page : pages) {
            LessonTexts.PageTexts of = texts.pages().get(page.id());
            Set<String> before = new TreeSet<>(earlier);
            mistakes.collect(() -> {
                require(of != null, "%s: page %s is missing; add \"## %s: title\".", file, page.id(), page.id());
                new TextCheck(file, page, of, before).check();
            });
            page.measures().forEach(measure -> earlier.add(page.id() + "/" + measure.name()));
        }
        if (kind == Lesson.Kind.LESSON) {
            mistakes.collect(() -> require(!texts.notice().isEmpty(), file + ": \"## notice\" is missing."));
            mistakes.collect(() -> require(!texts.tryThis().isEmpty(), file + ": \"## try\" is missing."));
            mistakes.collect(() -> require(!texts.sources().isEmpty(), file + ": \"## sources\" is missing."));
        }
    }

    static void checkGoals(String file, List<Goal> goals, LessonTexts texts) throws LessonException {
        Set<String> ids = goals.stream().map(Goal::id).collect(Collectors.toCollection(TreeSet::new));
        require(ids.size() == goals.size(), file + ": two goals of the lesson have the same id; choose another.");
        require(
                ids.equals(texts.goals().keySet()),
                "%s: the goals are %s, but the lesson has %s.",
                file,
                new TreeSet<>(texts.goals().keySet()),
                ids);
        for (Goal goal : goals) {
            Set<String> measured =
                    goal.solution().measures().stream().map(Measure::name).collect(Collectors.toSet());
            require(
                    placeholders(List.of(texts.goals().get(goal.id()).now())).equals(measured),
                    "%s, goal %s: the words must tell each number that the goal measures, and no other.",
                    file,
                    goal.id());
        }
    }

    private void check() throws LessonException {
        agree("title", texts.title(), true);
        agree("text", texts.text(), true);
        agree("question", texts.question(), page.prediction() != null);
        agree("action", texts.action(), !page.action().isEmpty());
        agree("spoken", texts.spoken(), page.formula() != null);
        Set<String> answers = page.prediction() == null
                ? Set.of()
                : Set.copyOf(page.prediction().answers());
        require(
                answers.equals(texts.answers().keySet()),
                "%sthe answers are %s, but the lesson has %s.",
                place,
                new TreeSet<>(texts.answers().keySet()),
                new TreeSet<>(answers));
        for (String name : new TreeSet<>(texts.but().keySet())) {
            String but = place + "\"### but " + name + "\" ";
            require(answers.contains(name), but + "is about an answer that the page does not have.");
            require(!page.prediction().right().equals(name), but + "is about the right answer; tell it in explain.");
        }
        placeholders();
    }

    private void agree(String part, String text, boolean needed) throws LessonException {
        require(!needed || !text.isEmpty(), "%s%s is missing.", place, part);
        require(
                needed || text.isEmpty(),
                "%s%s is about something that the page does not have; take it out.",
                place,
                part);
    }

    private void placeholders() throws LessonException {
        Set<String> measured = page.measures().stream().map(Measure::name).collect(Collectors.toSet());
        Set<String> used = placeholders(List.of(texts.result(), texts.explain()));
        Set<String> all = placeholders(texts.but().values());
        all.addAll(used);
        for (String name : all) {
            require(
                    measured.contains(name) || earlier.contains(name),
                    "%s{%s} is not measured on this page%s.",
                    place,
                    name,
                    name.contains("/") ? " or an earlier one" : "");
        }
        for (String name : measured) {
            require(
                    used.contains(name),
                    "%sno text tells the measured {%s}; tell it, or put it among the checks.",
                    place,
                    name);
        }
        require(
                !PLACEHOLDER
                        .matcher(withoutSpans(texts.text() + texts.question()))
                        .find(),
                "%sa measured number stands before the action; put it into result or explain.",
                place);
    }

    private static Set<String> placeholders(Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        for (String text : texts) {
            PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        }
        found.removeAll(SPANS);
        return found;
    }

    private static String withoutSpans(String text) {
        String left = text;
        for (String span : SPANS) {
            left = left.replace("{" + span + "}", "");
        }
        return left;
    }

    private static void require(boolean holds, String complaint, Object... values) throws LessonException {
        if (!holds) {
            throw new LessonException(complaint, values);
        }
    }
}
