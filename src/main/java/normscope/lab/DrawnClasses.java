package normscope.lab;

import java.util.List;
import java.util.stream.IntStream;
import normscope.experiment.DataConfig;
import normscope.experiment.DrawnPoints;
import normscope.experiment.DrawnPoints.Point;
import normscope.text.Numbers;
import normscope.text.Texts;

/** The numbers of points of each class that may be drawn, and whether a network can learn them. */
public record DrawnClasses(List<Integer> counts) {

    static DrawnClasses of(List<Point> points) {
        int[] counts = new int[DrawnPoints.MAX_CLASSES];
        points.forEach(point -> counts[point.label()]++);
        return new DrawnClasses(IntStream.of(counts).boxed().toList());
    }

    private int present() {
        return (int) counts.stream().filter(count -> count > 0).count();
    }

    /** {@return why these points do not train, in a sentence; empty if they do} */
    public String problem() {
        for (int label = 0; label < counts.size(); label++) {
            if (counts.get(label) > 0 && counts.get(label) < DrawnPoints.MIN_OF_A_CLASS) {
                return Texts.text("draw.lonely", label);
            }
        }
        return present() < 2 ? Texts.text("draw.few", DrawnPoints.MIN_OF_A_CLASS) : "";
    }

    /** {@return what else is to be said, in a sentence; empty for nothing} */
    public String remark() {
        if (counts.stream().mapToInt(Integer::intValue).sum() == DataConfig.MAX_POINTS) {
            return Texts.text("draw.full", Numbers.grouped(DataConfig.MAX_POINTS));
        }
        for (int label = 0; label < counts.size(); label++) {
            if (counts.get(label) > 0 && place(label) != label) {
                return Texts.text("draw.closed-up", label, place(label));
            }
        }
        return "";
    }

    /** The number of a class when those without points are left out. */
    private int place(int label) {
        return (int)
                counts.subList(0, label).stream().filter(count -> count > 0).count();
    }

    /** The points as data, without the classes that have none. */
    DrawnPoints closedUp(List<Point> points) {
        return new DrawnPoints(
                present(),
                points.stream()
                        .map(point -> new Point(point.x(), point.y(), place(point.label())))
                        .toList());
    }
}
