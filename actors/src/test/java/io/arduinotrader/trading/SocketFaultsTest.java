package io.arduinotrader.trading;

import static io.arduinotrader.trading.TradingHouse.security;
import static io.arduinotrader.trading.domain.Samples.SAP;
import static io.arduinotrader.trading.domain.Samples.eur;
import static io.arduinotrader.trading.domain.Samples.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.broker.BrokerAccount;
import io.arduinotrader.trading.broker.BrokerSocket;
import io.arduinotrader.trading.broker.server.BrokerCall;
import io.arduinotrader.trading.broker.server.Fault;
import io.arduinotrader.trading.broker.server.Provocation;
import io.arduinotrader.trading.broker.server.StagedPrices;
import io.arduinotrader.trading.domain.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the house makes of everything a broker behind a real socket can do to it. */
class SocketFaultsTest {

  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(30);

  private TradingHouse house;
  private BrokerSocket socket;

  @BeforeEach
  void open(@TempDir Path folder) {
    List<BrokerSocket> sockets = new ArrayList<>();
    house =
        new TradingHouse(
            folder,
            TradingHouse.impatient(),
            (prices, maker) -> {
              BrokerSocket opened = new BrokerSocket(prices, maker, LIMIT);
              sockets.add(opened);
              return new TradingHouse.Broker(opened.port(), opened::close);
            },
            security("DE0007164600", "SAP.DE", "XETRA", Currency.EUR));
    socket = sockets.getFirst();
    house.quote(SAP, "100", Currency.EUR);
    await("the first connection takes longer than those after it")
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> socket.port().account().positions().isEmpty());
    house.deposit("d-1", eur("10000"));
    house.reconcile();
    house.arm();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"TIME_OUT", "ERROR_AFTER", "RESET_AFTER"})
  void anAnswerThatIsLostIsLookedUpAndTheOrderNotSentAgain(Fault.Kind kind) {
    socket.fault(BrokerCall.SUBMIT, kind, 1);
    OrderView order = filled(buy("a", 10));
    assertThat(order.filled()).isEqualTo(Quantity.of(10));
    assertThat(house.broker.submissions).hasValue(1);
    agree(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"ERROR_BEFORE", "RESET_BEFORE"})
  void anOrderThatDidNotArriveIsSentAgainUnderItsName(Fault.Kind kind) {
    socket.fault(BrokerCall.SUBMIT, kind, 1);
    filled(buy("a", 10));
    assertThat(house.broker.submissions).hasValue(2);
    agree(1);
  }

  @Test
  void anOrderThatArrivesAfterItWasSentAgainIsStillOne() {
    Duration late = LIMIT.plusSeconds(3);
    socket.delay(BrokerCall.SUBMIT, late);
    filled(buy("a", 10));
    assertThat(house.broker.submissions).hasValue(2);
    await().during(late).atMost(SOON).until(() -> atBroker().size() == 1);
    agree(1);
  }

  @Test
  void aRefusalEndsTheOrderAndFreesItsCash() {
    socket.fault(BrokerCall.SUBMIT, Fault.Kind.REJECT, 1);
    OrderView order = house.place(buy("a", 10));
    assertThat(order.phase()).isEqualTo(OrderPhase.REJECTED);
    assertThat(order.refusal().map(Refusal::code)).contains(RefusalCode.BROKER_REJECTED);
    agree(0);
    assertThat(house.portfolio().free(Currency.EUR)).isEqualTo(eur("10000"));
  }

  @Test
  void aBrokerThatDeniesAnOrderItHasGetsItUnderTheSameName() {
    socket.fault(BrokerCall.SUBMIT, Fault.Kind.TIME_OUT, 1);
    socket.fault(BrokerCall.LOOKUP, Fault.Kind.EMPTY, 2);
    socket.fault(BrokerCall.REPORTS, Fault.Kind.EMPTY, 10_000);
    filled(buy("a", 10));
    assertThat(house.broker.submissions).hasValue(2);
    socket.provoke("peace", "");
    agree(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"DUPLICATE_FILLS", "FILLS_OUT_OF_ORDER"})
  void executionsAreBookedOnceInWhateverOrderTheyCome(Fault.Kind kind) {
    socket.fault(BrokerCall.LOOKUP, kind, 20);
    socket.fault(BrokerCall.REPORTS, kind, 40);
    volume(40);
    house.placeUnheard(buy("a", 10));
    awaitFilled("a", 4);
    volume(70);
    awaitFilled("a", 7);
    volume(1000);
    OrderView order = awaitPhase("a", OrderPhase.FILLED);
    assertThat(order.fills()).extracting(Fill::id).hasSize(3).doesNotHaveDuplicates();
    agree(1);
  }

  @Test
  void aCancellationThatMeetsAnExecutionKeepsTheParts() {
    volume(40);
    house.placeUnheard(buy("a", 10));
    awaitFilled("a", 4);
    socket.execution(BrokerCall.CANCEL, Fault.Kind.FILL_BEFORE_CANCEL, 3);
    house.cancel(new IntentId("a"));
    OrderView order = awaitPhase("a", OrderPhase.PARTIALLY_FILLED_CANCELLED);
    assertThat(order.filled()).isEqualTo(Quantity.of(7));
    agree(1);
  }

  @Test
  void aCancellationThatComesTooLateFindsTheOrderFilled() {
    volume(40);
    house.placeUnheard(buy("a", 10));
    awaitFilled("a", 4);
    socket.execution(BrokerCall.CANCEL, Fault.Kind.FILL_BEFORE_CANCEL, 6);
    house.cancel(new IntentId("a"));
    assertThat(awaitPhase("a", OrderPhase.FILLED).filled()).isEqualTo(Quantity.of(10));
    agree(1);
  }

  @Test
  void whatIsExecutedAfterTheCancellationIsBooked() {
    volume(0);
    house.placeUnheard(buy("a", 10));
    await().atMost(SOON).until(() -> house.order(new IntentId("a")).brokerOrderId().isPresent());
    socket.execution(BrokerCall.CANCEL, Fault.Kind.FILL_AFTER, 2);
    house.cancel(new IntentId("a"));
    awaitFilled("a", 2);
    assertThat(house.order(new IntentId("a")).phase())
        .isEqualTo(OrderPhase.PARTIALLY_FILLED_CANCELLED);
    agree(1);
  }

  @Test
  void whatIsExecutedBeyondTheOrderIsBookedAndHaltsTheSecurity() {
    socket.execution(BrokerCall.SUBMIT, Fault.Kind.FILL_AFTER, 1);
    house.placeUnheard(buy("a", 10));
    awaitFilled("a", 11);
    await().atMost(SOON).until(() -> BookComparison.differences(ours(), books()).isEmpty());
    await().atMost(SOON).until(() -> house.trading().open().isEmpty());
    OrderView refused = house.place(buy("b", 1));
    assertThat(refused.refusal().map(Refusal::code)).contains(RefusalCode.SECURITY_HALTED);
    house.rooms.stopEntities();
    assertThat(house.place(buy("c", 1)).refusal().map(Refusal::code))
        .as("the halt is in the journal")
        .contains(RefusalCode.SECURITY_HALTED);
    house.tell(replyTo -> new TradingCommand.ReleaseSecurity(SAP, "looked at it", replyTo));
    filled(buy("d", 1));
    agree(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"EMPTY", "STALE", "ERROR_BEFORE", "RESET_AFTER"})
  void booksThatCannotBeTrustedMoveNothingHere(Fault.Kind kind) {
    filled(buy("a", 10));
    agree(1);
    PortfolioView before = house.portfolio();
    socket.fault(BrokerCall.ACCOUNT, kind, 5);
    socket.fault(BrokerCall.REPORTS, kind, 5);
    for (int i = 0; i < 5; i++) {
      house.reconciled().join();
    }
    assertThat(house.portfolio()).isEqualTo(before);
    assertThat(house.order(new IntentId("a")).filled()).isEqualTo(Quantity.of(10));
    agree(1);
    await().atMost(SOON).until(() -> house.reconciled().join().drifts().isEmpty());
  }

  @Test
  void emptyBooksAreShownAsDriftOnlyWhenSeenTwice() {
    filled(buy("a", 10));
    agree(1);
    socket.fault(BrokerCall.ACCOUNT, Fault.Kind.EMPTY, 1000);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(house.reconciled().join().drifts())
                    .extracting(BrokerView.Drift::kind)
                    .contains(BrokerView.Kind.MISSING_AT_BROKER, BrokerView.Kind.CASH));
    assertThat(house.portfolio().position(SAP)).isPresent();
  }

  @Test
  void whileTheBrokerIsAwayNothingIsTradedAndAfterwardsItGoesOn() {
    socket.breakDown();
    await().atMost(SOON).until(() -> !house.reconciled().join().ready());
    OrderView refused = house.place(buy("a", 10));
    assertThat(refused.refusal().map(Refusal::code)).contains(RefusalCode.BROKER_UNAVAILABLE);
    assertThat(house.broker.submissions).hasValue(0);
    socket.restart();
    await().atMost(SOON).until(() -> house.reconciled().join().ready());
    filled(buy("b", 10));
    agree(1);
  }

  @Test
  void anOrderPlacedPastTheHouseIsTakenOverAndBookedOnce() {
    socket.provoke(
        "order", new Provocation.HandOrder(SAP, Samples.SAP_DE, Side.BUY, Quantity.of(5)));
    await().atMost(SOON).until(() -> house.portfolio().position(SAP).isPresent());
    agree(1);
    IntentId adopted = atBroker().getFirst().intent();
    OrderView order = house.order(adopted);
    assertThat(order.intent().origin()).isEqualTo(Intent.Origin.BROKER);
    assertThat(order.phase()).isEqualTo(OrderPhase.FILLED);
    house.rooms.stopEntities();
    house.reconciled().join();
    agree(1);
    assertThat(house.trading().lastTraded())
        .as("hold periods know of it")
        .extracting(trade -> trade.isin())
        .contains(SAP);
  }

  @Test
  void aWaitingOrderPlacedPastTheHouseBlocksItsSecurityAndCanBeCancelled() {
    volume(0);
    socket.provoke(
        "order", new Provocation.HandOrder(SAP, Samples.SAP_DE, Side.BUY, Quantity.of(5)));
    await().atMost(SOON).until(() -> !house.trading().open().isEmpty());
    assertThat(house.place(buy("a", 1)).refusal().map(Refusal::code))
        .contains(RefusalCode.PENDING_ORDER);
    IntentId adopted = atBroker().getFirst().intent();
    house.cancel(adopted);
    await().atMost(SOON).until(() -> house.hasEnded(adopted));
    assertThat(house.order(adopted).phase()).isEqualTo(OrderPhase.CANCELLED);
    agree(1);
  }

  private static Intent buy(String id, int shares) {
    return intent(id, Side.BUY, Integer.toString(shares));
  }

  private OrderView filled(Intent intent) {
    house.placeUnheard(intent);
    return awaitPhase(intent.id().value(), OrderPhase.FILLED);
  }

  private OrderView awaitPhase(String id, OrderPhase phase) {
    await().atMost(SOON).until(() -> house.hasEnded(new IntentId(id)));
    OrderView order = house.order(new IntentId(id));
    assertThat(order.phase()).as(order.toString()).isEqualTo(phase);
    return order;
  }

  private void awaitFilled(String id, int shares) {
    await()
        .atMost(SOON)
        .until(
            () ->
                !house.isLost(new IntentId(id))
                    && house.order(new IntentId(id)).filled().equals(Quantity.of(shares)));
  }

  private void volume(long shares) {
    socket.provoke("market", new StagedPrices.Stage(SAP, Optional.empty(), Optional.of(shares)));
  }

  /** Both books say the same, nothing is under way, and the broker has so many orders. */
  private void agree(int orders) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(BookComparison.differences(ours(), books())).isEmpty();
              assertThat(house.portfolio().reservations()).isEmpty();
              assertThat(house.trading().open()).isEmpty();
            });
    assertThat(atBroker()).hasSize(orders);
    assertThat(atBroker()).extracting(BrokerReport::clientOrderId).doesNotHaveDuplicates();
  }

  private PortfolioView ours() {
    return house.portfolio();
  }

  private BrokerAccount books() {
    return socket.broker().account();
  }

  private List<BrokerReport> atBroker() {
    return socket.broker().reports(Instant.EPOCH);
  }
}
