package normscope.compare;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import normscope.lab.LabViewModel;
import normscope.lab.Notice;
import normscope.runner.QuietThread;
import normscope.runner.RunStatus;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The runs of the Lab: kept when they end, listed, and laid over each other. */
public final class CompareViewModel implements AutoCloseable {

    private static final Logger LOG = System.getLogger(CompareViewModel.class.getName());

    public static final int MOST_TICKS = 6;

    private static final int MOST_UNDO = 20;
    private static final long CLOSE_SECONDS = 10;
    private static final double MEGA = 1 << 20;
    private static final double TEN_MEGA = 10 * MEGA;

    /** What the figure of the chosen arms shows. */
    enum View {
        LOSS,
        ACCURACY,
        BOUNDARIES,
        SETTINGS
    }

    private final LabViewModel lab;
    private final RunStore store;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> QuietThread.of("runs", work));
    private final Queue<Runnable> news = new ConcurrentLinkedQueue<>();
    private final RunRecorder recorder = new RunRecorder(this::keep);
    private final String session = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    /** Of the worker alone. */
    private List<RunRow> made = List.of();

    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final FilteredList<RunRow> shown = new FilteredList<>(rows);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty best = new SimpleBooleanProperty(this, "best");
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.LOSS);
    private final BooleanProperty testSet = new SimpleBooleanProperty(this, "testSet");
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final ReadOnlyStringWrapper head = new ReadOnlyStringWrapper(this, "head", "");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper(this, "told", "");
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyObjectWrapper<List<OverlayArm>> overlay =
            new ReadOnlyObjectWrapper<>(this, "overlay", List.of());
    private final List<OverlayArm.Tick> ticks = new ArrayList<>();
    private final Map<String, RunCurves> curves = new HashMap<>();
    private final Deque<RunStore.Deleted> deleted = new ArrayDeque<>();
    private Runnable showLab = () -> {};

    /** Begins to read the store, which from now on is used here only; keeps the Lab's runs in it. */
    public CompareViewModel(LabViewModel lab, RunStore store) {
        this.lab = lab;
        this.store = store;
        filter.addListener(observable -> shown.setPredicate(this::passes));
        work(store::open);
    }

    public void setShowLab(Runnable action) {
        showLab = action;
    }

    ObservableList<RunRow> shown() {
        return shown;
    }

    /** Whether runs from earlier sessions have been read. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    StringProperty filterProperty() {
        return filter;
    }

    /** Whether the best of the measured values are shown, not the last ones. */
    BooleanProperty bestProperty() {
        return best;
    }

    ObjectProperty<View> viewProperty() {
        return view;
    }

    /** Whether loss and accuracy are of the test set, not of the training set. */
    BooleanProperty testSetProperty() {
        return testSet;
    }

    /** The hidden layer whose percentiles are shown, from 0. */
    IntegerProperty layerProperty() {
        return layer;
    }

    /** How many runs there are, and what they take. */
    ReadOnlyStringProperty headProperty() {
        return head.getReadOnlyProperty();
    }

    /** What there is to tell of the last thing done, or of files that could not be read: empty for nothing. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** The chosen arms; a new list whenever anything of them has changed. */
    ReadOnlyObjectProperty<List<OverlayArm>> overlayProperty() {
        return overlay.getReadOnlyProperty();
    }

    private boolean passes(RunRow row) {
        return List.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                .allMatch(row.words()::contains);
    }

    /** Does something with the store, on its thread, and shows what there is then. */
    private void work(Runnable task) {
        if (worker.isShutdown()) {
            return;
        }
        worker.execute(() -> {
            try {
                task.run();
                List<RunRow> next = RunRow.of(store.runs(), made);
                made = next;
                long bytes = store.bytes();
                List<String> complaints = store.takeComplaints();
                news.add(() -> show(next, bytes, complaints));
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The runs could not be kept or read.", e);
                news.add(() -> told.set(Texts.text("compare.unwritable")));
            }
        });
    }

    /** Looks at the Lab's run, which is kept when it ends; called for every frame, whatever is visible. */
    public void watch(long nanos) {
        recorder.watch(lab.runner().status(), nanos);
    }

    /** Keeps the run that goes on as it is now, so that the table shows it. */
    public void keepNow() {
        recorder.watch(lab.runner().status(), 0);
        recorder.keepNow();
    }

    private void keep(long count, RunStatus status) {
        String id = session + "-" + count;
        work(() -> {
            RunMaker maker = new RunMaker(status);
            KeptRun former = store.get(id);
            int number = former == null ? store.nextNumber() : former.number();
            String name = former == null ? "" : former.name();
            RunCurves now = maker.curves();
            if (store.put(maker.run(id, number, name, System.currentTimeMillis()), now)) {
                news.add(() -> curves.computeIfPresent(id, (key, old) -> now));
            }
        });
    }

    /** Takes in what the threads have done since; called for every frame while visible. */
    public void pulse() {
        for (Runnable next = news.poll(); next != null; next = news.poll()) {
            next.run();
        }
    }

    private void show(List<RunRow> next, long bytes, List<String> complaints) {
        ready.set(true);
        List<RunRow> newestFirst = new ArrayList<>(next);
        Collections.reverse(newestFirst);
        rows.setAll(newestFirst);
        ticks.removeIf(tick -> row(tick.id()) == null);
        long own = next.stream()
                .filter(row -> row.run().id().startsWith(session + "-"))
                .count();
        head.set(Texts.text(
                "compare.head",
                next.size(),
                own,
                Numbers.fixed(bytes / MEGA, bytes < TEN_MEGA ? 1 : 0),
                RunStore.BUDGET >> 20));
        if (!complaints.isEmpty()) {
            told.set(
                    complaints.size() == 1
                            ? complaints.get(0)
                            : Texts.text("compare.unreadable.more", complaints.get(0), complaints.size() - 1));
        }
        showTicks();
    }

    private RunRow row(String id) {
        return rows.stream()
                .filter(row -> row.run().id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Puts an arm into the figures, or takes it out. More than {@link #MOST_TICKS} are refused and told. */
    void toggle(RunRow row, int arm) {
        OverlayArm.Tick tick = new OverlayArm.Tick(row.run().id(), arm);
        if (!ticks.remove(tick)) {
            if (ticks.size() == MOST_TICKS) {
                told.set(Texts.text("compare.most", MOST_TICKS));
                return;
            }
            ticks.add(tick);
            read(tick.id());
        }
        told.set("");
        showTicks();
    }

    /** Puts all arms of a run into the figures; if they are there, takes them out. */
    void toggleAll(RunRow row) {
        boolean all = true;
        for (int arm = 0; arm < row.arms(); arm++) {
            all &= isTicked(row, arm);
        }
        for (int arm = 0; arm < row.arms(); arm++) {
            if (isTicked(row, arm) == all) {
                toggle(row, arm);
            }
        }
    }

    boolean isTicked(RunRow row, int arm) {
        return ticks.contains(new OverlayArm.Tick(row.run().id(), arm));
    }

    /** {@return the arm of a row as the figures show it, or null} */
    OverlayArm ticked(RunRow row, int arm) {
        return overlay.get().stream()
                .filter(each -> each.arm() == arm
                        && each.row().run().id().equals(row.run().id()))
                .findFirst()
                .orElse(null);
    }

    private void read(String id) {
        if (!curves.containsKey(id)) {
            work(() -> {
                RunCurves found = store.curves(id);
                if (found != null) {
                    news.add(() -> curves.put(id, found));
                }
            });
        }
    }

    private void showTicks() {
        List<RunRow> chosen = ticks.stream().map(tick -> row(tick.id())).toList();
        curves.keySet().retainAll(ticks.stream().map(OverlayArm.Tick::id).collect(Collectors.toSet()));
        overlay.set(
                OverlayArm.of(chosen, ticks.stream().map(OverlayArm.Tick::arm).toList(), curves));
    }

    /** Names a run; an empty name gives it its number back. */
    void rename(RunRow row, String name) {
        String value = name.strip();
        if (!value.equals(row.run().name())) {
            work(() -> store.rename(row.run().id(), value));
        }
    }

    /** Deletes runs; undo brings each back. */
    void delete(List<RunRow> of) {
        for (RunRow row : List.copyOf(of)) {
            work(() -> {
                RunStore.Deleted gone = store.remove(row.run().id());
                news.add(() -> {
                    deleted.addLast(gone);
                    while (deleted.size() > MOST_UNDO) {
                        deleted.removeFirst();
                    }
                    canUndo.set(true);
                });
            });
        }
        if (!of.isEmpty()) {
            told.set(
                    of.size() == 1
                            ? Texts.text("compare.deleted", of.get(0).name())
                            : Texts.text("compare.deleted.more", of.size()));
        }
    }

    /** Brings the run back that was deleted last. */
    public void undo() {
        RunStore.Deleted last = deleted.pollLast();
        canUndo.set(!deleted.isEmpty());
        if (last != null) {
            work(() -> store.putBack(last));
            told.set("");
        }
    }

    /**
     * Goes on with a run in the Lab: made again step by step, it is the same bit for bit. Undo in the Lab brings the
     * Lab's own run back.
     */
    void open(RunRow row) {
        keepNow();
        KeptRun run = row.run();
        lab.transport().again(run.experiment().config(), run.experiment().events(), run.steps());
        lab.tell(Notice.of(
                Notice.Kind.INFO, Texts.text("compare.opened", row.name(), Numbers.grouped(run.steps())), null));
        showLab.run();
    }

    /** Keeps the run that goes on, and waits until all is written. */
    @Override
    public void close() {
        recorder.keepNow();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "The last run was not kept in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
