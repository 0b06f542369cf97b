/**
 * The instruments' panels: what the centre of the window shows in place of the histograms.
 *
 * <p>Main types: {@link normscope.view.instrument.Instrument}, which each panel is, and
 * {@link normscope.view.instrument.Instruments}, which knows them all.
 *
 * <p>Thread: everything belongs to the FX thread; longer calculations run on threads of the panel's own, which
 * {@code close} ends.
 *
 * <p>May import: instrument, viewmodel and the values it hands out, chart, and the window's controls and actions.
 */
package normscope.view.instrument;
