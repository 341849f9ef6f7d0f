package io.arduinotrader.portfolio.domain.valuation;

import static io.arduinotrader.portfolio.domain.valuation.Values.APPLE;
import static io.arduinotrader.portfolio.domain.valuation.Values.FRESH;
import static io.arduinotrader.portfolio.domain.valuation.Values.NOW;
import static io.arduinotrader.portfolio.domain.valuation.Values.SAP;
import static io.arduinotrader.portfolio.domain.valuation.Values.facts;
import static io.arduinotrader.portfolio.domain.valuation.Values.position;
import static io.arduinotrader.portfolio.domain.valuation.Values.quote;
import static io.arduinotrader.portfolio.domain.valuation.Values.rate;
import static io.arduinotrader.portfolio.domain.valuation.Values.valued;
import static io.arduinotrader.portfolio.domain.valuation.Values.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.AccountValue.Share;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuationTest {

  private static final FxRate BOUGHT_AT = rate(Currency.USD, new BigDecimal("1.25"));
  private static final Position TEN_APPLES =
      position(APPLE, "AAPL.US", new BigDecimal("10"), new BigDecimal("100"), BOUGHT_AT);
  private static final Position THREE_SAP =
      position(
          SAP,
          "SAP.DE",
          new BigDecimal("3"),
          new BigDecimal("200"),
          FxRate.identity(Currency.EUR, NOW));

  @Test
  void gainHoldsBothPriceAndCurrency() {
    AccountValue value =
        valued(
            Valuation.of(
                view(List.of(TEN_APPLES), List.of()),
                market(List.of(quote(APPLE, "110", Currency.USD, NOW)), "1.1"),
                Map.of()));

    assertThat(value.invested()).isEqualTo(eur("1000"));
    assertThat(value.cost()).isEqualTo(eur("800"));
    assertThat(value.gain()).isEqualTo(eur("200"));
    assertThat(value.gainPercent()).isEqualByComparingTo("25");
  }

  /** No arithmetic across currencies without a rate, and no default of one (I17). */
  @Test
  void currencyWithoutRateMakesTheAccountUnvaluable() {
    PortfolioView portfolio =
        view(List.of(TEN_APPLES), List.of(Money.of("5", Currency.GBP), eur("1")));

    assertThat(Valuation.of(portfolio, Market.of(List.of(), List.of(), NOW, FRESH), Map.of()))
        .isEqualTo(new Valuation.Unvaluable(List.of(Currency.GBP, Currency.USD)));
  }

  @Test
  void currenciesOfWhichNothingIsHeldNeedNoRate() {
    Position closed =
        new Position(
            APPLE,
            TEN_APPLES.symbol(),
            Currency.USD,
            Quantity.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ONE,
            BigDecimal.ZERO,
            NOW,
            NOW);

    AccountValue value =
        valued(
            Valuation.of(
                view(List.of(closed), List.of(eur("7"), Money.zero(Currency.USD))),
                Market.of(List.of(), List.of(), NOW, FRESH),
                Map.of()));

    assertThat(value.total()).isEqualTo(eur("7"));
    assertThat(value.positions()).isEmpty();
    assertThat(value.staleShare()).isEqualByComparingTo("0");
    assertThat(value.gainPercent()).isEqualByComparingTo("0");
  }

  @Test
  void positionWithoutPriceIsValuedAtItsAverageAndFlagged() {
    AccountValue value =
        valued(
            Valuation.of(
                view(List.of(THREE_SAP, TEN_APPLES), List.of()),
                market(List.of(quote(APPLE, "125", Currency.USD, NOW)), "1.25"),
                Map.of()));

    assertThat(value.positions()).extracting(PositionValue::isin).containsExactly(APPLE, SAP);
    assertThat(value.positions()).extracting(PositionValue::stale).containsExactly(false, true);
    assertThat(value.positions().getLast().quote()).isEmpty();
    assertThat(value.invested()).isEqualTo(eur("1600"));
    assertThat(value.staleShare()).isEqualByComparingTo("0.375");
  }

  /** Every valuation says what of it is stale (I24). */
  @Test
  void oldPriceOrOldRateMakesAPositionStale() {
    Instant atTheEdge = NOW.minus(FRESH);
    Instant beyond = atTheEdge.minusSeconds(1);

    assertThat(stale(atTheEdge, atTheEdge)).isFalse();
    assertThat(stale(beyond, NOW)).isTrue();
    assertThat(stale(NOW, beyond)).isTrue();
  }

  @Test
  void freeCashLeavesOutWhatOpenOrdersMaySpend() {
    Reservation open =
        new Reservation(
            new IntentId("buy-1"),
            Side.BUY,
            APPLE,
            Quantity.of(1),
            List.of(eur("20"), Money.of("50", Currency.USD)));
    PortfolioView portfolio =
        view(List.of(), List.of(eur("100"), Money.of("125", Currency.USD)), open);

    AccountValue value = valued(Valuation.of(portfolio, market(List.of(), "1.25"), Map.of()));

    assertThat(value.cash()).isEqualTo(eur("200"));
    assertThat(value.freeCash()).isEqualTo(eur("140"));
  }

  @Test
  void freeCashIsNeverNegative() {
    AccountValue value =
        valued(
            Valuation.of(view(List.of(), List.of(eur("-5"))), market(List.of(), "1.25"), Map.of()));

    assertThat(value.cash()).isEqualTo(eur("-5"));
    assertThat(value.freeCash()).isEqualTo(eur("0"));
  }

  @Test
  void allocationsAreFractionsOfTheInvestedValue() {
    AccountValue value =
        valued(
            Valuation.of(
                view(List.of(TEN_APPLES, THREE_SAP), List.of(eur("10000"))),
                market(
                    List.of(
                        quote(APPLE, "225", Currency.USD, NOW),
                        quote(SAP, "200", Currency.EUR, NOW)),
                    "1.25"),
                Map.of(
                    APPLE, facts(APPLE, "AAPL.US", "United States", "Technology, Phones"),
                    SAP, facts(SAP, "SAP.DE", "", "Technology"))));

    assertThat(value.sectors())
        .containsExactly(share("Technology", "0.625000"), share("Phones", "0.375000"));
    assertThat(value.regions()).containsExactly(share("US", "0.750000"), share("EU", "0.250000"));
    assertThat(value.positions().getFirst().name()).isEqualTo("AAPL.US Inc.");
  }

  @Test
  void totalsAreTheSumsOfTheRoundedLines() {
    Position third =
        position(
            SAP,
            "SAP.DE",
            new BigDecimal("1"),
            new BigDecimal("0.004"),
            FxRate.identity(Currency.EUR, NOW));
    Position other =
        position(
            APPLE,
            "AAPL.US",
            new BigDecimal("1"),
            new BigDecimal("0.004"),
            FxRate.identity(Currency.EUR, NOW));

    AccountValue value =
        valued(
            Valuation.of(
                view(List.of(third, other), List.of()), market(List.of(), "1.25"), Map.of()));

    assertThat(value.invested()).isEqualTo(eur("0"));
  }

  private static boolean stale(Instant quotedAt, Instant ratedAt) {
    Market market =
        Market.of(
            List.of(quote(APPLE, "125", Currency.USD, quotedAt)),
            List.of(rate(Currency.USD, new BigDecimal("1.25"), ratedAt)),
            NOW,
            FRESH);
    return valued(Valuation.of(view(List.of(TEN_APPLES), List.of()), market, Map.of()))
        .positions()
        .getFirst()
        .stale();
  }

  private static Market market(List<Quote> quotes, String dollars) {
    return Market.of(quotes, List.of(rate(Currency.USD, new BigDecimal(dollars))), NOW, FRESH);
  }

  private static Share share(String label, String fraction) {
    return new Share(label, new BigDecimal(fraction));
  }

  private static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }
}
