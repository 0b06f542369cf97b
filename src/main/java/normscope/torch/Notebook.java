package normscope.torch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A script as a Jupyter notebook, format 4.4. Its cells begin at lines of {@code # %%}, as editors know them. */
final class Notebook {

    private static final String CELL = "# %%";
    private static final String WORDS = "# %% [markdown]";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Notebook() {}

    static String of(String script) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode cells = root.putArray("cells");
        List<String> cell = new ArrayList<>();
        boolean words = false;
        for (String line : script.split("\n")) {
            if (line.startsWith(CELL)) {
                add(cells, words, cell);
                cell.clear();
                words = line.equals(WORDS);
            } else {
                cell.add(words ? line.replaceFirst("^# ?", "") : line);
            }
        }
        add(cells, words, cell);
        ObjectNode metadata = root.putObject("metadata");
        metadata.putObject("kernelspec")
                .put("display_name", "Python 3")
                .put("language", "python")
                .put("name", "python3");
        metadata.putObject("language_info").put("name", "python");
        root.put("nbformat", 4).put("nbformat_minor", 4);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void add(ArrayNode cells, boolean words, List<String> lines) {
        String text = String.join("\n", lines).strip();
        if (text.isEmpty()) {
            return;
        }
        ObjectNode cell = cells.addObject().put("cell_type", words ? "markdown" : "code");
        if (!words) {
            cell.putNull("execution_count");
            cell.putArray("outputs");
        }
        cell.putObject("metadata");
        ArrayNode source = cell.putArray("source");
        // Each line but the last keeps its end, as the format has it.
        Arrays.stream(text.split("(?<=\n)")).forEach(source::add);
    }
}
