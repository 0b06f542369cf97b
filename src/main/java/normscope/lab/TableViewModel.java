package normscope.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import normscope.data.Split;
import normscope.data.table.TableColumn;
import normscope.data.table.TableFormat;
import normscope.data.table.TableGuess;
import normscope.data.table.TableReader;
import normscope.experiment.DataConfig;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.OwnTable;
import normscope.text.Numbers;
import normscope.text.Texts;

/**
 * A table that is about to become the Lab's data: what it seems to be, what of it is wanted, and the reading of it,
 * which happens on another thread. Until all of it is read, nothing changes.
 */
public final class TableViewModel {

    private static final int USUAL_BATCH = 64;

    private final LabViewModel lab;
    private final Executor work;
    private final Executor back;
    private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper(this, "file", "");
    private final ReadOnlyObjectWrapper<TableGuess> guess = new ReadOnlyObjectWrapper<>(this, "guess");
    private final ObjectProperty<String> label = new SimpleObjectProperty<>(this, "label");
    private final ObjectProperty<List<String>> inputs = new SimpleObjectProperty<>(this, "inputs", List.of());
    private final ObjectProperty<TableReader.Missing> missing =
            new SimpleObjectProperty<>(this, "missing", TableReader.Missing.DROP);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper(this, "done");
    private final AtomicInteger wanted = new AtomicInteger();

    /** Something that may take a while, and what is done with it then. */
    private interface Reading {
        Runnable read(DoubleConsumer progress) throws IOException;
    }

    /** There is no table yet. Files are read by one executor, what was read is shown by the other. */
    public TableViewModel(LabViewModel lab, Executor work, Executor back) {
        this.lab = lab;
        this.work = work;
        this.back = back;
        label.addListener(observable -> judge());
        inputs.addListener(observable -> judge());
        missing.addListener(observable -> judge());
    }

    /** {@return the file, or the example, as {@link OwnTable#file} has it; empty at first} */
    public ReadOnlyStringProperty fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** {@return what the table seems to be; null until it was looked at, and if it is none} */
    public ReadOnlyObjectProperty<TableGuess> guessProperty() {
        return guess.getReadOnlyProperty();
    }

    /** {@return the column of the classes; null for none} */
    public ObjectProperty<String> labelProperty() {
        return label;
    }

    /** {@return the columns of the inputs, in their order} */
    public ObjectProperty<List<String>> inputsProperty() {
        return inputs;
    }

    public ObjectProperty<TableReader.Missing> missingProperty() {
        return missing;
    }

    /** {@return why the table cannot be loaded as it is; empty if nothing is known against it} */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** {@return how much of it has been read, 0 … 1} */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether the table has been loaded, or found. */
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    public void open(Path chosen) {
        look(chosen.toAbsolutePath().normalize().toString());
    }

    public void openExample(String name) {
        look(OwnTable.EXAMPLE + name);
    }

    private void look(String chosen) {
        file.set(chosen);
        guess.set(null);
        run(told -> {
            TableGuess seen = TableGuess.of(OwnTable.source(chosen));
            return () -> show(seen, seen.label(), seen.inputs());
        });
    }

    /** Reads the table in another way; what was wanted of it stays, where it is still there. */
    public void setFormat(TableFormat format) {
        String chosen = file.get();
        String former = label.get();
        List<String> formerInputs = inputs.get();
        run(told -> {
            TableGuess seen = TableGuess.of(OwnTable.source(chosen), format);
            List<String> names = seen.columns().stream().map(TableColumn::name).toList();
            boolean same = names.contains(former) && names.containsAll(formerInputs) && !formerInputs.isEmpty();
            return () -> show(seen, same ? former : seen.label(), same ? formerInputs : seen.inputs());
        });
    }

    private void show(TableGuess seen, String labelThen, List<String> inputsThen) {
        guess.set(seen);
        label.set(labelThen);
        inputs.set(inputsThen);
        judge();
    }

    /** Takes a column as an input, or no longer. */
    public void setInput(String column, boolean wantedNow) {
        List<String> all = new ArrayList<>();
        for (TableColumn each : guess.get().columns()) {
            boolean in = each.name().equals(column) ? wantedNow : inputs.get().contains(each.name());
            if (in) {
                all.add(each.name());
            }
        }
        inputs.set(List.copyOf(all));
    }

