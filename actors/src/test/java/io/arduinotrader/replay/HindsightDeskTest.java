package io.arduinotrader.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.planning.HindsightDesk;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.protocol.planning.HindsightQuery;
import io.arduinotrader.protocol.planning.HindsightQuery.Damaged;
import io.arduinotrader.protocol.planning.HindsightQuery.ReplanReply;
import io.arduinotrader.protocol.planning.HindsightQuery.Replanned;
import io.arduinotrader.protocol.planning.HindsightQuery.UnknownPlan;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.vocab.PlanId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of a real journal, made again. */
class HindsightDeskTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Plans PLANS = Plans.with("10000").free().and(Stock.number(1).target(0.5));
  private static final Plan PLAN = PLANS.plan();

  private final TestProbe<ReplanReply> caller = KIT.createTestProbe();
  private final WrittenJournal written;
  private final ActorRef<HindsightQuery> desk;

  HindsightDeskTest(@TempDir Path folder) {
    written = new WrittenJournal(folder);
    written
        .add(stream(), JournalCodecs.PLAN_EVENTS, new PlanEvent.PlanNumbered(PLAN.id(), Stock.NOW))
        .add(
            stream(),
            JournalCodecs.PLAN_EVENTS,
            new PlanEvent.PlanKept(PLAN, Optional.of(PlanFacts.of(PLANS.inputs())), Stock.NOW))
        .write();
    desk = KIT.spawn(HindsightDesk.create(written.table(), Runnable::run));
  }

  @AfterEach
  void close() {
    written.close();
  }

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void aStoredPlanComesOutAgain() {
    Replanned again = (Replanned) replan(PLAN.id());

    assertThat(again.recorded()).isEqualTo(PLAN);
    assertThat(again.changed()).isEqualTo(PLAN);
    assertThat(again.reproduced()).isTrue();
  }

  @Test
  void aPlanThatWasNeverKeptIsUnknown() {
    PlanId other = new PlanId(PLAN.id().portfolioHash(), 99);

    assertThat(replan(other)).isEqualTo(new UnknownPlan(other));
  }

  @Test
  void aDamagedRecordIsNoPlan() {
    written.update("UPDATE event_journal SET event_payload = X'00' WHERE sequence_number = 1");

    assertThat(replan(PLAN.id())).isInstanceOf(Damaged.class);
  }

  private ReplanReply replan(PlanId id) {
    desk.tell(new HindsightQuery.Replan(id, Map.of(), caller.getRef()));
    return caller.receiveMessage(Duration.ofSeconds(30));
  }

  private static String stream() {
    return "plan|" + PLAN.id().portfolioHash().value();
  }
}
