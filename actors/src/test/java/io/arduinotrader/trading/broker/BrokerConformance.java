package io.arduinotrader.trading.broker;

import static io.arduinotrader.trading.broker.SimulatedMarket.APPLE;
import static io.arduinotrader.trading.broker.SimulatedMarket.SAP;
import static io.arduinotrader.trading.broker.SimulatedMarket.eur;
import static io.arduinotrader.trading.broker.SimulatedMarket.market;
import static io.arduinotrader.trading.broker.SimulatedMarket.order;
import static io.arduinotrader.trading.broker.SimulatedMarket.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the house relies on at every broker, whatever it is called by. An adapter shows that it can
 * be used by a subclass that opens it; what it does not claim among its capabilities is skipped.
 */
public abstract class BrokerConformance {

  /** A broker that trades in the test's market. */
  public interface Subject extends AutoCloseable {

    BrokerPort port();

    /** Ends whatever keeps the broker's book and starts it again. */
    void restart();

    /** Sees to it that nothing the broker is asked can be answered from now on. */
    void breakDown();

    @Override
    void close();
  }

  /** More orders than an adapter may get in one answer. */
  private static final int MANY = 25;

  protected final SimulatedMarket market = new SimulatedMarket();
  private Subject subject;
  private BrokerPort broker;

  /** Opens the broker with its book in a folder. */
  abstract Subject open(Path folder);

  @BeforeEach
  void begin(@TempDir Path folder) {
    subject = open(folder);
    broker = subject.port();
    broker.noteDeposit(new DepositId("d-1"), eur("10000"));
  }

  @AfterEach
  void close() {
    subject.close();
  }

  @Test
  void anOrderIsTakenAndShownWithItsTerms() {
    BrokerOrder order = market("a", SAP, Side.BUY, 10, eur("1024.04"));
    BrokerOrderId id = taken(order);
    BrokerReport report = broker.lookup(order.id()).orElseThrow();
    assertThat(report.brokerOrderId()).isEqualTo(id);
    assertThat(report.clientOrderId()).isEqualTo(order.id());
    assertThat(report.intent()).isEqualTo(order.intent());
    assertThat(report.terms().isin()).isEqualTo(SAP);
    assertThat(report.terms().side()).isEqualTo(Side.BUY);
    assertThat(report.terms().quantity()).isEqualTo(Quantity.of(10));
    assertThat(report.status()).isEqualTo(BrokerStatus.FILLED);
    assertThat(report.fills()).singleElement().satisfies(fill -> belongsTo(fill, order, id));
  }

  @Test
  void everyDeclaredKindOfOrderIsTaken() {
    for (TimeInForce timeInForce : broker.capabilities().timesInForce()) {
      taken(limited("limit-" + timeInForce, "90", timeInForce));
      taken(
          order(
              "market-" + timeInForce,
              SAP,
              Side.BUY,
              1,
              Optional.empty(),
              timeInForce,
              eur("110")));
    }
  }

  @Test
  void whatCannotBePaidIsRefusedAndLeavesNothingBehind() {
    BrokerOrder order = market("a", SAP, Side.BUY, 1000, eur("100000"));
    assertThat(broker.submit(order)).isInstanceOf(BrokerPort.SubmitAnswer.Refused.class);
    assertThat(broker.lookup(order.id())).isEmpty();
    assertThat(broker.reports(Instant.EPOCH)).isEmpty();
  }

  @Test
  void sharesThatAreNotThereAreNotSold() {
    assertThat(broker.submit(market("a", SAP, Side.SELL, 1)))
        .isInstanceOf(BrokerPort.SubmitAnswer.Refused.class);
    assertThat(broker.account().positions()).isEmpty();
  }

  @Test
  void theSameNameAgainIsTheSameOrderAlsoAfterARestart() {
    assumeThat(broker.capabilities().clientOrderIds())
        .isEqualTo(BrokerCapabilities.Uniqueness.ENFORCED);
    BrokerOrder order = market("a", SAP, Side.BUY, 10, eur("1024.04"));
    BrokerOrderId first = taken(order);
    assertThat(taken(order)).isEqualTo(first);
    subject.restart();
    assertThat(taken(order)).isEqualTo(first);
    assertThat(broker.reports(Instant.EPOCH)).hasSize(1);
    assertThat(broker.account().positions()).isEqualTo(Map.of(SAP, Quantity.of(10)));
  }

  @Test
  void anOrderIsFoundByItsNamesAndWhatIsNotThereIsAbsent() {
    BrokerOrder order = limited("a", "90", TimeInForce.GTC);
    BrokerOrderId id = taken(order);
    if (can(BrokerCapabilities.Lookup.CLIENT_ORDER_ID)) {
      assertThat(broker.lookup(order.id())).isPresent();
      assertThat(broker.lookup(new ClientOrderId("never-sent"))).isEmpty();
      assertThat(broker.lookup(new ClientOrderId("cycle:1#2"))).isEmpty();
    }
    if (can(BrokerCapabilities.Lookup.BROKER_ORDER_ID)) {
      assertThat(broker.find(id)).contains(order.intent());
      assertThat(broker.find(new BrokerOrderId("SIM-O-999"))).isEmpty();
      assertThat(broker.find(new BrokerOrderId("cycle:1#2"))).isEmpty();
    }
  }

