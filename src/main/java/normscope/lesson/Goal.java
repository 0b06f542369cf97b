package normscope.lesson;

import normscope.experiment.ExperimentConfig;

/**
 * Something to try in the Lab with a goal that the program checks: whether the claims of {@link #solution} hold of the
 * living run. The author's own solution shows that the goal can be reached; students do not see it.
 *
 * @param from the step from which on it counts
 * @param to the step up to which it counts
 * @param solution what reaches it, with the measures and claims that tell
 */
public record Goal(String id, ExperimentConfig start, long from, long to, Page solution) {}
