package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.NOW;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.ExecutionReply;
import io.arduinotrader.protocol.optimization.ExecutionReply.Scheduled;
import io.arduinotrader.protocol.optimization.ExecutionReply.Slice;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Order;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.support.calendar.MarketCalendars;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionQuestionTest {

  private static final MarketCalendars CALENDARS = MarketCalendars.load();

  @Test
  void aSmallOrderGoesAtOnceAtTheLastPriceAndHalfTheSpread() {
    Scheduled scheduled = scheduled(market(), buy(SAP, 5));

    assertThat(scheduled.schedules())
        .containsExactly(
            new ExecutionReply.Schedule(
                SAP.isin(),
                List.of(
                    new Slice(
                        Quantity.of(5), NOW, Price.of("100.05", Currency.EUR), "immediate"))));
    assertThat(scheduled.funded()).isTrue();
    assertThat(scheduled.note()).isEqualTo("the cash pays for every buy");
    assertThat(scheduled.commissions()).hasToString("3.00 EUR"); // 2.00 and 0.2 % of 500
    assertThat(scheduled.impact().signum()).isPositive();
  }

  @Test
  void aLimitIsThePriceExpected() {
    Price limit = Price.of("99", Currency.EUR);

    Scheduled scheduled =
        scheduled(market(), new Order(SAP.isin(), Side.BUY, Quantity.of(5), Optional.of(limit)));

    assertThat(scheduled.schedules().getFirst().slices().getFirst().estimatedPrice())
        .isEqualTo(limit);
  }

  /**
   * 1,200 shares are twelve per cent of the 10,000 a session trades: ten sessions cost least, and
   * the first takes most, because the price may run away.
   */
  @Test
  void aLargeOrderIsSpreadOverSessions() {
    Scheduled scheduled = scheduled(market(), sell(SAP, 1200));

    List<Slice> slices = scheduled.schedules().getFirst().slices();
    assertThat(slices).hasSize(10);
    assertThat(slices.stream().mapToInt(slice -> slice.quantity().value().intValueExact()).sum())
        .isEqualTo(1200);
    assertThat(slices.getFirst().quantity()).isGreaterThan(slices.getLast().quantity());
    assertThat(slices).extracting(Slice::strategy).containsOnly("almgren_chriss");
    assertThat(slices)
        .extracting(Slice::from)
        .startsWith(
            NOW,
            Instant.parse("2026-05-05T07:15:00Z"), // a quarter past nine in Frankfurt
            Instant.parse("2026-05-06T07:15:00Z"))
        .doesNotHaveDuplicates();
  }

  @Test
  void nothingStartsInTheFirstOrLastMinutesOfASession() {
    assertThat(first(Instant.parse("2026-05-04T05:00:00Z"))).isEqualTo("2026-05-04T07:15:00Z");
    assertThat(first(Instant.parse("2026-05-04T07:05:00Z"))).isEqualTo("2026-05-04T07:15:00Z");
    assertThat(first(Instant.parse("2026-05-04T12:00:00Z"))).isEqualTo("2026-05-04T12:00:00Z");
    assertThat(first(Instant.parse("2026-05-04T15:20:00Z"))).isEqualTo("2026-05-05T07:15:00Z");
    assertThat(first(Instant.parse("2026-05-08T20:00:00Z"))).isEqualTo("2026-05-11T07:15:00Z");
  }

  @Test
  void missingCashIsNamed() {
    Scheduled scheduled = scheduled(market(), buy(SAP, 20));

    assertThat(scheduled.funded()).isFalse();
    assertThat(scheduled.note()).isEqualTo("the cash lacks 1006.00 EUR");
    assertThat(
            ((Scheduled)
                    question(market())
                        .answer(
                            List.of(buy(SAP, 20)), Optional.of(Money.of("2006.00", Currency.EUR))))
                .funded())
        .isTrue();
  }

  @Test
  void salesComeFirstAndPayForPurchases() {
    Scheduled scheduled =
        scheduled(market().with(APPLE, 0.5).rate(1, "1.08"), buy(APPLE, 20), sell(SAP, 15));

    assertThat(scheduled.schedules())
        .extracting(ExecutionReply.Schedule::isin)
        .containsExactly(SAP.isin(), APPLE.isin());
    assertThat(scheduled.funded()).isTrue();
  }

  @Test
  void aSecurityNobodyKnowsOrCanPriceIsRefused() {
    assertThat(question(market()).answer(List.of(buy(APPLE, 1)), Optional.empty()))
        .isEqualTo(
            new ExecutionReply.Refused(
                Refusal.of(RefusalCode.UNKNOWN_SECURITY, "US0378331005 is not in the universe")));
    assertThat(question(market().with(APPLE, 0.5)).answer(List.of(buy(APPLE, 1)), Optional.empty()))
        .isEqualTo(
            new ExecutionReply.Refused(
                Refusal.of(
                    RefusalCode.PRICE_NOT_POSITIVE, "no price or rate is known for AAPL.US")));
  }

  @Test
  void withoutBarsTheImpactIsAssumed() {
    Scheduled scheduled = scheduled(market().withoutBars(SAP), buy(SAP, 5));

    assertThat(scheduled.impact()).hasToString("0.50 EUR"); // a thousandth of 500
  }

  private static MarketSamples market() {
    return new MarketSamples().with(SAP, 0.5);
  }

  private static ExecutionQuestion question(MarketSamples market) {
    return new ExecutionQuestion(market.market(), CALENDARS, NOW, MarketSamples.SETTINGS);
  }

  private static Instant first(Instant now) {
    Scheduled scheduled =
        (Scheduled)
            new ExecutionQuestion(market().market(), CALENDARS, now, MarketSamples.SETTINGS)
                .answer(List.of(buy(SAP, 5)), Optional.empty());
    return scheduled.schedules().getFirst().slices().getFirst().from();
  }

  private static Scheduled scheduled(MarketSamples market, Order... orders) {
    return (Scheduled) question(market).answer(List.of(orders), Optional.empty());
  }

  private static Order buy(SecurityRecord security, long shares) {
    return order(security.isin(), Side.BUY, shares);
  }

  private static Order sell(SecurityRecord security, long shares) {
    return order(security.isin(), Side.SELL, shares);
  }

  private static Order order(Isin isin, Side side, long shares) {
    return new Order(isin, side, Quantity.of(shares), Optional.empty());
  }
}
