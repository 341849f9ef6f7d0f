package io.arduinotrader.protocol.cycle;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.PlanId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The running or last cycle of an account.
 *
 * @param id empty when no cycle ever ran
 * @param running whether it still runs
 * @param completed the stages that are done
 * @param notes what the stages had to say, sentences
 * @param plan the plan it works on
 * @param steps what became of the plan's steps, in the order they were tried
 * @param failure why it ended early, empty when it did not
 */
public record CycleView(
    Optional<CycleId> id,
    boolean running,
    boolean dryRun,
    List<Stage> completed,
    List<String> notes,
    Optional<PlanId> plan,
    List<StepOutcome> steps,
    Optional<String> failure,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt)
    implements ClusterMessage {}
