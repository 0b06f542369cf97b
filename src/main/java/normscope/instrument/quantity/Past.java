package normscope.instrument.quantity;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import normscope.experiment.Command;
import normscope.experiment.Event;
import normscope.experiment.Experiment;
import normscope.experiment.Snapshot;
import normscope.history.History;
import normscope.instrument.Replica;
import normscope.instrument.formula.FormulaNumbers;
import normscope.instrument.shift.LayerMoves;
import normscope.nn.Mode;
import normscope.nn.Network;
import normscope.stats.Moments;
import normscope.stats.Percentiles;
import normscope.sweep.RecordedRun;
import org.ejml.data.DMatrixRMaj;

/** What was before the latest change: the moment is made again from the history, exactly. */
public final class Past {

    /** A unit whose activations vary less than this says nothing. */
    private static final double DEAD = 1e-9;

    private Past() {}

    /** The index of the latest event that is a shift, a kick or a switch; -1 without any. */
    private static int change(List<Event> events) {
        int latest = events.size() - 1;
        while (latest >= 0 && !events.get(latest).command().jumps()) {
            latest--;
        }
        return latest;
    }

    /** The latest shift, kick or switch; null without any. */
    static Command change(History history) {
        List<Event> events = history.events();
        int latest = change(events);
        return latest < 0 ? null : events.get(latest).command();
    }

    /** The step of the latest change, or 0. */
    static long changedAt(History history) {
        List<Event> events = history.events();
        int latest = change(events);
        return latest < 0 ? 0 : events.get(latest).step();
    }

    /** A copy of the experiment at the moment before the latest change; at its beginning where there is none. */
    static Experiment beforeChange(Experiment experiment, History history) {
        List<Event> events = history.events();
        int latest = change(events);
        long step = latest < 0 ? 0 : events.get(latest).step();
        Experiment then = kept(experiment, history, step);
        // Snapshots are taken before the commands of their step.
        long from = then.step();
        for (int i = 0; i < latest; i++) {
            Event event = events.get(i);
            if (event.step() >= from) {
                advance(then, event.step());
                then.apply(event.command());
            }
        }
        advance(then, step);
        return then;
    }

    /** Goes through what was, on a copy: looks at the first step, every n-th from there, and none after the present. */
    static void through(Experiment experiment, History history, long from, int every, Consumer<Experiment> look) {
        Experiment then = kept(experiment, history, from);
        // Snapshots are taken before the commands of their step.
        long begun = then.step();
        List<Event> events =
                history.events().stream().filter(event -> event.step() >= begun).toList();
        int given = 0;
        for (long step = from; step <= experiment.step(); step += every) {
            given = then.applyDue(events, given);
            while (then.step() < step && !then.isOver()) {
                then.advance();
                given = then.applyDue(events, given);
            }
            look.accept(then);
        }
    }

    /** A copy of the experiment at the latest moment that is kept at or before a step, or at its beginning. */
    private static Experiment kept(Experiment experiment, History history, long step) {
        Experiment then = new Experiment(experiment.config());
        then.keepToOneThread();
        Snapshot start = history.at(step);
        if (start != null) {
            then.restore(start);
        }
        return then;
    }

    private static void advance(Experiment experiment, long step) {
        while (experiment.step() < step && !experiment.isOver()) {
            experiment.advance();
        }
    }

    static double travel(Experiment experiment, History history, LayerQuantity.Travel what) {
        if (experiment.divergence(what.arm()) != null) {
            return Double.NaN;
        }
        Replica replica = Replica.of(experiment);
        double[][] reach = null;
        for (long step = 0; step < experiment.step(); step += RecordedRun.SPACING) {
            Snapshot moment = history.at(step);
            if (moment != null) {
                replica.goTo(moment);
                reach = widened(reach, medians(replica, what));
            }
        }
        replica.goTo(experiment.snapshot());
        double[][] all = widened(reach, medians(replica, what));
        return IntStream.range(0, all[0].length)
                .mapToDouble(unit -> all[1][unit] - all[0][unit])
                .average()
                .orElse(Double.NaN);
    }

    /** The lowest and the highest of some medians, a unit each. */
    private static double[][] widened(double[][] reach, double[] medians) {
        if (reach == null) {
            return new double[][] {medians.clone(), medians};
        }
        for (int unit = 0; unit < medians.length; unit++) {
            reach[0][unit] = Math.min(reach[0][unit], medians[unit]);
            reach[1][unit] = Math.max(reach[1][unit], medians[unit]);
        }
        return reach;
    }

    private static double[] medians(Replica replica, LayerQuantity.Travel what) {
        Network network = replica.network(what.arm());
        network.forward(replica.train().x(), Mode.TRAIN);
        DMatrixRMaj values = network.layer(what.layer()).zTilde();
        return IntStream.range(0, values.numCols)
                .mapToDouble(unit -> Percentiles.of(FormulaNumbers.column(values, unit), values.numRows, 50))
                .toArray();
    }

    static double moved(Experiment experiment, History history, LayerQuantity.Moved what) {
        Quantity.Values values =
                new Quantity.Values(what.of(), what.arm(), what.layer(), null, Mode.TRAIN, false, false);
        Experiment then = beforeChange(experiment, history);
        if (then.step() != experiment.step()
                || experiment.divergence(what.arm()) != null
                || then.divergence(what.arm()) != null) {
            return Double.NaN;
        }
        double[] before = Measuring.values(then, values);
        double[] after = Measuring.values(experiment, values);
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            squares += (after[i] - before[i]) * (after[i] - before[i]);
        }
        double sd = Moments.of(before, before.length).sd();
        return Math.sqrt(squares / before.length) / sd;
    }

    static double distance(Experiment experiment, History history, LayerQuantity.Distance what) {
        Experiment then = beforeChange(experiment, history);
        if (experiment.divergence(what.arm()) != null || then.divergence(what.arm()) != null) {
            return Double.NaN;
        }
        LayerMoves moves = new LayerMoves(Replica.of(then), what.mode());
        return moves.moves(Replica.of(experiment), what.arm()).single().get(what.layer());
    }

    static double wander(Experiment experiment, History history, LayerQuantity.Wander what) {
        Replica replica = Replica.of(experiment);
        if (!goTo(replica, history, experiment, what.from()) || replica.diverged(what.arm())) {
            return Double.NaN;
        }
        Moments[] first = activations(replica, what);
        if (!goTo(replica, history, experiment, what.to()) || replica.diverged(what.arm())) {
            return Double.NaN;
        }
        Moments[] last = activations(replica, what);
        return IntStream.range(0, first.length)
                .filter(unit -> first[unit].sd() > DEAD)
                .mapToDouble(unit -> Math.abs(last[unit].mean() - first[unit].mean()) / first[unit].sd())
                .average()
                .orElse(Double.NaN);
    }

    private static boolean goTo(Replica replica, History history, Experiment experiment, long step) {
        Snapshot moment = step == experiment.step() ? experiment.snapshot() : history.at(step);
        if (moment == null || moment.step() != step) {
            return false;
        }
        replica.goTo(moment);
        return true;
    }

    private static Moments[] activations(Replica replica, LayerQuantity.Wander what) {
        Network network = replica.network(what.arm());
        network.forward(replica.train().x(), Mode.TRAIN);
        DMatrixRMaj values = network.layer(what.layer()).a();
        return IntStream.range(0, values.numCols)
                .mapToObj(unit -> Moments.of(FormulaNumbers.column(values, unit), values.numRows))
                .toArray(Moments[]::new);
    }
}
