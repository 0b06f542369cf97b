package normscope.lab;

/** A flag on the timeline: where, and what happened there, in a word or two. */
public record EventFlag(long step, String label) {}
