package io.arduinotrader.gateway.answers;

import io.arduinotrader.persistence.readmodel.AnswerTable;
import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.protocol.answers.AnswerCommand.Answered;
import io.arduinotrader.protocol.answers.AnswerCommand.BeginReply;
import io.arduinotrader.protocol.answers.AnswerCommand.ForgetReply;
import io.arduinotrader.protocol.answers.AnswerCommand.Forgotten;
import io.arduinotrader.protocol.answers.AnswerCommand.KeepReply;
import io.arduinotrader.protocol.answers.AnswerCommand.NotKept;
import io.arduinotrader.protocol.answers.AnswerCommand.Unanswered;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/** Keeps what commands under a key were answered, across restarts. */
public final class AnswerDesk {

  /** A day is promised; the second one is for clocks that differ. */
  private static final Duration KEPT = Duration.ofDays(2);

  private final AnswerTable table;
  private final InstantSource clock;
  private final Executor threads;

  private AnswerDesk(AnswerTable table, InstantSource clock, Executor threads) {
    this.table = table;
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * A desk that keeps answers in a table.
   *
   * @param clock the wall clock
   * @param threads where the table may block
   */
  public static Behavior<AnswerCommand> create(
      AnswerTable table, InstantSource clock, Executor threads) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(AnswerCommand.KEY, context.getSelf()));
          AnswerDesk desk = new AnswerDesk(table, clock, threads);
          return Behaviors.receiveMessage(
              command -> {
                desk.onCommand(command);
                return Behaviors.same();
              });
        });
  }

  private void onCommand(AnswerCommand command) {
    switch (command) {
      case AnswerCommand.Begin begin ->
          Stages.on(threads, () -> begin(begin))
              .exceptionally(failure -> new NotKept(Stages.reason(failure)))
              .thenAccept(begin.replyTo()::tell);
      case AnswerCommand.Keep keep ->
          Stages.<KeepReply>on(
                  threads,
                  () ->
                      new Answered(
                          table.keep(keep.name().command(), keep.name().key(), keep.answer())))
              .exceptionally(failure -> new NotKept(Stages.reason(failure)))
              .thenAccept(keep.replyTo()::tell);
      case AnswerCommand.Forget forget ->
          Stages.<ForgetReply>on(
                  threads,
                  () -> {
                    table.forget(forget.name().command(), forget.name().key());
                    return new Forgotten();
                  })
              .exceptionally(failure -> new NotKept(Stages.reason(failure)))
              .thenAccept(forget.replyTo()::tell);
    }
  }

  private BeginReply begin(AnswerCommand.Begin begin) {
    Instant now = clock.instant();
    return table
        .begin(begin.name().command(), begin.name().key(), begin.body(), now, now.minus(KEPT))
        .<BeginReply>map(
            known ->
                known.body().equals(begin.body())
                    ? known.answer().<BeginReply>map(Answered::new).orElseGet(Unanswered::new)
                    : new AnswerCommand.OtherRequest())
        .orElseGet(AnswerCommand.First::new);
  }
}
