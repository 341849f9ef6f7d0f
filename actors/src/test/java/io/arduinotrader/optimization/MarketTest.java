package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Quantity;
import org.junit.jupiter.api.Test;

class MarketTest {

  @Test
  void pricesAreInTheBaseCurrencyAtTheNewestRate() {
    Market market =
        new MarketSamples()
            .with(SAP, 0.5)
            .with(APPLE, 0.5)
            .rate(200, "1.08")
            .rate(100, "1.20")
            .market();

    assertThat(market.basePrice(SAP.isin()).orElseThrow()).isEqualByComparingTo("100");
    assertThat(market.basePrice(APPLE.isin()).orElseThrow()).isEqualByComparingTo("100");
    assertThat(market.newestRate(Currency.USD).orElseThrow().quotePerBase())
        .isEqualByComparingTo("1.08");
  }

  @Test
  void withoutQuoteOrRateThereIsNoPrice() {
    assertThat(new MarketSamples().with(APPLE, 0.5).market().basePrice(APPLE.isin())).isEmpty();
    assertThat(new MarketSamples().with(SAP, 0.5).withoutQuote(SAP).market().basePrice(SAP.isin()))
        .isEmpty();
  }

  /**
   * Each bar at the newest rate not after its day; what a day before the first was is not known.
   */
  @Test
  void aHistoryIsConvertedDayByDay() {
    Market market =
        new MarketSamples()
            .with(APPLE, 0.5)
            .bars(APPLE, new int[] {5, 10, 15, 20, 25}, 100, 100, 100, 100, 100)
            .rate(20, "2.00")
            .rate(10, "1.25")
            .market();

    Market.Prices history = market.baseHistory(APPLE.isin());

    assertThat(history.days()).containsExactly(10, 15, 20, 25);
    assertThat(history.prices()).containsExactly(new double[] {80, 80, 50, 50}, within(1e-9));
  }

  @Test
  void aRateTheOwnerStatesHoldsForAllDaysBefore() {
    Market market =
        new MarketSamples()
            .with(APPLE, 0.5)
            .bars(APPLE, new int[] {5, 10, 15}, 100, 100, 100)
            .rate(12, "2.00", "configured")
            .rate(14, "1.25")
            .market();

    assertThat(market.baseHistory(APPLE.isin()).prices())
        .containsExactly(new double[] {50, 50, 80}, within(1e-9));
  }

  @Test
  void aHistoryInTheBaseCurrencyStaysAsItIs() {
    Market market =
        new MarketSamples().with(SAP, 0.5).bars(SAP, new int[] {5, 6}, 100, 101).market();

    assertThat(market.baseHistory(SAP.isin()).prices()).containsExactly(100, 101);
  }

  @Test
  void withoutBarsOrRatesThereIsNoHistory() {
    Market market = new MarketSamples().with(APPLE, 0.5).market();

    assertThat(market.baseHistory(APPLE.isin()).days()).isEmpty();
    assertThat(market.baseHistory(SAP.isin()).days()).isEmpty();
  }

  @Test
  void whatIsNotInTheBooksIsNotHeld() {
    Market market = new MarketSamples().with(SAP, 0.5).holding(SAP, 7).market();

    assertThat(market.expectedShares().get(SAP.isin())).isEqualTo(Quantity.of(7));
  }
}
