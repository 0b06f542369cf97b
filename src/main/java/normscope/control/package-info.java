/**
 * Reusable controls: number input, segmented choice, unit chips, layer toggles, data picker, timeline.
 *
 * <p>They know no model: each has JavaFX properties and a handler for what the user commits. All belong to the FX
 * thread. Nothing here changes the layout when a live number or the timeline moves.
 *
 * <p>May import: text, and what these may import.
 */
package normscope.control;