  @Test
  void partsHaveNamesOfTheirOwnThatNeverChange() {
    market.volume(SAP, "XETRA", "100", 40);
    BrokerOrder order = market("a", SAP, Side.BUY, 10, eur("1024.04"));
    taken(order);
    assertThat(seen(order).status()).isEqualTo(BrokerStatus.PARTIALLY_FILLED);
    List<FillId> first = names(seen(order));
    market.volume(SAP, "XETRA", "100", 99);
    List<FillId> second = names(seen(order));
    assertThat(second).hasSize(2).startsWith(first.getFirst()).doesNotHaveDuplicates();
    subject.restart();
    market.volume(SAP, "XETRA", "100", 1000);
    BrokerReport whole = seen(order);
    assertThat(whole.status()).isEqualTo(BrokerStatus.FILLED);
    assertThat(names(whole)).hasSize(3).startsWith(second.toArray(FillId[]::new));
    assertThat(names(whole)).doesNotHaveDuplicates();
    assertThat(seen(order)).isEqualTo(whole);
    assertThat(sum(whole)).isEqualTo(Quantity.of(10));
  }

  @Test
  void fillsOfTwoOrdersNeverShareAName() {
    BrokerOrder one = market("a", SAP, Side.BUY, 1, eur("110"));
    BrokerOrder two = market("b", SAP, Side.BUY, 1, eur("110"));
    taken(one);
    taken(two);
    assertThat(names(seen(one))).doesNotContainAnyElementsOf(names(seen(two)));
  }

  @Test
  void aCancelledOrderIsNotExecutedAnyMore() {
    BrokerOrder order = limited("a", "90", TimeInForce.GTC);
    taken(order);
    assertThat(broker.cancel(order.id())).isInstanceOf(BrokerPort.CancelAnswer.Taken.class);
    assertThat(broker.cancel(order.id())).isInstanceOf(BrokerPort.CancelAnswer.Taken.class);
    BrokerStatus status = broker.lookup(order.id()).orElseThrow().status();
    switch (broker.capabilities().cancelling()) {
      case AT_ONCE -> assertThat(status).isEqualTo(BrokerStatus.CANCELLED);
      case REQUESTED ->
          assertThat(status).isIn(BrokerStatus.CANCELLED, BrokerStatus.CANCEL_PENDING);
    }
    market.price(SAP, "XETRA", "80", Currency.EUR);
    assertThat(seen(order).fills()).isEmpty();
  }

  @Test
  void aCancellationThatComesTooLateIsRefusedAndOneInBetweenKeepsTheParts() {
    BrokerOrder done = market("a", SAP, Side.BUY, 1, eur("110"));
    taken(done);
    assertThat(broker.cancel(done.id())).isInstanceOf(BrokerPort.CancelAnswer.Refused.class);
    assertThat(broker.cancel(new ClientOrderId("never-sent")))
        .isInstanceOf(BrokerPort.CancelAnswer.Refused.class);
    market.volume(SAP, "XETRA", "100", 50);
    BrokerOrder part = market("b", SAP, Side.BUY, 10, eur("1024.04"));
    taken(part);
    assertThat(broker.cancel(part.id())).isInstanceOf(BrokerPort.CancelAnswer.Taken.class);
    market.volume(SAP, "XETRA", "100", 1000);
    BrokerReport report = seen(part);
    assertThat(report.status()).isEqualTo(BrokerStatus.CANCELLED);
    assertThat(sum(report)).isEqualTo(Quantity.of(4));
  }

  @Test
  void anOrderOfTheDayEndsWithItsSessionAndTheOtherStays() {
    BrokerOrder day = limited("a", "90", TimeInForce.DAY);
    BrokerOrder good = limited("b", "90", TimeInForce.GTC);
    taken(day);
    taken(good);
    market.at("2026-05-04T16:00:00Z");
    subject.restart();
    assertThat(seen(day).status()).isEqualTo(BrokerStatus.EXPIRED);
    assertThat(seen(good).status()).isEqualTo(BrokerStatus.WORKING);
    market.at("2026-05-05T14:00:00Z");
    market.price(SAP, "XETRA", "80", Currency.EUR);
    assertThat(seen(day).fills()).isEmpty();
    assertThat(seen(good).status()).isEqualTo(BrokerStatus.FILLED);
  }

