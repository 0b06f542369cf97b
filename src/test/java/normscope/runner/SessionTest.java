package normscope.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import normscope.experiment.Command;
import normscope.experiment.ExperimentConfig;
import normscope.experiment.InputShift;
import normscope.experiment.Kick;
import normscope.experiment.Measurement;
import normscope.experiment.Snapshot;
import normscope.nn.NormalizerSpec;
import normscope.nn.OptimizerSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {

    private static final ExperimentConfig SMALL = small(new OptimizerSpec.Momentum());

    private static ExperimentConfig small(OptimizerSpec optimizer) {
        ExperimentConfig config = ExperimentConfig.defaults();
        return config.withData(config.data().withPoints(120))
                .withNetwork(config.network().withHiddenUnits(List.of(8, 5, 8)))
                .withTraining(config.training()
                        .withOptimizer(optimizer)
                        .withBatchSize(16)
                        .withDropout(0.1)
                        .withL2(1e-3));
    }

    private static Session run(ExperimentConfig config, long steps) {
        Session session = new Session(config);
        while (session.experiment().step() < steps) {
            session.advance();
        }
        return session;
    }

    @Test
    void sameConfigurationGivesTheSameHistoryBitForBit() {
        assertSameRun(run(SMALL, 700), run(SMALL, 700));
    }

    @Test
    void anotherSeedGivesAnotherHistory() {
        Session a = run(SMALL, 5);
        Session b = run(SMALL.withSeed(8), 5);
        assertThat(a.history().batchLoss(1, 4)).isNotEqualTo(b.history().batchLoss(1, 4));
    }

    @ParameterizedTest
    @FieldSource("normscope.nn.OptimizerSpec#EXPERIMENTS")
    void rewindingAndGoingOnGivesTheRunThatWasNotRewound(OptimizerSpec optimizer) {
        Session straight = run(small(optimizer), 600);
        Session rewound = run(small(optimizer), 457);
        for (long back : new long[] {456, 321, 64, 0}) {
            rewound.goBackTo(back, () -> false);
            assertThat(rewound.experiment().step()).isEqualTo(back);
            assertThat(rewound.history().lastStep()).isEqualTo(back);
        }
        while (rewound.experiment().step() < 600) {
            rewound.advance();
        }
        assertSameRun(straight, rewound);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void rewindingToRandomStepsReplaysRandomCommands(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Session straight = new Session(SMALL);
        Session rewound = new Session(SMALL);
        for (int round = 0; round < 12; round++) {
            Command command = command(random);
            straight.apply(command);
            rewound.apply(command);
            int steps = random.nextInt(60);
            for (int i = 0; i < steps; i++) {
                straight.advance();
                rewound.advance();
            }
            long now = rewound.experiment().step();
            long back = random.nextLong(now + 1);
            List<Command> later = new ArrayList<>();
            List<Long> laterSteps = new ArrayList<>();
            rewound.history().events().stream().filter(e -> e.step() > back).forEach(e -> {
                later.add(e.command());
                laterSteps.add(e.step());
            });
            rewound.goBackTo(back, () -> false);
            replay(rewound, now, later, laterSteps);
        }
        assertSameRun(straight, rewound);
    }

    private static Command command(RandomGenerator random) {
        long drift = random.nextBoolean() ? 0 : 1 + random.nextInt(90);
        double amount = random.nextDouble();
        return switch (random.nextInt(10)) {
            case 0 -> new Command.SetLearningRate(0.01 + 0.2 * amount);
            case 1 ->
                new Command.SetNormalizer(
                        random.nextInt(2),
                        random.nextInt(3),
                        random.nextBoolean() ? new NormalizerSpec.Batch() : new NormalizerSpec.None());
            case 2 -> new Command.ShiftInputs(new InputShift.Translate(amount, -amount), drift);
            case 3 -> new Command.ShiftInputs(new InputShift.Scale(0.5 + amount, 1), drift);
            case 4 -> new Command.ShiftInputs(new InputShift.Rotate(90 * amount), drift);
            case 5 -> new Command.ShiftInputs(new InputShift.ClassShift(random.nextInt(2), amount, amount), drift);
            case 6 -> new Command.ShiftInputs(new InputShift.Noise(amount), drift);
            case 7 -> new Command.KickLayer(random.nextInt(3), new Kick.ScaleWeights(0.5 + amount));
            case 8 -> new Command.KickLayer(random.nextInt(3), new Kick.AddToZ(amount));
            default -> new Command.KickLayer(random.nextInt(3), new Kick.Redraw());
        };
    }

    /** A shift, another one while the first still drifts, and a kick: gone back across, one after the other. */
    @Test
    void goingBackAcrossShiftsRestoresTheirWorldExactly() {
        List<Session> sessions = List.of(new Session(SMALL), new Session(SMALL));
        for (Session session : sessions) {
            advanceTo(session, 100);
            session.apply(new Command.ShiftInputs(new InputShift.Rotate(60), 80));
            advanceTo(session, 140);
            session.apply(new Command.ShiftInputs(new InputShift.Noise(0.3), 0));
            session.apply(new Command.KickLayer(1, new Kick.AddToZ(2)));
            advanceTo(session, 250);
        }
        Session straight = sessions.get(0);
        Session rewound = sessions.get(1);
        for (long back : new long[] {220, 150, 140}) {
            rewound.goBackTo(back, () -> false);
            assertThat(rewound.experiment().snapshot().shifts().changes()).hasSize(2);
            assertThat(rewound.experiment().network(1).layer(1).addedToZ()).isEqualTo(2);
        }
        advanceTo(rewound, 250);
        assertSameRun(straight, rewound);
        assertThat(rewound.experiment().world().train().x().data)
                .isEqualTo(straight.experiment().world().train().x().data);
        rewound.goBackTo(139, () -> false);
        assertThat(rewound.experiment().snapshot().shifts().changes()).hasSize(1);
        assertThat(rewound.experiment().network(1).layer(1).addedToZ()).isZero();
        rewound.goBackTo(99, () -> false);
        assertThat(rewound.experiment().world()).isSameAs(rewound.experiment().split());
        assertSameRun(run(SMALL, 99), rewound);
    }

    /** The curves must lead up to a jump and on from it, not past it. */
    @Test
    void aJumpIsMeasuredRightBeforeRightAfterAndAtEveryStepAfterwards() {
        Session session = new Session(SMALL);
        advanceTo(session, 1003);
        Measurement before = session.experiment().measure();
        session.apply(new Command.SetLearningRate(0.2));
        session.apply(new Command.ShiftInputs(new InputShift.Translate(2, 0), 0));
        Measurement after = session.experiment().measure();
        advanceTo(session, 1300);
        List<Measurement> measured = session.history().measurements(0);
        int at = measured.indexOf(before);
        assertThat(measured.get(at + 1)).isEqualTo(after);
        assertThat(after.arm(1).trainLoss()).isGreaterThan(2 * before.arm(1).trainLoss());
        List<Long> later = measured.subList(at + 2, measured.size()).stream()
                .map(Measurement::step)
                .toList();
        assertThat(later.subList(0, 100))
                .as("each of the 100 steps after the change")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1004, 1103).boxed().toList());
        assertThat(later).contains(1003 + 128L, 1003 + 256L).doesNotHaveDuplicates();
        assertThat(later.subList(100, later.size())).as("then ever fewer").hasSizeLessThan(40);
    }

    private static void advanceTo(Session session, long step) {
        while (session.experiment().step() < step) {
            session.advance();
        }
    }

    private static void replay(Session session, long to, List<Command> commands, List<Long> steps) {
        int next = 0;
        while (true) {
            while (next < commands.size()
                    && steps.get(next) == session.experiment().step()) {
                session.apply(commands.get(next++));
            }
            if (session.experiment().step() == to) {
                return;
            }
            session.advance();
        }
    }

    @Test
    void aRunThatIsPutAwayStaysAsItWasAndGoesOnExactly() {
        Session original = run(SMALL, 200);
        original.apply(new Command.SetNormalizer(0, 1, new NormalizerSpec.Batch()));
        original.apply(new Command.ShiftInputs(new InputShift.Translate(1, 0), 50));
        original.apply(new Command.KickLayer(2, new Kick.Redraw()));
        Session.PutAway putAway = original.putAway();
        original.goBackTo(100, () -> false);
        assertSameRun(run(SMALL, 100), original);
        assertThat(putAway.history().lastStep()).isEqualTo(200);
        Session again = new Session(putAway);
        Session straight = run(SMALL, 200);
        straight.apply(new Command.SetNormalizer(0, 1, new NormalizerSpec.Batch()));
        straight.apply(new Command.ShiftInputs(new InputShift.Translate(1, 0), 50));
        straight.apply(new Command.KickLayer(2, new Kick.Redraw()));
        for (int i = 0; i < 150; i++) {
            again.advance();
            straight.advance();
        }
        assertSameRun(straight, again);
        assertThat(again.history().events()).isEqualTo(straight.history().events());
    }

    @Test
    void aDivergingArmStopsAloneAndSaysWhere() {
        ExperimentConfig config = ExperimentConfig.defaults();
        Session session = new Session(config.withTraining(config.training().withLearningRate(10)));
        for (int i = 0; i < 200; i++) {
            session.advance();
        }
        var divergence = session.experiment().divergence(0);
        assertThat(divergence).isNotNull();
        int at = (int) divergence.step();
        assertThat(session.history().batchLoss(0, at - 1)).isFinite();
        assertThat(session.history().batchLoss(0, at)).isNaN();
        assertThat(divergence.layer()).isBetween(0, 4);
        assertThat(session.experiment().divergence(1)).isNull();
        assertThat(session.history().batchLoss(1, 199)).isFinite();
    }

    private static void assertSameRun(Session a, Session b) {
        long steps = a.experiment().step();
        assertThat(b.experiment().step()).isEqualTo(steps);
        for (int arm = 0; arm < 2; arm++) {
            for (long step = 0; step < steps; step++) {
                assertThat(b.history().batchLoss(arm, step))
                        .as("batch loss of %s at step %d", arm, step)
                        .isEqualTo(a.history().batchLoss(arm, step));
            }
        }
        List<Measurement> measured = a.history().measurements(0);
        assertThat(b.history().measurements(0)).isEqualTo(measured);
        assertThat(measured).hasSizeGreaterThan(1);
        Snapshot end = a.experiment().snapshot();
        Snapshot otherEnd = b.experiment().snapshot();
        for (int arm = 0; arm < 2; arm++) {
            assertThat(otherEnd.arm(arm).networkState()).isEqualTo(end.arm(arm).networkState());
            assertThat(otherEnd.arm(arm).optimizerState())
                    .isEqualTo(end.arm(arm).optimizerState());
        }
    }
}
