package normscope.surface;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands with their options, parameters, defaults and descriptions. */
public final class CommandLines {

    private CommandLines() {}

    /**
     * Describes a command and those below it.
     *
     * @param line the command
     * @return one line for each command, option and parameter
     */
    public static List<String> describe(CommandLine line) {
        List<String> lines = new ArrayList<>();
        CommandSpec spec = line.getCommandSpec();
        String name = spec.qualifiedName();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s",
                name,
                String.join(" ", spec.usageMessage().description())));
        for (OptionSpec option : spec.options()) {
            lines.add(
                    String.format(Locale.ROOT, "%s %s: %s", name, String.join(" ", option.names()), describe(option)));
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            lines.add(String.format(Locale.ROOT, "%s parameter %s: %s", name, parameter.index(), describe(parameter)));
        }
        line.getSubcommands().values().forEach(below -> lines.addAll(describe(below)));
        return lines;
    }

    private static String describe(ArgSpec argument) {
        return String.format(
                Locale.ROOT,
                "%s, %s, arity %s, %s, default %s: %s",
                argument.paramLabel(),
                argument.type().getSimpleName(),
                argument.arity(),
                argument.required() ? "required" : "optional",
                argument.defaultValue() == null ? argument.initialValue() : argument.defaultValue(),
                String.join(" ", Arrays.asList(argument.description())));
    }
}
