package io.arduinotrader.trading.broker;

import static io.arduinotrader.trading.broker.SimulatedMarket.APPLE;
import static io.arduinotrader.trading.broker.SimulatedMarket.SAP;
import static io.arduinotrader.trading.broker.SimulatedMarket.eur;
import static io.arduinotrader.trading.broker.SimulatedMarket.market;
import static io.arduinotrader.trading.broker.SimulatedMarket.order;
import static io.arduinotrader.trading.broker.SimulatedMarket.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.BrokerReport.BrokerStatus;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedBrokerTest {

  private final SimulatedMarket market = new SimulatedMarket();
  private SimulatedBroker broker;
  private Path folder;

  @BeforeEach
  void open(@TempDir Path temp) {
    folder = temp;
    broker = market.broker(folder);
    broker.noteDeposit(new DepositId("d-1"), eur("10000"));
  }

  @AfterEach
  void close() {
    broker.close();
  }

  @Test
  void aMarketBuyIsFilledAtOnceAtTheAskWithCommission() {
    BrokerReport report = placed(market("a", SAP, Side.BUY, 10, eur("1024.04")));
    assertThat(report.status()).isEqualTo(BrokerStatus.FILLED);
    Fill fill = report.fills().getFirst();
    assertThat(fill.price()).isEqualTo(Price.of("100.05", Currency.EUR));
    // 2.00 EUR and 0.2 % of 1,000.50 EUR
    assertThat(fill.commission()).isEqualTo(eur("4.00"));
    assertThat(broker.account().cash()).containsExactly(eur("8995.50"));
    assertThat(broker.account().positions()).isEqualTo(Map.of(SAP, Quantity.of(10)));
  }

  @Test
  void theSameNameAgainIsTheSameOrder() {
    BrokerOrder order = market("a", SAP, Side.BUY, 10, eur("1024.04"));
    assertThat(broker.submit(order)).isEqualTo(broker.submit(order));
    assertThat(broker.account().positions()).isEqualTo(Map.of(SAP, Quantity.of(10)));
    assertThat(broker.reports(market.now().minus(Duration.ofDays(3)))).hasSize(1);
  }

  @Test
  void theSameDepositAgainChangesNothing() {
    broker.noteDeposit(new DepositId("d-1"), eur("10000"));
    broker.noteDeposit(new DepositId("d-2"), eur("0.01"));
    assertThat(broker.account().cash()).containsExactly(eur("10000.01"));
  }

  @Test
  void aLimitWaitsUntilTheMarketComesToIt() {
    BrokerOrder order = limited("a", Side.BUY, "99.50", TimeInForce.DAY, eur("999"));
    assertThat(placed(order).status()).isEqualTo(BrokerStatus.WORKING);
    market.price(SAP, "XETRA", "99.46", Currency.EUR);
    assertThat(worked(order).status()).as("an ask of 99.50973").isEqualTo(BrokerStatus.WORKING);
    market.price(SAP, "XETRA", "99.45", Currency.EUR);
    assertThat(worked(order).fills().getFirst().price())
        .isEqualTo(Price.of("99.499725", Currency.EUR));
  }

  @Test
  void aSaleWithALimitIsNotSoldBelowIt() {
    placed(market("a", SAP, Side.BUY, 10, eur("1024.04")));
    BrokerOrder sale = limited("b", Side.SELL, "101", TimeInForce.DAY);
    assertThat(placed(sale).status()).isEqualTo(BrokerStatus.WORKING);
    market.price(SAP, "XETRA", "102", Currency.EUR);
    Fill fill = worked(sale).fills().getFirst();
    assertThat(fill.price()).isEqualTo(Price.of("101.949", Currency.EUR));
    assertThat(broker.account().positions()).isEmpty();
    // 8,995.50 and 1,019.49 less 2.00 and 0.2 %
    assertThat(broker.account().cash()).containsExactly(eur("10010.95"));
  }

  @Test
  void anOrderTakesNoMoreThanItsShareOfTheDaysVolume() {
    market.volume(SAP, "XETRA", "100", 40);
    BrokerOrder order = market("a", SAP, Side.BUY, 10, eur("1024.04"));
    assertThat(placed(order).status()).isEqualTo(BrokerStatus.PARTIALLY_FILLED);
    assertThat(worked(order).fills()).hasSize(1);
    market.volume(SAP, "XETRA", "100", 99);
    assertThat(worked(order).fills().getLast().quantity()).isEqualTo(Quantity.of(5));
    market.volume(SAP, "XETRA", "100", 1000);
    BrokerReport report = worked(order);
    assertThat(report.status()).isEqualTo(BrokerStatus.FILLED);
    assertThat(report.fills().stream().map(Fill::commission).reduce(eur("0"), Money::plus))
        .as("the fixed fee is charged once")
        .isEqualTo(eur("4.00"));
  }

  @Test
  void anOrderOfTheDayEndsWithItsSessionAndTheOtherStays() {
    BrokerOrder day = limited("a", Side.BUY, "90", TimeInForce.DAY, eur("904"));
    BrokerOrder good = limited("b", Side.BUY, "90", TimeInForce.GTC, eur("904"));
    placed(day);
    placed(good);
    market.at("2026-05-04T15:30:00Z");
    assertThat(worked(day).status()).isEqualTo(BrokerStatus.WORKING);
    market.at("2026-05-04T15:30:01Z");
    assertThat(worked(day).status()).isEqualTo(BrokerStatus.EXPIRED);
    assertThat(worked(good).status()).isEqualTo(BrokerStatus.WORKING);
  }

  @Test
  void anOrderFromOutsideTheSessionWaitsForTheNext() {
    market.at("2026-05-04T20:00:00Z");
    BrokerOrder order = limited("a", Side.BUY, "101", TimeInForce.DAY, eur("1014"));
    assertThat(placed(order).status()).isEqualTo(BrokerStatus.WORKING);
    market.at("2026-05-05T07:00:00Z");
    assertThat(worked(order).status()).isEqualTo(BrokerStatus.FILLED);
  }

  @Test
  void missingCurrencyIsBoughtAtTheRateWithASpread() {
    BrokerReport report = placed(market("a", APPLE, Side.BUY, 5, eur("900")));
    Fill fill = report.fills().getFirst();
    // 5 * 200.10 USD and 2.50 USD and 0.2 %
    assertThat(fill.value().plus(fill.commission())).isEqualTo(usd("1005.00"));
    assertThat(fill.conversion().orElseThrow().bought()).isEqualTo(usd("1005.00"));
    // 1,005 / (1.25 * 0.999), rounded up
    assertThat(fill.conversion().orElseThrow().sold()).isEqualTo(eur("804.81"));
    assertThat(broker.account().cash()).containsExactly(eur("9195.19"), usd("0.00"));
  }

  @Test
  void cashThatIsSetAsideForAnotherOrderIsNotSpent() {
    broker.noteDeposit(new DepositId("d-2"), usd("5000"));
    BrokerReport report = placed(market("a", APPLE, Side.BUY, 5, usd("400"), eur("600")));
    assertThat(report.fills().getFirst().conversion().orElseThrow().bought())
        .isEqualTo(usd("605.00"));
    assertThat(broker.account().cash()).contains(usd("4600.00"));
  }

  @Test
  void whatIsNotSetAsideIsNotSpent() {
    BrokerReport report = placed(market("a", SAP, Side.BUY, 10, eur("1004.49")));
    assertThat(report.status()).isEqualTo(BrokerStatus.CANCELLED);
    assertThat(broker.account().cash()).containsExactly(eur("10000.00"));
  }

  @Test
  void whatTheAccountDoesNotHaveIsRefused() {
    assertThat(broker.submit(market("a", SAP, Side.BUY, 10, eur("10000.01"))))
        .isInstanceOf(BrokerPort.SubmitAnswer.Refused.class);
    assertThat(broker.submit(market("b", SAP, Side.SELL, 1)))
        .isInstanceOf(BrokerPort.SubmitAnswer.Refused.class);
    assertThat(broker.lookup(market("a", SAP, Side.BUY, 10).id())).isEmpty();
  }

  @Test
  void cancellingIsForOpenOrdersOnly() {
    BrokerOrder open = limited("a", Side.BUY, "90", TimeInForce.GTC, eur("904"));
    placed(open);
    assertThat(broker.cancel(open.id())).isInstanceOf(BrokerPort.CancelAnswer.Taken.class);
    assertThat(broker.cancel(open.id())).isInstanceOf(BrokerPort.CancelAnswer.Taken.class);
    assertThat(broker.lookup(open.id()).orElseThrow().status()).isEqualTo(BrokerStatus.CANCELLED);
    BrokerOrder done = market("b", SAP, Side.BUY, 1, eur("110"));
    placed(done);
    assertThat(broker.cancel(done.id())).isInstanceOf(BrokerPort.CancelAnswer.Refused.class);
    assertThat(broker.cancel(market("c", SAP, Side.BUY, 1).id()))
        .isInstanceOf(BrokerPort.CancelAnswer.Refused.class);
  }

  @Test
  void ordersAreFoundByTheBrokersName() {
    BrokerReport report = placed(market("a", SAP, Side.BUY, 1, eur("110")));
    assertThat(broker.find(report.brokerOrderId())).contains(report.intent());
    assertThat(broker.find(new BrokerOrderId("SIM-O-2"))).isEmpty();
    assertThat(broker.find(new BrokerOrderId("other"))).isEmpty();
  }

  @Test
  void onlyOpenAndChangedOrdersAreReported() {
    placed(market("a", SAP, Side.BUY, 1, eur("110")));
    BrokerOrder open = limited("b", Side.BUY, "90", TimeInForce.GTC, eur("904"));
    placed(open);
    assertThat(broker.reports(market.now())).hasSize(2);
    assertThat(broker.reports(market.now().plusMillis(1)))
        .extracting(BrokerReport::clientOrderId)
        .containsExactly(open.id());
  }

  @Test
  void aReopenedBookSaysTheSame() {
    placed(market("a", APPLE, Side.BUY, 5, eur("900")));
    placed(limited("b", Side.BUY, "90", TimeInForce.GTC, eur("904")));
    var reports = broker.reports(SimulatedMarket.OPEN);
    BrokerAccount account = broker.account();
    broker.close();
    broker = market.broker(folder);
    assertThat(broker.reports(SimulatedMarket.OPEN)).isEqualTo(reports);
    assertThat(broker.account()).isEqualTo(account);
  }

  private static BrokerOrder limited(
      String intent, Side side, String limit, TimeInForce timeInForce, Money... funds) {
    return order(
        intent, SAP, side, 10, Optional.of(Price.of(limit, Currency.EUR)), timeInForce, funds);
  }

  private BrokerReport placed(BrokerOrder order) {
    assertThat(broker.submit(order)).isInstanceOf(BrokerPort.SubmitAnswer.Taken.class);
    return broker.lookup(order.id()).orElseThrow();
  }

  /** The order after the broker has looked at the market again. */
  private BrokerReport worked(BrokerOrder order) {
    broker.reports(market.now());
    return broker.lookup(order.id()).orElseThrow();
  }
}
