package io.arduinotrader.trading;

import static io.arduinotrader.trading.TradingHouse.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.trading.broker.BrokerAccount;
import io.arduinotrader.trading.domain.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders from the wish to the books, through every fault of the line to the broker. */
class TradingHouseTest {

  private static final Isin SAP = Samples.SAP;
  private static final Isin SIEMENS = new Isin("DE0007236101");
  private static final Isin APPLE = Samples.APPLE;
  private static final Duration SOON = Duration.ofSeconds(30);

  private TradingHouse house;

  @BeforeEach
  void open(@TempDir Path folder) {
    house =
        new TradingHouse(
            folder,
            TradingHouse.withoutFrequencyLimits(),
            security("DE0007164600", "SAP.DE", "XETRA", Currency.EUR),
            security("DE0007236101", "SIE.DE", "XETRA", Currency.EUR),
            security("US0378331005", "AAPL.US", "NasdaqGS", Currency.USD));
    house.quote(SAP, "100", Currency.EUR);
    house.quote(SIEMENS, "200", Currency.EUR);
    house.quote(APPLE, "200", Currency.USD);
    house.deposit("d-1", Samples.eur("10000"));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aBuyGoesThroughAndBothBooksSayTheSame() {
    house.reconcile();
    OrderView order = house.place(Samples.intent("a", Side.BUY, "10"));
    assertThat(order.phase()).isEqualTo(OrderPhase.FILLED);
    assertThat(house.flushes.get()).as("the journal is on the disk first").isPositive();
    awaitSettled();
    assertThat(house.portfolio().cash()).containsExactly(Samples.eur("8995.50"));
    assertThat(house.trading().lastTraded()).hasSize(1);
    awaitAgreement();
  }

  @Test
  void aForeignBuyIsPaidInBothBooksAlike() {
    house.reconcile();
    Intent apple = Samples.on(Samples.intent("a", Side.BUY, "5"), APPLE, new Symbol("AAPL.US"));
    assertThat(house.place(apple).phase()).isEqualTo(OrderPhase.FILLED);
    awaitSettled();
    awaitAgreement();
    assertThat(house.portfolio().balance(Currency.USD)).isEqualTo(money("0.00"));
    assertThat(house.portfolio().balance(Currency.EUR)).isEqualTo(Samples.eur("9195.19"));
  }

  @Test
  void nothingIsTradedBeforeTheBrokerWasRead() {
    OrderView order = house.place(Samples.intent("a", Side.BUY, "10"));
    assertThat(order.phase()).isEqualTo(OrderPhase.REJECTED);
    assertThat(code(order)).isEqualTo(RefusalCode.BROKER_UNAVAILABLE);
    assertThat(house.broker.submissions.get()).isZero();
  }

  /** Judging and setting aside are one step for every caller (I07, I11). */
  @Test
  void ofTwoBuysOfMoreThanHalfTheCashExactlyOneIsAdmitted() {
    house.reconcile();
    Intent sap = Samples.intent("a", Side.BUY, "60");
    Intent siemens = Samples.on(Samples.intent("b", Side.BUY, "30"), SIEMENS, new Symbol("SIE.DE"));
    CompletableFuture<OrderReply> one = house.placing(sap);
    CompletableFuture<OrderReply> other = house.placing(siemens);
    List<OrderView> orders =
        Stream.of(one, other).map(reply -> TradingHouse.view(reply.join())).toList();
    assertThat(orders)
        .extracting(OrderView::phase)
        .containsExactlyInAnyOrder(OrderPhase.FILLED, OrderPhase.REJECTED);
    assertThat(orders.stream().flatMap(order -> order.refusal().stream()).map(Refusal::code))
        .containsExactly(RefusalCode.INSUFFICIENT_FUNDS);
    awaitSettled();
  }

  @Test
  void theSameWishAgainIsTheSameOrderAndAnotherContentIsRefused() {
    house.reconcile();
    Intent wish = Samples.intent("a", Side.BUY, "10");
    CompletableFuture<OrderReply> one = house.placing(wish);
    CompletableFuture<OrderReply> other = house.placing(wish);
    assertThat(TradingHouse.view(one.join()).brokerOrderId())
        .isEqualTo(TradingHouse.view(other.join()).brokerOrderId());
    assertThat(house.broker.submissions.get()).isEqualTo(1);
    assertThat(house.placing(Samples.intent("a", Side.BUY, "11")).join())
        .isInstanceOfSatisfying(
            OrderReply.Refused.class,
            refused ->
                assertThat(refused.refusal().code()).isEqualTo(RefusalCode.DUPLICATE_INTENT));
  }

  @Test
  void anAnswerThatWasLostIsFoundAndTheOrderNotSentAgain() {
    house.reconcile();
    house.broker.next(FaultyBroker.Fault.ANSWER_LOST);
    Intent wish = Samples.intent("a", Side.BUY, "10");
    assertThat(house.place(wish).phase()).isIn(OrderPhase.UNKNOWN, OrderPhase.FILLED);
    awaitPhase(wish, OrderPhase.FILLED);
    assertThat(house.broker.submissions.get()).isEqualTo(1);
    awaitSettled();
    awaitAgreement();
  }

  @Test
  void anOrderThatNeverArrivedIsSentAgainUnderTheSameName() {
    house.reconcile();
    house.broker.next(FaultyBroker.Fault.LOST_ON_THE_WAY, FaultyBroker.Fault.ANSWER_LOST);
    Intent wish = Samples.intent("a", Side.BUY, "10");
    assertThat(house.place(wish).phase()).isEqualTo(OrderPhase.UNKNOWN);
    awaitPhase(wish, OrderPhase.FILLED);
    assertThat(house.broker.submissions.get()).isEqualTo(2);
    assertThat(house.order(wish.id()).brokerOrderId().orElseThrow().value()).isEqualTo("SIM-O-1");
    awaitSettled();
    awaitAgreement();
  }

  @Test
  void anOrderThatNeverArrivesEndsAndItsCashIsFreeAgain() {
    house.reconcile();
    house.broker.next(
        FaultyBroker.Fault.LOST_ON_THE_WAY,
        FaultyBroker.Fault.LOST_ON_THE_WAY,
        FaultyBroker.Fault.LOST_ON_THE_WAY);
    Intent wish = Samples.intent("a", Side.BUY, "10");
    house.place(wish);
    awaitPhase(wish, OrderPhase.SEND_FAILED);
    awaitSettled();
    assertThat(house.portfolio().free(Currency.EUR)).isEqualTo(Samples.eur("10000"));
  }

  /** An outcome nobody knows is looked up before anything is sent again (I01, I02). */
  @Test
  void anOrderWhoseNodeEndsWhileSendingIsLookedUpNotSentAgain() {
    house.reconcile();
    Intent wish = Samples.intent("a", Side.BUY, "10");
    house.broker.whileSubmitting = () -> house.rooms.stop(OrderCommand.KEY, "a");
    house.placeUnheard(wish);
    awaitPhase(wish, OrderPhase.FILLED);
    assertThat(house.broker.submissions.get()).isEqualTo(1);
    awaitSettled();
    awaitAgreement();
  }

  @Test
  void anOrderThatIsLostTogetherWithItsNodeIsSentAgain() {
    house.reconcile();
    Intent wish = Samples.intent("a", Side.BUY, "10");
    house.broker.next(FaultyBroker.Fault.LOST_ON_THE_WAY);
    house.broker.whileSubmitting =
        () -> {
          house.broker.whileSubmitting = () -> {};
          house.rooms.stop(OrderCommand.KEY, "a");
        };
    house.placeUnheard(wish);
    awaitPhase(wish, OrderPhase.FILLED);
    assertThat(house.broker.submissions.get()).isEqualTo(2);
    awaitSettled();
    awaitAgreement();
  }

  @Test
  void aRestartedAccountWakesItsOrders() {
    house.reconcile();
    house.broker.next(FaultyBroker.Fault.ANSWER_LOST);
    house.broker.whileSubmitting = () -> house.broker.unreachable = true;
    Intent wish = Samples.intent("a", Side.BUY, "10");
    assertThat(house.place(wish).phase()).isEqualTo(OrderPhase.UNKNOWN);
    house.rooms.stopEntities();
    house.broker.unreachable = false;
    house.trading();
    awaitPhase(wish, OrderPhase.FILLED);
    assertThat(house.broker.submissions.get()).isEqualTo(1);
    awaitSettled();
    awaitAgreement();
  }

  @Test
  void aWishNobodyJudgedIsNotTakenUpLongAfter() {
    house.reconcile();
    house.rooms.kind(TradingCommand.KEY, id -> Behaviors.ignore());
    house.rooms.stopEntities();
    Intent wish = Samples.intent("a", Side.BUY, "10");
    house.placeUnheard(wish);
    await().atMost(SOON).until(() -> house.order(wish.id()).phase() == OrderPhase.INTENT_RECORDED);
    house.rooms.stopEntities();
    house.setNow(TradingHouse.MORNING.plusSeconds(60));
    awaitPhase(wish, OrderPhase.REJECTED);
    assertThat(code(house.order(wish.id()))).isEqualTo(RefusalCode.UNAVAILABLE);
    assertThat(house.broker.submissions.get()).isZero();
  }

  @Test
  void aRuleThatCannotBeAskedRefusesAndLeavesNothingSetAside() {
    house.reconcile();
    house.rooms.close(MarketDataQuery.KEY);
    OrderView order = house.place(Samples.intent("a", Side.BUY, "10"));
    assertThat(order.phase()).isEqualTo(OrderPhase.REJECTED);
    assertThat(code(order)).isEqualTo(RefusalCode.UNAVAILABLE);
    awaitSettled();
  }

  @Test
  void anOpenOrderCanBeCancelledAndItsCashIsFreeAgain() {
    house.reconcile();
    Intent wish = limited("a", "90", TimeInForce.GTC);
    assertThat(house.place(wish).phase()).isEqualTo(OrderPhase.WORKING);
    assertThat(house.portfolio().free(Currency.EUR)).isEqualTo(Samples.eur("9096.20"));
    assertThat(TradingHouse.view(house.cancel(wish.id())).phase()).isEqualTo(OrderPhase.CANCELLED);
    awaitSettled();
    assertThat(house.portfolio().free(Currency.EUR)).isEqualTo(Samples.eur("10000"));
    assertThat(TradingHouse.view(house.cancel(wish.id())).phase()).isEqualTo(OrderPhase.CANCELLED);
  }

  @Test
  void whatIsFilledCannotBeCancelled() {
    house.reconcile();
    Intent wish = Samples.intent("a", Side.BUY, "10");
    house.place(wish);
    assertThat(house.cancel(wish.id()))
        .isInstanceOfSatisfying(
            OrderReply.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.WRONG_STATE));
    assertThat(house.cancel(Samples.intent("b", Side.BUY, "1").id()))
        .isInstanceOf(OrderReply.Unknown.class);
  }

