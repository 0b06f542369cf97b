/**
 * The lessons as the student sees them: the list of lessons, and a lesson's page with its text, question, action and
 * result.
 *
 * <p>Main types: {@link normscope.view.lesson.LessonHome} and {@link normscope.view.lesson.LessonPanel}.
 *
 * <p>Thread: everything belongs to the FX thread; formulas are typeset on a thread of their own.
 *
 * <p>May import: viewmodel and the values it hands out (lesson, experiment, nn), chart, and the window's controls and
 * actions.
 */
package normscope.view.lesson;
