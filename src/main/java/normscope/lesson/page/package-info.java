/**
 * The lessons as the student sees them: the list of lessons, and a lesson's page with its text, question, action and
 * result. View models know {@code javafx.beans} only.
 *
 * <p>Main types: {@link normscope.lesson.page.LessonViewModel}, {@link normscope.lesson.page.LessonPanel}.
 *
 * <p>Thread: everything belongs to the FX thread; formulas are typeset on a thread of their own.
 *
 * <p>May import: what {@code normscope.lesson} may.
 */
package normscope.lesson.page;
