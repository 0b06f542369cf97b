/**
 * An experiment as a script in plain PyTorch, as the same notebook, and the numbers that both need: first weights,
 * data, the order of the mini-batches, what was drawn, what was changed on the way, and the losses to compare with.
 *
 * <p>Main types: {@link normscope.torch.TorchExport}, {@link normscope.torch.Recorder} (makes the run and keeps what
 * the script needs), {@link normscope.torch.Script}, {@link normscope.torch.NormalizerForms} and
 * {@link normscope.torch.OptimizerForms} (how each kind is said in PyTorch). The script itself is the resource
 * {@code script.py}.
 *
 * <p>Thread: any; a recorder belongs to one. May take some seconds, so not the JavaFX one.
 *
 * <p>May import {@code normscope.lab} (for the arms' names) and what it may; no toolkit.
 */
package normscope.torch;