    /** Takes another column for the classes; it is no input then. */
    public void setLabel(String column) {
        label.set(column);
        if (inputs.get().contains(column)) {
            setInput(column, false);
        }
    }

    /** What can be told before all of it is read. */
    private void judge() {
        TableGuess seen = guess.get();
        if (seen == null) {
            return;
        }
        if (seen.problem() != null) {
            problem.set(Texts.text("table.problem", seen.problem()));
        } else if (label.get() == null) {
            problem.set(Texts.text("table.no-label", TableReader.MAX_CLASSES));
        } else if (inputs.get().isEmpty() || inputs.get().size() > TableReader.MAX_INPUTS) {
            problem.set(Texts.text(
                    "table.inputs.count", TableReader.MAX_INPUTS, inputs.get().size()));
        } else if (inputs.get().contains(label.get())) {
            problem.set(Texts.text("table.label.input", label.get()));
        } else {
            problem.set("");
        }
    }

    /** Reads all of it, and begins a run with it. If something is wrong, {@link #problemProperty} says what. */
    public void load() {
        String chosen = file.get();
        TableReader.Choice choice =
                new TableReader.Choice(guess.get().format(), label.get(), inputs.get(), missing.get());
        run(told -> {
            OwnTable.Loaded loaded = OwnTable.load(chosen, choice, told);
            return () -> use(loaded);
        });
    }

    private void use(OwnTable.Loaded loaded) {
        ExperimentConfig config = lab.configProperty().get();
        DataConfig data = config.data().withOwn(loaded.table());
        if (config.training().batchSize() == 0 && data.points() - data.testSize() > DataConfig.MAX_POINTS) {
            // All of a large table at once would need more memory than there is.
            config = config.withTraining(config.training().withBatchSize(USUAL_BATCH));
        }
        lab.edit(config.withData(data));
        lab.tell(Notice.of(Notice.Kind.INFO, told(loaded, data), null));
        done.set(true);
    }

    private static String told(OwnTable.Loaded loaded, DataConfig data) {
        OwnTable table = loaded.table();
        StringBuilder told = new StringBuilder(Texts.text(
                "table.loaded",
                table.name(),
                Numbers.grouped(table.rows()),
                table.inputs(),
                table.classes(),
                table.label()));
        TableReader.Place first = loaded.found().firstMissing();
        if (first != null) {
            told.append(' ')
                    .append(Texts.text(
                            "table.dropped", loaded.found().dropped(), Numbers.grouped(first.row()), first.column()));
        }
        List<String> constant = loaded.found().constant();
        if (!constant.isEmpty()) {
            told.append(' ')
                    .append(Texts.text(
                            "table.constant", constant.stream().limit(3).collect(Collectors.joining(", "))));
        }
        if (data.measuredOnSample()) {
            told.append(' ').append(Texts.text("table.sample", Numbers.grouped(Split.MOST_MEASURED)));
        }
        return told.toString();
    }

    /** Reads an experiment's table again, where it was (null) or where somebody has found it, so that it is at hand. */
    public void find(OwnTable table, Path place) {
        file.set(table.file());
        run(told -> {
            if (place == null) {
                table.readAgain(told);
            } else {
                table.foundAt(place, told);
            }
            return () -> done.set(true);
        });
    }

    /** Ends the reading; nothing has changed then. */
    public void cancel() {
        wanted.incrementAndGet();
        busy.set(false);
    }

    private void run(Reading reading) {
        int number = wanted.incrementAndGet();
        busy.set(true);
        progress.set(0);
        problem.set("");
        double[] shown = {0};
        DoubleConsumer told = read -> {
            if (number != wanted.get()) {
                throw new CancellationException();
            }
            if (read >= shown[0] + 0.01) {
                shown[0] = read;
                back.execute(() -> progress.set(number == wanted.get() ? read : progress.get()));
            }
        };
        work.execute(() -> {
            Runnable then;
            try {
                then = reading.read(told);
            } catch (CancellationException e) {
                return;
            } catch (InvalidSettingException e) {
                String refused = e.getMessage().substring(e.field().length()).strip();
                then = () -> problem.set(refused);
            } catch (IOException e) {
                String refused = e.getMessage();
                then = () -> problem.set(Texts.text("table.problem", refused));
            }
            Runnable next = then;
            back.execute(() -> {
                if (number == wanted.get()) {
                    busy.set(false);
                    next.run();
                }
            });
        });
    }
}
