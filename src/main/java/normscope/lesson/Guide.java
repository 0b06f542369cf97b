package normscope.lesson;

import java.util.Map;

/**
 * What a teacher wants to know of a lesson beside its words. Texts are Markdown; what is not given is empty.
 *
 * @param aim what students can do afterwards
 * @param asks what somebody may ask, with answers
 * @param simplified what the lesson leaves out or makes simpler than it is
 * @param pages what to say, by the pages' names; need not have all of them
 */
public record Guide(String aim, String asks, String simplified, Map<String, Cue> pages) {

    /** Of a lesson that has no guide. */
    public static final Guide NONE = new Guide("", "", "", Map.of());

    public Guide {
        pages = Map.copyOf(pages);
    }

    /**
     * What a teacher does at one page: about how many minutes it takes, 0 if not given, and what to say and to show.
     */
    public record Cue(int minutes, String say) {

        /** Nothing is said of the page. */
        public static final Cue NONE = new Cue(0, "");
    }

    /** {@return what to do at a page; {@link Cue#NONE} if the guide does not say} */
    public Cue of(Page page) {
        return pages.getOrDefault(page.id(), Cue.NONE);
    }
}
