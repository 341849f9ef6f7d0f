package io.arduinotrader.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.config.TraderSettings.JobSchedule;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleProgress;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.jobs.JobCommand.Started;
import io.arduinotrader.protocol.jobs.JobCommand.Status;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each job asks the other rooms, and which answers are a failure. */
class JobWorkTest {

  private static final String CYCLE = "trading_cycle";
  private static final String SYNC = "sync_cycle";

  private final JobHouse house =
      new JobHouse(
          new JobSchedule(CYCLE, true, "0 0 1 1 *"), new JobSchedule(SYNC, true, "0 0 1 1 *"));

  @AfterEach
  void end() {
    house.kit.shutdownTestKit();
  }

  @Test
  void aTradingCycleIsNamedAfterItsRun() {
    Started started = (Started) house.trigger(CYCLE, false);
    CycleCommand.StartCycle start = startCycle();

    assertThat(start.id()).isEqualTo(new CycleId(started.run().value()));
    assertThat(start.dryRun()).isFalse();
    start.replyTo().tell(new CycleProgress.Ended(view(start.id(), Optional.empty())));
    house.await(CYCLE, Status.COMPLETED);
  }

  @Test
  void aCycleThatEndsEarlyOrDoesNotStartIsAFailedRun() {
    house.trigger(CYCLE, false);
    CycleCommand.StartCycle start = startCycle();
    start
        .replyTo()
        .tell(new CycleProgress.Ended(view(start.id(), Optional.of("planning: no prices"))));
    house.await(CYCLE, Status.FAILED);
    assertThat(house.job(CYCLE).lastError()).isEqualTo("planning: no prices");

    house.trigger(CYCLE, false);
    startCycle()
        .replyTo()
        .tell(
            new CycleProgress.Refused(
                Refusal.of(RefusalCode.ALREADY_RUNNING, "cycle c-1 is running")));
    house.await(CYCLE, Status.FAILED);
    assertThat(house.job(CYCLE).failures()).isEqualTo(2);
    assertThat(house.job(CYCLE).lastError()).isEqualTo("cycle c-1 is running");
  }

  @Test
  void theSyncComparesBooksFetchesPricesAndMarksTheDay() {
    house.trigger(SYNC, false);
    prices();
    broker(true);
    house
        .rooms
        .desk(ValuationQuery.KEY)
        .expectMessageClass(ValuationQuery.MarkToday.class)
        .replyTo()
        .tell(
            new ValuationQuery.Marked(
                new DayValue(
                    LocalDate.parse("2026-05-04"),
                    Money.of("10.00", Currency.EUR),
                    Money.of("10.00", Currency.EUR),
                    Money.zero(Currency.EUR))));

    house.await(SYNC, Status.COMPLETED);
  }

  @Test
  void aBrokerThatDoesNotAnswerFailsTheSync() {
    house.trigger(SYNC, false);
    prices();
    broker(false);

    house.await(SYNC, Status.FAILED);
    assertThat(house.job(SYNC).lastError()).isEqualTo("the broker does not answer");
  }

  private CycleCommand.StartCycle startCycle() {
    return house
        .rooms
        .entity(CycleCommand.KEY, AccountId.DEFAULT.value())
        .expectMessageClass(CycleCommand.StartCycle.class);
  }

  private void prices() {
    house.begun().replyTo().tell(new FeedCommand.SyncEnded(2, 0, 2, ""));
  }

  private void broker(boolean ready) {
    house
        .rooms
        .desk(BrokerCommand.KEY)
        .expectMessageClass(BrokerCommand.Reconcile.class)
        .replyTo()
        .tell(new BrokerView(ready, ready, Optional.empty(), Optional.empty(), List.of()));
  }

  private static CycleView view(CycleId id, Optional<String> failure) {
    return new CycleView(
        Optional.of(id),
        false,
        false,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        failure,
        Optional.of(JobHouse.NOON),
        Optional.of(JobHouse.NOON));
  }
}
