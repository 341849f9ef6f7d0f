package io.arduinotrader.planning;

import io.arduinotrader.persistence.readmodel.Page;
import io.arduinotrader.persistence.readmodel.PlanTable;
import io.arduinotrader.protocol.planning.PlanIndexQuery;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.support.Stages;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.jspecify.annotations.Nullable;

/** Answers from the table of all plans. */
public final class PlanIndexDesk {

  private PlanIndexDesk() {}

  /**
   * A desk that reads this node's table.
   *
   * @param threads where reading may block
   */
  public static Behavior<PlanIndexQuery> create(PlanTable plans, Executor threads) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(PlanIndexQuery.KEY, context.getSelf()));
          return Behaviors.receiveMessage(
              query -> {
                switch (query) {
                  case PlanIndexQuery.ListPlans list ->
                      Stages.on(threads, () -> plans.page(list.limit(), list.offset()))
                          .handle(PlanIndexDesk::reply)
                          .thenAccept(list.replyTo()::tell);
                }
                return Behaviors.same();
              });
        });
  }

  private static PlanIndexQuery.Reply reply(Page<PlanId> page, @Nullable Throwable failure) {
    return failure == null
        ? new PlanIndexQuery.PlanIds(page.rows(), page.total())
        : new PlanIndexQuery.Unreadable(Stages.reason(failure));
  }
}
