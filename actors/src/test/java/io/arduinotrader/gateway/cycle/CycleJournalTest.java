package io.arduinotrader.gateway.cycle;

import static io.arduinotrader.gateway.cycle.domain.CycleSamples.CYCLE;
import static io.arduinotrader.gateway.cycle.domain.CycleSamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.DepositReply;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.ProbeRooms;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commands store and answer, all of it written to bytes and read back. */
class CycleJournalTest {

  private static final ActorTestKit KIT = EntityKit.create();
  private static final DepositId MAY = new DepositId("may");
  private static final Money HUNDRED = Money.of("100.00", Currency.EUR);

  private final EventSourcedBehaviorTestKit<
          CycleCommand, Chained<CycleEvent>, Journaled<CycleState>>
      entity =
          EntityKit.entity(
              KIT,
              CycleEntity.create(
                  AccountId.DEFAULT, new ProbeRooms(KIT), () -> NOW, 5, Duration.ofMinutes(5)));
  private final TestProbe<CycleProgress> caller = KIT.createTestProbe();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @BeforeEach
  void forget() {
    entity.clear();
  }

  @Test
  void aStartIsStoredBeforeAnythingIsDone() {
    var started =
        entity.runCommand(new CycleCommand.StartCycle(CYCLE, false, true, caller.getRef()));

    assertThat(started.event().event())
        .isEqualTo(new CycleEvent.CycleStarted(CYCLE, false, true, NOW));
    assertThat(caller.expectMessageClass(CycleProgress.At.class).stage()).isEqualTo(Stage.SYNC);
    entity.restart();
    assertThat(view().running()).isTrue();
    assertThat(view().id()).contains(CYCLE);
  }

  @Test
  void aRefusedStartStoresNothing() {
    entity.runCommand(new CycleCommand.StartCycle(CYCLE, false, false, caller.getRef()));

    var refused =
        entity.runCommand(
            new CycleCommand.StartCycle(new CycleId("c-2"), false, false, caller.getRef()));

    assertThat(refused.hasNoEvents()).isTrue();
  }

  @Test
  void aDepositIsStoredBeforeItIsBooked() {
    TestProbe<DepositReply> depositor = KIT.createTestProbe();

    var announced =
        entity.runCommand(new CycleCommand.Deposit(MAY, HUNDRED, true, depositor.getRef()));

    assertThat(announced.event().event())
        .isEqualTo(new CycleEvent.DepositAnnounced(MAY, HUNDRED, true, NOW));
    depositor.expectNoMessage();
    entity.restart();
    assertThat(entity.getState().state().unsettledDeposits()).hasSize(1);
  }

  @Test
  void aRefusedDepositStoresNothing() {
    var refused =
        entity.<DepositReply>runCommand(
            replyTo -> new CycleCommand.Deposit(MAY, Money.zero(Currency.EUR), true, replyTo));

    assertThat(refused.hasNoEvents()).isTrue();
    assertThat(refused.reply()).isInstanceOf(DepositReply.Refused.class);
  }

  private CycleView view() {
    return entity.<CycleView>runCommand(CycleCommand.GetCycle::new).reply();
  }
}
