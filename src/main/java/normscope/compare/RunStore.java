package normscope.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import normscope.experiment.InvalidSettingException;
import normscope.experiment.Json;
import normscope.text.Texts;
import tools.jackson.databind.node.ObjectNode;

/**
 * The kept runs, two files each: what the table shows, and the curves, which are read when a figure wants them.
 * Together they take no more than a budget: the oldest that nobody has named go first. Not for several threads.
 */
public final class RunStore {

    /** The most that all files may take, in bytes. */
    public static final long BUDGET = 200L << 20;

    private static final String FORMAT = "normscope-run";
    private static final int VERSION = 1;
    private static final String RUN = ".run.json";
    private static final String CURVES = ".curves.json";

    private final Shelf shelf;
    private final long budget;
    private final Map<String, KeptRun> runs = new LinkedHashMap<>();
    private final Map<String, Long> sizes = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    /** A deleted run and its files by name, to be put back. */
    record Deleted(KeptRun run, Map<String, byte[]> files) {}

    RunStore(Shelf shelf, long budget) {
        this.shelf = shelf;
        this.budget = budget;
    }

    /** {@return a store in a folder, which is made when the first run is kept} */
    public static RunStore in(Path folder) {
        return new RunStore(new Shelf.Folder(folder), BUDGET);
    }

    /** {@return a store that keeps runs as long as the program runs} */
    public static RunStore ofThisStart() {
        return new RunStore(new Shelf.Memory(), BUDGET);
    }

    /** Reads what is kept. A file that is broken is left out and told; curves without a run are what a crash left. */
    void open() {
        try {
            sizes.putAll(shelf.sizes());
        } catch (IOException e) {
            complaints.add(Texts.text("compare.unreadable.all"));
            return;
        }
        for (String name : List.copyOf(sizes.keySet())) {
            if (name.endsWith(RUN)) {
                read(name);
            }
        }
        for (String name : List.copyOf(sizes.keySet())) {
            if (name.endsWith(CURVES) && !sizes.containsKey(name.replace(CURVES, RUN))) {
                delete(name);
            }
        }
    }

    private void read(String name) {
        try {
            KeptRun run = parse(name, KeptRun.class);
            if (!name.equals(run.id() + RUN)
                    || run.arms().size() != run.experiment().config().arms().size()) {
                throw new InvalidSettingException("arms", "do not fit.");
            }
            runs.put(run.id(), run);
        } catch (IOException | InvalidSettingException e) {
            complaints.add(Texts.text("compare.unreadable", name));
        }
    }

    private <T> T parse(String name, Class<T> type) throws IOException {
        ObjectNode root = Json.parse(shelf.read(name));
        Json.takeVersion(root, FORMAT, "a run", VERSION);
        return Json.PLAIN.bind(root, type);
    }

    private static byte[] bytes(Object content) {
        ObjectNode tree = Json.PLAIN.tree(content);
        tree.put("format", FORMAT).put("version", VERSION);
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@return all runs, the earliest first} */
    List<KeptRun> runs() {
        return runs.values().stream()
                .sorted(Comparator.comparing(KeptRun::number))
                .toList();
    }

    /** {@return one sentence a file that was left out or could not be written, and forgets them} */
    List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    /** {@return what all files take, in bytes} */
    long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    int nextNumber() {
        return 1 + runs.values().stream().mapToInt(KeptRun::number).max().orElse(0);
    }

    KeptRun get(String id) {
        return runs.get(id);
    }

    /**
     * Keeps a run in the place of the former one of its id; says whether. A run that is the beginning of another one is
     * not kept, nor is what it was before.
     */
    boolean put(KeptRun run, RunCurves curves) {
        boolean known = runs.values().stream().anyMatch(other -> !other.id().equals(run.id()) && run.begins(other));
        if (known) {
            if (runs.containsKey(run.id())) {
                erase(run.id());
            }
            return false;
        }
        // The curves first: without them the run would be half there.
        boolean kept = write(run.id() + CURVES, bytes(curves)) && write(run.id() + RUN, bytes(run));
        if (kept) {
            runs.put(run.id(), run);
            makeRoom(run.id());
        }
        return kept;
    }

    void rename(String id, String name) {
        KeptRun renamed = runs.get(id).named(name);
        if (write(id + RUN, bytes(renamed))) {
            runs.put(id, renamed);
        }
    }

    /** {@return the curves of a run; null if they can't be read, which is told} */
    RunCurves curves(String id) {
        try {
            return parse(id + CURVES, RunCurves.class);
        } catch (IOException | InvalidSettingException e) {
            complaints.add(Texts.text("compare.unreadable", id + CURVES));
            return null;
        }
    }

    /** Takes a run out, with all that it takes to put it back. */
    Deleted remove(String id) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of(id + CURVES, id + RUN)) {
            try {
                files.put(name, shelf.read(name));
            } catch (IOException e) {
                complaints.add(Texts.text("compare.unreadable", name));
            }
        }
        KeptRun run = runs.get(id);
        erase(id);
        return new Deleted(run, files);
    }

    void putBack(Deleted deleted) {
        deleted.files().forEach(this::write);
        runs.put(deleted.run().id(), deleted.run());
    }

    private boolean write(String name, byte[] content) {
        try {
            shelf.write(name, content);
            sizes.put(name, (long) content.length);
            return true;
        } catch (IOException e) {
            complaints.add(Texts.text("compare.unwritable"));
            return false;
        }
    }

    private void erase(String id) {
        runs.remove(id);
        // The run first: curves alone are taken for what a crash left.
        delete(id + RUN);
        delete(id + CURVES);
    }

    private void delete(String name) {
        try {
            shelf.delete(name);
            sizes.remove(name);
        } catch (IOException e) {
            complaints.add(Texts.text("compare.unwritable"));
        }
    }

    private void makeRoom(String newest) {
        List<KeptRun> first = runs.values().stream()
                .filter(run -> !run.id().equals(newest))
                .sorted(Comparator.comparing((KeptRun run) -> !run.name().isEmpty())
                        .thenComparing(KeptRun::ended))
                .toList();
        for (KeptRun run : first) {
            if (bytes() <= budget) {
                return;
            }
            erase(run.id());
        }
    }
}
