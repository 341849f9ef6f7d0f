package io.arduinotrader.replay;

import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.persistence.readmodel.EventTable;
import io.arduinotrader.protocol.replay.ReplayQuery;
import io.arduinotrader.protocol.replay.ReplayQuery.ExplainReply;
import io.arduinotrader.protocol.replay.ReplayQuery.NotReplayed;
import io.arduinotrader.protocol.replay.ReplayQuery.Obstacle;
import io.arduinotrader.protocol.replay.ReplayQuery.Range;
import io.arduinotrader.protocol.replay.WhatIfOutcome;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import io.arduinotrader.support.UnreachableException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about the past from this node's journal. Reading is done on threads of its own,
 * so that it slows neither trading nor the tables, and no more questions wait than are worth it.
 */
public final class ReplayDesk {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayDesk.class);

  private static final int MOST_WAITING = 32;

  private final EventTable table;
  private final Rooms rooms;
  private final Executor threads;
  private final Duration patience;
  private final AtomicInteger waiting = new AtomicInteger();

  private ReplayDesk(EventTable table, Rooms rooms, Executor threads, Duration patience) {
    this.table = table;
    this.rooms = rooms;
    this.threads = threads;
    this.patience = patience;
  }

  /**
   * A desk that reads this node's journal.
   *
   * @param rooms the way to the living entities, which are only asked how they stand
   * @param threads where reading may block
   * @param patience how long a living entity may take to say how it stands
   */
  public static Behavior<ReplayQuery> create(
      EventTable table, Rooms rooms, Executor threads, Duration patience) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(ReplayQuery.KEY, context.getSelf()));
          ReplayDesk desk = new ReplayDesk(table, rooms, threads, patience);
          return Behaviors.receiveMessage(
              query -> {
                desk.onQuery(query);
                return Behaviors.same();
              });
        });
  }

  private void onQuery(ReplayQuery query) {
    switch (query) {
      case ReplayQuery.Locate locate -> answer(locate.replyTo(), () -> read(() -> range(locate)));
      case ReplayQuery.ReadEvents events ->
          answer(
              events.replyTo(),
              () ->
                  read(
                      () ->
                          new TradeEvents(journal(events.account()), events.account())
                              .page(events.after(), events.upTo(), events.limit())));
      case ReplayQuery.GetState get -> answer(get.replyTo(), () -> read(() -> state(get)));
      case ReplayQuery.VerifyAccount verify ->
          answer(verify.replyTo(), () -> audit(verify.account()).verdict());
      case ReplayQuery.ExplainOrder explain ->
          answer(explain.replyTo(), () -> read(() -> explanation(explain)));
      case ReplayQuery.WhatIf question ->
          answer(question.replyTo(), () -> read(() -> runAgain(question)));
    }
  }

  private Range range(ReplayQuery.Locate locate) {
    return new Moments(journal(locate.account())).range(locate.from(), locate.to());
  }

  private ReplayQuery.State state(ReplayQuery.GetState get) {
    Journal journal = journal(get.account());
    long position = new Moments(journal).upTo(get.moment());
    return new ReplayQuery.State(AccountReplay.upTo(journal, get.account(), position).state());
  }

  private WhatIfOutcome runAgain(ReplayQuery.WhatIf question) {
    Journal journal = journal(question.account());
    Range range = new Moments(journal).range(question.from(), question.to());
    return new WhatIfRun(journal, question.account(), range, question.changes()).run();
  }

  private AccountAudit audit(AccountId account) {
    return new AccountAudit(
        journal(account), account, new LiveAccount(rooms, account, patience), threads);
  }

  private ExplainReply explanation(ReplayQuery.ExplainOrder explain) {
    return new OrderReasons(journal(explain.account()), explain.account())
        .explain(explain.order())
        .<ExplainReply>map(found -> found)
        .orElseGet(() -> new ReplayQuery.UnknownOrder(explain.order()));
  }

  private Journal journal(AccountId account) {
    return new Journal(table, account);
  }

  private <T> CompletionStage<T> read(Supplier<T> work) {
    return Stages.on(threads, work);
  }

  @SuppressWarnings("unchecked") // every question may be answered by an obstacle
  private <R> void answer(
      ActorRef<R> replyTo, Supplier<? extends CompletionStage<? extends R>> work) {
    ActorRef<Object> asker = (ActorRef<Object>) (ActorRef<?>) replyTo;
    if (waiting.get() >= MOST_WAITING) {
      asker.tell(
          new NotReplayed(Obstacle.BUSY, MOST_WAITING + " questions about the past wait already"));
      return;
    }
    waiting.incrementAndGet();
    work.get()
        .whenComplete(
            (answer, failure) -> {
              waiting.decrementAndGet();
              asker.tell(failure == null ? answer : obstacle(failure));
            });
  }

  private static NotReplayed obstacle(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    Obstacle obstacle =
        switch (cause) {
          case BrokenRecordException broken -> Obstacle.BROKEN;
          case NoSuchMomentException beyond -> Obstacle.NO_SUCH_MOMENT;
          case StoreUnavailableException unreadable -> Obstacle.UNREACHABLE;
          case UnreachableException away -> Obstacle.UNREACHABLE;
          case TimeoutException late -> Obstacle.UNREACHABLE;
          default -> {
            LOG.error("a question about the past failed", cause);
            yield Obstacle.UNREACHABLE;
          }
        };
    return new NotReplayed(obstacle, Stages.reason(cause));
  }
}