  @Test
  void theMarketFillsAWaitingOrderAndTheDayEndsAnother() {
    house.reconcile();
    Intent waiting = limited("a", "95", TimeInForce.GTC);
    Intent siemens = Samples.on(limited("b", "90", TimeInForce.DAY), SIEMENS, new Symbol("SIE.DE"));
    house.place(waiting);
    house.place(siemens);
    house.quote(SAP, "94", Currency.EUR);
    awaitPhase(waiting, OrderPhase.FILLED);
    house.setNow(TradingHouse.MORNING.plus(Duration.ofHours(2)));
    awaitPhase(siemens, OrderPhase.EXPIRED);
    awaitSettled();
    awaitAgreement();
  }

  /** At most one open order for a security (I10). */
  @Test
  void aSecondOrderForASecurityWaitsUntilTheFirstHasEnded() {
    house.reconcile();
    house.place(limited("a", "90", TimeInForce.GTC));
    assertThat(code(house.place(Samples.intent("b", Side.BUY, "1"))))
        .isEqualTo(RefusalCode.PENDING_ORDER);
  }

  @Test
  void aRehearsalShowsCostsAndChangesNothing() {
    house.reconcile();
    ValidationReply reply =
        house
            .rooms
            .ask(
                TradingCommand.KEY,
                TradingHouse.ACCOUNT.value(),
                TradingHouse.BUDGET,
                (ActorRef<ValidationReply> replyTo) ->
                    new TradingCommand.Validate(Samples.intent("a", Side.BUY, "10"), replyTo))
            .toCompletableFuture()
            .join();
    assertThat(reply)
        .isInstanceOfSatisfying(
            ValidationReply.Validated.class,
            verdict -> {
              assertThat(verdict.errors()).isEmpty();
              assertThat(verdict.warnings())
                  .extracting(Refusal::code)
                  .containsExactly(RefusalCode.RESEARCH_MODE);
              assertThat(verdict.estimatedCost()).contains(Samples.eur("1004.00"));
              assertThat(verdict.availableCash()).isEqualTo(Samples.eur("10000"));
            });
    assertThat(house.trading().open()).isEmpty();
    assertThat(house.portfolio().reservations()).isEmpty();
  }