  @Test
  void cashAndPositionsAreTheSumOfDepositsAndFills() {
    taken(market("a", SAP, Side.BUY, 10, eur("1024.04")));
    taken(market("b", APPLE, Side.BUY, 5, usd("0"), eur("900")));
    taken(market("c", SAP, Side.SELL, 4));
    broker.noteDeposit(new DepositId("d-2"), eur("0.01"));
    broker.noteDeposit(new DepositId("d-2"), eur("0.01"));
    Money euros = eur("10000.01");
    Money dollars = usd("0");
    for (BrokerReport report : broker.reports(Instant.EPOCH)) {
      for (Fill fill : report.fills()) {
        Money value = fill.side() == Side.BUY ? fill.value().negated() : fill.value();
        Money effect = value.minus(fill.commission());
        euros = effect.currency().equals(Currency.EUR) ? euros.plus(effect) : euros;
        dollars = effect.currency().equals(Currency.USD) ? dollars.plus(effect) : dollars;
        if (fill.conversion().isPresent()) {
          euros = euros.minus(fill.conversion().get().sold());
          dollars = dollars.plus(fill.conversion().get().bought());
        }
      }
    }
    assertThat(broker.account().cash()).containsExactlyInAnyOrder(euros, dollars);
    assertThat(broker.account().positions())
        .isEqualTo(Map.of(SAP, Quantity.of(6), APPLE, Quantity.of(5)));
  }

  @Test
  void aLongListComesWholeAndWithoutRepetition() {
    List<BrokerOrderId> expected = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      expected.add(taken(limited("order-" + i, "1", TimeInForce.GTC)));
    }
    assertThat(broker.reports(Instant.EPOCH))
        .extracting(BrokerReport::brokerOrderId)
        .containsExactlyElementsOf(expected);
  }

  @Test
  void whatEndedBeforeIsNotListedAndWhatIsOpenAlwaysIs() {
    BrokerOrder ended = market("a", SAP, Side.BUY, 1, eur("110"));
    BrokerOrder open = limited("b", "90", TimeInForce.GTC);
    taken(ended);
    taken(open);
    Instant later = market.now().plus(Duration.ofSeconds(1));
    assertThat(broker.reports(later))
        .extracting(BrokerReport::clientOrderId)
        .containsExactly(open.id());
    assertThat(broker.reports(market.now())).hasSize(2);
  }

  @Test
  void aRestartForgetsNothing() {
    taken(market("a", SAP, Side.BUY, 10, eur("1024.04")));
    taken(limited("b", "90", TimeInForce.GTC));
    List<BrokerReport> orders = broker.reports(Instant.EPOCH);
    BrokerAccount account = broker.account();
    subject.restart();
    assertThat(broker.reports(Instant.EPOCH)).isEqualTo(orders);
    assertThat(broker.account()).isEqualTo(account);
  }

  @Test
  void whatCannotBeReadIsAnExceptionAndNeverAnEmptyAnswer() {
    BrokerOrder order = market("a", SAP, Side.BUY, 10, eur("1024.04"));
    BrokerOrderId id = taken(order);
    subject.breakDown();
    assertUnreachable(() -> broker.reports(Instant.EPOCH));
    assertUnreachable(() -> broker.account());
    assertUnreachable(() -> broker.lookup(order.id()));
    assertUnreachable(() -> broker.find(id));
    assertUnreachable(() -> broker.submit(market("b", SAP, Side.BUY, 1, eur("110"))));
    assertUnreachable(() -> broker.cancel(order.id()));
    assertUnreachable(() -> broker.noteDeposit(new DepositId("d-2"), eur("1")));
  }

  private static void assertUnreachable(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(BrokerUnreachableException.class);
  }

  private boolean can(BrokerCapabilities.Lookup lookup) {
    return broker.capabilities().lookups().contains(lookup);
  }

  private BrokerOrderId taken(BrokerOrder order) {
    BrokerPort.SubmitAnswer answer = broker.submit(order);
    assertThat(answer).as(order.toString()).isInstanceOf(BrokerPort.SubmitAnswer.Taken.class);
    return ((BrokerPort.SubmitAnswer.Taken) answer).order();
  }

  /** The order after the broker has looked at the market once more. */
  private BrokerReport seen(BrokerOrder order) {
    return broker.reports(Instant.EPOCH).stream()
        .filter(report -> report.clientOrderId().equals(order.id()))
        .findFirst()
        .orElseThrow();
  }

  private static BrokerOrder limited(String intent, String limit, TimeInForce timeInForce) {
    return order(
        intent,
        SAP,
        Side.BUY,
        1,
        Optional.of(Price.of(limit, Currency.EUR)),
        timeInForce,
        eur("110"));
  }

  private static List<FillId> names(BrokerReport report) {
    return report.fills().stream().map(Fill::id).toList();
  }

  private static Quantity sum(BrokerReport report) {
    return report.fills().stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  private static void belongsTo(Fill fill, BrokerOrder order, BrokerOrderId id) {
    assertThat(fill.order()).isEqualTo(id);
    assertThat(fill.intent()).isEqualTo(order.intent());
    assertThat(fill.isin()).isEqualTo(order.isin());
    assertThat(fill.side()).isEqualTo(order.side());
    assertThat(fill.quantity()).isEqualTo(order.quantity());
    assertThat(fill.commission().signum()).isPositive();
  }
}
