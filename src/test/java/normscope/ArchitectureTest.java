package normscope;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.text.DateFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the import table of the design: which package may import which. */
class ArchitectureTest {

    private static final String ROOT = "normscope.";

    /** The toolkit, and what draws with it. */
    private static final String[] TOOLKIT = {"javafx..", "com.sun..", "java.awt..", "javax.swing..", "org.jfree.."};

    /** The design's table: package to the packages that it may import, and with them what these may import. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("math", Set.of()),
            entry("text", Set.of()),
            entry("nn", Set.of("math")),
            entry("data", Set.of("math")),
            entry("stats", Set.of("math")),
            entry("experiment", Set.of("nn", "data", "stats")),
            entry("history", Set.of("experiment")),
            entry("runner", Set.of("experiment", "history")),
            entry("sweep", Set.of("runner", "text")),
            entry("lab", Set.of("runner", "text")),
            entry("torch", Set.of("lab")),
            entry("chart", Set.of("history", "text")),
            entry("control", Set.of("text")),
            entry("panel", Set.of("lab", "chart")),
            entry("shell", Set.of("panel", "control")),
            entry("instrument", Set.of("shell", "sweep")),
            entry("compare", Set.of("shell")),
            entry("lesson", Set.of("instrument")),
            entry("export", Set.of("panel")),
            entry("sheet", Set.of("lesson", "export")),
            entry("present", Set.of("sheet", "torch")),
            entry("window", Set.of("present", "compare")),
            entry("cli", Set.of("lesson", "torch")),
            entry("app", Set.of("cli", "window")));

    private static final List<Localized> LOCALIZED = List.of(
            new Localized(String.class, "(format|formatted|toLowerCase|toUpperCase)\\(.*"),
            new Localized(PrintStream.class, "(format|printf)\\(.*"),
            new Localized(PrintWriter.class, "(format|printf)\\(.*"),
            new Localized(Formatter.class, "<init>.*"),
            new Localized(MessageFormat.class, "(<init>|format)\\(String.*"),
            new Localized(NumberFormat.class, "(<init>|get.*Instance)\\(.*"),
            new Localized(DateFormat.class, "(<init>|get.*Instance)\\(.*"),
            new Localized(DecimalFormatSymbols.class, "(<init>|getInstance)\\(.*"),
            new Localized(DateTimeFormatter.class, "ofPattern\\(.*"),
            new Localized(Scanner.class, "<init>.*"));

    private static JavaClasses classes;

    @BeforeAll
    static void importClasses() {
        classes = new ClassFileImporter().importPath(Path.of("target/classes"));
    }

    static Set<String> packages() {
        return new TreeSet<>(MAY_IMPORT.keySet());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageImportsOnlyWhatTheTableAllows(String name) {
        Set<String> forbidden = new TreeSet<>(MAY_IMPORT.keySet());
        forbidden.removeAll(allowed(name));

        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        forbidden.stream().map(other -> ROOT + other + "..").toArray(String[]::new)))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void everyClassIsInAPackageOfTheTable() {
        Set<String> packages = classes.stream()
                .map(type -> type.getPackageName().replaceFirst("^normscope\\.?", ""))
                .map(name -> name.replaceFirst("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).isNotEmpty().isSubsetOf(MAY_IMPORT.keySet());
    }

    @Test
    void whatTheCommandLineUsesKnowsNoToolkit() {
        noClasses()
                .that()
                .resideInAPackage("normscope.cli..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(TOOLKIT)
                .check(classes);
    }

    @Test
    void viewModelsKnowOnlyPropertiesAndCollectionsOfJavaFx() {
        noClasses()
                .that()
                .resideInAPackage("normscope.lab..")
                .or()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(describe(
                        "are of JavaFX beyond javafx.beans and javafx.collections, or of AWT",
                        type -> type.getPackageName().startsWith("java.awt")
                                || type.getPackageName().startsWith("javafx.")
                                        && !type.getPackageName().startsWith("javafx.beans")
                                        && !type.getPackageName().startsWith("javafx.collections")))
                .check(classes);
    }

    @Test
    void onlyChartAndFiguresUseAwtAndTheLibrariesThatDrawWithIt() {
        noClasses()
                .that()
                .resideOutsideOfPackage("normscope.chart..")
                .and()
                .haveNameNotMatching(".*Figure(\\$.*)?")
                .and()
                // Where JavaFX does not start, a dialog must be another's.
                .doNotHaveSimpleName("StartFailure")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree..", "org.scilab..", "org.apache.batik..", "java.awt..", "javax.swing..")
                .check(classes);
    }

    @Test
    void noMatrixReachesChartsAndControls() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "normscope.chart..",
                        "normscope.control..",
                        "normscope.panel..",
                        "normscope.shell..",
                        "normscope.window..",
                        "normscope.present..")
                .or()
                .haveSimpleNameEndingWith("Figure")
                .or()
                .haveSimpleNameEndingWith("Panel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ejml..")
                .allowEmptyShould(true)
                .check(classes);
    }

    /**
     * Proofs use the bench of the noise, the shift lab the statistics' record, the update the formulas' rows, the table
     * of rates the sweep's figure; lessons' quantities know all of them.
     */
    @Test
    void anInstrumentKnowsNoOther() {
        slices().matching("normscope.instrument.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage("normscope.instrument.quantity.."), alwaysTrue())
                .ignoreDependency(alwaysTrue(), resideInAPackage("normscope.instrument.quantity.."))
                .ignoreDependency(
                        resideInAPackage("normscope.instrument.proofs.."),
                        resideInAPackage("normscope.instrument.noise.."))
                .ignoreDependency(
                        resideInAPackage("normscope.instrument.shift.."),
                        resideInAPackage("normscope.instrument.statistics.."))
                .ignoreDependency(
                        resideInAPackage("normscope.instrument.update.."),
                        resideInAPackage("normscope.instrument.formula.."))
                .ignoreDependency(
                        resideInAPackage("normscope.instrument.depth.."),
                        resideInAPackage("normscope.instrument.sweep.."))
                .check(classes);
    }

    @Test
    void randomNumbersComeOnlyFromGeneratorsPassedIn() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("a run must be the same again from its seed")
                .check(classes);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that(describe("are outside cli and app", ArchitectureTest::isOutsideTheCommandLine))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/classes", "target/test-classes"})
    void numbersAndCaseAreNeverLeftToTheDefaultLocale(String folder) {
        noClasses()
                .that(describe("are our own", type -> !type.getPackageName().endsWith(".jmh_generated")))
                .should()
                .accessTargetWhere(describe("takes the default locale", ArchitectureTest::takesTheDefaultLocale))
                .because("a file name, a formula or a table must be the same in every country")
                .check(new ClassFileImporter().importPath(Path.of(folder)));
    }

    private static boolean takesTheDefaultLocale(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        boolean told = target.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(Locale.class) || type.isEquivalentTo(DecimalFormatSymbols.class));
        return !told && LOCALIZED.stream().anyMatch(method -> method.is(target));
    }

    /** A family of methods that format by the default locale, unless they are given one. */
    private record Localized(Class<?> owner, String signature) {
        boolean is(CodeUnitAccessTarget target) {
            return target.getOwner().isAssignableTo(owner)
                    && (target.getName() + "("
                                    + target.getRawParameterTypes().stream()
                                            .map(JavaClass::getSimpleName)
                                            .collect(Collectors.joining(", "))
                                    + ")")
                            .matches(signature);
        }
    }

    /** The package itself, what its row names, and what the rows of these name. */
    private static Set<String> allowed(String name) {
        Set<String> all = new TreeSet<>(Set.of(name));
        MAY_IMPORT.get(name).forEach(other -> all.addAll(allowed(other)));
        return all;
    }

    private static boolean isOutsideTheCommandLine(JavaClass type) {
        return !type.getPackageName().startsWith("normscope.cli")
                && !type.getPackageName().startsWith("normscope.app");
    }
}
