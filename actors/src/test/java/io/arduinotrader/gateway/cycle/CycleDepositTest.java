package io.arduinotrader.gateway.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.cycle.domain.CycleSamples;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.DepositReply;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.EntityKit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CycleDepositTest {

  private static final ActorTestKit KIT = EntityKit.journaling();
  private static final ManualTime TIME = ManualTime.get(KIT.system());
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final DepositId MAY = new DepositId("may");
  private static final Money HUNDRED = Money.of("100.00", Currency.EUR);
  private static final CycleId INVESTING = new CycleId("deposit:may");

  private final CycleHouse house = new CycleHouse(KIT);
  private final TestProbe<DepositReply> caller = KIT.createTestProbe();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @AfterEach
  void end() {
    house.end();
  }

  @Test
  void aDepositIsBookedWithTheBrokerAndThenInOurBooks() {
    deposit(HUNDRED, false);

    BrokerCommand.NoteDeposit note =
        house.broker().expectMessageClass(BrokerCommand.NoteDeposit.class);
    assertThat(note.id()).isEqualTo(MAY);
    assertThat(note.amount()).isEqualTo(HUNDRED);
    house.portfolio().expectNoMessage();
    note.replyTo().tell(new BrokerCommand.DepositNoted(MAY));
    assertThat(book())
        .isEqualTo(new PortfolioRequest.BookDeposit(MAY, HUNDRED, "announced deposit"));
    caller.expectMessage(
        new DepositReply.Booked(MAY, house.books(), Optional.empty(), "The deposit is booked."));
    house.broker().expectNoMessage(); // no cycle
  }

  @Test
  void nothingAndLessAreNoDeposit() {
    deposit(Money.zero(Currency.EUR), false);
    assertThat(refused().code()).isEqualTo(RefusalCode.AMOUNT_NOT_POSITIVE);
    deposit(Money.of("-1.00", Currency.EUR), false);
    assertThat(refused().code()).isEqualTo(RefusalCode.AMOUNT_NOT_POSITIVE);
    house.broker().expectNoMessage();
  }

  @Test
  void theSameDepositAgainIsAnsweredAndBookedOnce() {
    deposit(HUNDRED, true);
    noteAndBook();
    assertThat(booked().cycle()).contains(INVESTING);
    finishCycle();

    deposit(HUNDRED, true);
    noteAndBook();

    DepositReply.Booked again = booked();
    assertThat(again.cycle()).isEmpty();
    assertThat(again.note()).isEqualTo("The deposit was booked before.");
    house.broker().expectNoMessage(); // and no further cycle
  }

  @Test
  void anotherAmountUnderTheSameIdIsAConflict() {
    deposit(HUNDRED, false);
    noteAndBook();
    booked();

    deposit(Money.of("100.01", Currency.EUR), false);

    assertThat(refused())
        .isEqualTo(
            new Refusal(
                RefusalCode.CONFLICT, "deposit may was announced with 100.00 EUR", "amount"));
    house.broker().expectNoMessage();
  }

  @Test
  void aDepositTheBrokerDoesNotConfirmIsPendingAndTriedAgain() {
    deposit(HUNDRED, false);
    house
        .broker()
        .expectMessageClass(BrokerCommand.NoteDeposit.class)
        .replyTo()
        .tell(new BrokerCommand.DepositUnconfirmed(MAY, "the broker is away"));
    caller.expectMessage(new DepositReply.Pending(MAY, "the broker is away"));

    retryUntilNoted();
    book();
    caller.expectNoMessage();

    deposit(HUNDRED, false);
    noteAndBook();
    assertThat(booked().note()).isEqualTo("The deposit was booked before.");
  }

  @Test
  void aDepositOurBooksDoNotTakeIsTriedAgainWithTheSameId() {
    deposit(HUNDRED, true);
    note();
    PortfolioCommand.Change change =
        house.portfolio().expectMessageClass(PortfolioCommand.Change.class);
    change
        .replyTo()
        .tell(
            new PortfolioReply.Refused(Refusal.of(RefusalCode.CONFLICT, "not now"), house.books()));
    caller.expectMessage(new DepositReply.Pending(MAY, "not now"));

    retryUntilNoted();
    assertThat(book()).isEqualTo(change.request());
    house.broker().expectMessageClass(BrokerCommand.Reconcile.class); // the cycle begins
    assertThat(view().id()).contains(INVESTING);
  }

  @Test
  void whoeverAnnouncesTheSameDepositMeanwhileIsAnsweredToo() {
    TestProbe<DepositReply> impatient = KIT.createTestProbe();
    deposit(HUNDRED, false);
    BrokerCommand.NoteDeposit first =
        house.broker().expectMessageClass(BrokerCommand.NoteDeposit.class);
    house.tell(new CycleCommand.Deposit(MAY, HUNDRED, false, impatient.getRef()));
    house.broker().expectMessageClass(BrokerCommand.NoteDeposit.class);

    first.replyTo().tell(new BrokerCommand.DepositNoted(MAY));
    book();

    assertThat(booked()).isEqualTo(impatient.receiveMessage());
  }

  @Test
  void anUnsettledDepositSurvivesARestart() {
    deposit(HUNDRED, true);
    house.broker().expectMessageClass(BrokerCommand.NoteDeposit.class);

    house.crash();
    assertThat(unsettled()).containsExactly(MAY);
    noteAndBook();

    house.broker().expectMessageClass(BrokerCommand.Reconcile.class);
    assertThat(view().id()).contains(INVESTING);
    assertThat(unsettled()).isEmpty();
    house.crash();
    house.broker().expectMessageClass(BrokerCommand.Reconcile.class);
    house.broker().expectNoMessage(); // neither noted nor begun again
  }

  @Test
  void whileACycleRunsTheDepositWaitsForTheNext() {
    house.startCycle(false);
    house.broker().expectMessageClass(BrokerCommand.Reconcile.class);

    deposit(HUNDRED, true);
    noteAndBook();

    assertThat(booked())
        .isEqualTo(
            new DepositReply.Booked(
                MAY,
                house.books(),
                Optional.empty(),
                "The deposit is booked; cycle c-1 is running, the next one invests it."));
    assertThat(view().id()).contains(CycleSamples.CYCLE);
  }

  private void deposit(Money amount, boolean autoInvest) {
    house.tell(new CycleCommand.Deposit(MAY, amount, autoInvest, caller.getRef()));
  }

  private void note() {
    house
        .broker()
        .expectMessageClass(BrokerCommand.NoteDeposit.class)
        .replyTo()
        .tell(new BrokerCommand.DepositNoted(MAY));
  }

  private PortfolioRequest book() {
    PortfolioCommand.Change change =
        house.portfolio().expectMessageClass(PortfolioCommand.Change.class);
    change.replyTo().tell(new PortfolioReply.Accepted(house.books()));
    return change.request();
  }

  private void noteAndBook() {
    note();
    book();
  }

  /** The answer is told before the timer starts; what is asked after it is answered after that. */
  private void retryUntilNoted() {
    TestProbe<CycleView> fence = KIT.createTestProbe();
    house.tell(new CycleCommand.GetCycle(fence.getRef()));
    fence.receiveMessage();
    TIME.timePasses(RETRY);
    note();
  }

  private void finishCycle() {
    house.sync();
    house.score();
    house.optimize();
    house.plan(CycleSamples.plan());
    house.mark();
  }

  private Refusal refused() {
    return caller.expectMessageClass(DepositReply.Refused.class).refusal();
  }

  private DepositReply.Booked booked() {
    return caller.expectMessageClass(DepositReply.Booked.class);
  }

  private List<DepositId> unsettled() {
    TestProbe<CycleCommand.UnsettledDeposits> asking = KIT.createTestProbe();
    house.tell(new CycleCommand.GetUnsettledDeposits(asking.getRef()));
    return asking.receiveMessage().ids();
  }

  private CycleView view() {
    TestProbe<CycleView> viewer = KIT.createTestProbe();
    house.tell(new CycleCommand.GetCycle(viewer.getRef()));
    return viewer.receiveMessage();
  }
}
