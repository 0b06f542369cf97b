/**
 * Lessons on paper: what a student hands in, and a teacher's guide, worksheet and answer key. Each is written once, as
 * a page of HTML, and as a PDF of the same page.
 *
 * <p>Main types: {@link normscope.sheet.StudentSheet} and {@link normscope.sheet.TeacherSheets}, which say what stands
 * on a sheet; {@link normscope.sheet.SheetFile}, which writes it.
 *
 * <p>Thread: any; the window's sheets are written on a thread in the background.
 *
 * <p>May import: lesson, export, and what these may import.
 */
package normscope.sheet;