  @Test
  void differencesAreShownAndNeverRepaired() {
    house.reconcile();
    house.broker.noteDeposit(new DepositId("d-2"), Samples.eur("1"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(house.brokerView().drifts())
                    .extracting(drift -> drift.subject() + drift.ours() + "/" + drift.brokers())
                    .containsExactly("EUR10000.00/10001.00"));
    assertThat(house.portfolio().cash()).containsExactly(Samples.eur("10000"));
  }

  /** A failed reading changes nothing; absence is not zero (I14). */
  @Test
  void aBrokerThatCannotBeReadChangesNothingAndStopsTrading() {
    house.reconcile();
    house.place(Samples.intent("a", Side.BUY, "10"));
    awaitSettled();
    var before = house.portfolio();
    house.broker.unreachable = true;
    await().atMost(SOON).until(() -> !house.brokerView().ready());
    assertThat(house.portfolio()).isEqualTo(before);
    Intent siemens = Samples.on(Samples.intent("b", Side.BUY, "1"), SIEMENS, new Symbol("SIE.DE"));
    assertThat(code(house.place(siemens))).isEqualTo(RefusalCode.BROKER_UNAVAILABLE);
    house.broker.unreachable = false;
    await().atMost(SOON).until(() -> house.brokerView().ready());
  }

  private static Intent limited(String id, String limit, TimeInForce timeInForce) {
    return Samples.as(
        Samples.intent(id, Side.BUY, "10"),
        OrderType.LIMIT,
        Optional.of(Price.of(limit, Currency.EUR)),
        timeInForce);
  }

  private static RefusalCode code(OrderView order) {
    return order.refusal().orElseThrow().code();
  }

  private static Money money(String dollars) {
    return Money.of(dollars, Currency.USD);
  }

  private void awaitPhase(Intent intent, OrderPhase phase) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(house.isLost(intent.id())).isFalse();
              assertThat(house.order(intent.id()).phase()).isEqualTo(phase);
            });
  }

  private void awaitSettled() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(house.trading().open()).isEmpty();
              assertThat(house.portfolio().reservations()).isEmpty();
            });
  }

  /** Cash and shares are the same to the cent. */
  private void awaitAgreement() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              BrokerAccount brokers = house.broker.account();
              assertThat(BookComparison.differences(house.portfolio(), brokers)).isEmpty();
            });
  }
}
