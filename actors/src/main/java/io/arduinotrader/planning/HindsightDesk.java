package io.arduinotrader.planning;

import io.arduinotrader.persistence.readmodel.EventTable;
import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.planning.domain.Hindsight;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.planning.HindsightQuery;
import io.arduinotrader.protocol.planning.HindsightQuery.Damaged;
import io.arduinotrader.protocol.planning.HindsightQuery.ReplanReply;
import io.arduinotrader.protocol.planning.HindsightQuery.Unavailable;
import io.arduinotrader.protocol.planning.HindsightQuery.UnknownPlan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what stored plans would have been, from the journal alone. */
public final class HindsightDesk {

  private static final Logger LOG = LoggerFactory.getLogger(HindsightDesk.class);

  /** Others look back on the same thread, so a search is ended then, and few may wait. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int MOST_WAITING = 2;

  private static final int PAGE = 100;

  private final EventTable table;
  private final Executor threads;
  private final AtomicInteger waiting = new AtomicInteger();

  private HindsightDesk(EventTable table, Executor threads) {
    this.table = table;
    this.threads = threads;
  }

  /**
   * A desk that reads this node's journal.
   *
   * @param threads where reading may block and planning may take its time
   */
  public static Behavior<HindsightQuery> create(EventTable table, Executor threads) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(HindsightQuery.KEY, context.getSelf()));
          HindsightDesk desk = new HindsightDesk(table, threads);
          return Behaviors.receiveMessage(
              query -> {
                switch (query) {
                  case HindsightQuery.Replan replan -> desk.onReplan(replan);
                }
                return Behaviors.same();
              });
        });
  }

  private void onReplan(HindsightQuery.Replan replan) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      replan.replyTo().tell(new Unavailable(MOST_WAITING + " plans are being looked at already"));
      return;
    }
    Stages.on(threads, () -> answer(replan))
        .whenComplete(
            (answer, failure) -> {
              waiting.decrementAndGet();
              if (failure != null) {
                LOG.error("plan {} could not be made again", replan.id(), failure);
              }
              replan
                  .replyTo()
                  .tell(failure == null ? answer : new Unavailable(Stages.reason(failure)));
            });
  }

  private ReplanReply answer(HindsightQuery.Replan replan) {
    String stream =
        PersistenceId.of(PlanCommand.KEY.name(), replan.id().portfolioHash().value()).id();
    long number = 0;
    List<StoredEvent> page;
    do {
      page = table.stream(stream, number, PAGE);
      for (StoredEvent stored : page) {
        switch (stored) {
          case StoredEvent.Illegible unreadable -> {
            return new Damaged(
                "event %d of %s %s"
                    .formatted(unreadable.sequenceNumber(), stream, unreadable.reason()));
          }
          case StoredEvent.Legible readable -> {
            if (readable.link().event() instanceof PlanEvent.PlanKept kept
                && kept.plan().id().equals(replan.id())) {
              return Hindsight.replan(kept, replan.settings(), watch());
            }
            number = readable.sequenceNumber();
          }
        }
      }
    } while (page.size() == PAGE);
    return new UnknownPlan(replan.id());
  }

  private static SearchWatch watch() {
    long begun = System.nanoTime();
    return soFar -> System.nanoTime() - begun < LONGEST.toNanos();
  }
}
