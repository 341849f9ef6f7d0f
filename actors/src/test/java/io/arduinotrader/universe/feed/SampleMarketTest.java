package io.arduinotrader.universe.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.domain.PriceRules;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class SampleMarketTest {

  private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static final SessionDays NEW_YEAR_ONLY =
      (exchange, day) -> day.getDayOfYear() != 1 && day.getDayOfWeek().getValue() <= 5;

  private final SampleMarket market = SampleMarket.standard(NEW_YEAR_ONLY);

  @Test
  void theSameSeedGivesTheSameNumbersEverywhere() throws IOException {
    assertThat(digest(market).hex())
        .isEqualTo("c281ade18720eaa6e7d5f559b75b5826bad255ee50b5347ef846260da372a74a");
  }

  @Test
  void anotherSeedGivesOtherNumbers() throws IOException {
    SampleMarket other = new SampleMarket(1, FIRST, LAST, NEW_YEAR_ONLY);

    assertThat(digest(other)).isNotEqualTo(digest(market));
  }

  @Test
  void thirtySecuritiesAreSpreadOverRegionsSectorsAndCurrencies() {
    assertThat(market.securities()).hasSize(30);
    assertThat(market.securities()).extracting(SecurityRecord::isin).doesNotHaveDuplicates();
    assertThat(market.securities()).extracting(SecurityRecord::symbol).doesNotHaveDuplicates();
    assertThat(market.securities()).allMatch(security -> security.isin().value().startsWith("QZ"));
    assertThat(market.securities()).allMatch(security -> security.name().startsWith("Synthetic "));
    assertThat(counts(SecurityRecord::sector))
        .hasSize(5)
        .allSatisfy((sector, count) -> assertThat(count).isGreaterThanOrEqualTo(5));
    assertThat(counts(security -> security.currency().code()))
        .containsOnlyKeys("EUR", "USD", "GBP", "HKD");
  }

  @Test
  void barsCoverEverySessionAndNothingElse() {
    for (SecurityRecord security : market.securities()) {
      List<DailyBar> bars = market.bars(security, FIRST, LAST);

      assertThat(bars).hasSize(2602);
      assertThat(bars).noneMatch(bar -> bar.day().getDayOfWeek() == DayOfWeek.SUNDAY);
      assertThat(bars.getFirst().day()).isEqualTo(LocalDate.of(2016, 1, 4));
      assertThat(bars.getLast().day()).isEqualTo(LAST);
    }
  }

  @Test
  void venuesKeepTheirOwnHolidays() {
    MarketCalendars calendars = MarketCalendars.load();
    SampleMarket real =
        SampleMarket.standard(
            (exchange, day) ->
                calendars
                    .calendar(exchange)
                    .flatMap(calendar -> calendar.session(day))
                    .isPresent());

    for (SecurityRecord security : real.securities()) {
      assertThat(real.bars(security, FIRST, LAST)).as(security.name()).hasSizeBetween(2440, 2570);
    }
    LocalDate thanksgiving = LocalDate.of(2025, 11, 27);
    assertThat(real.bars(named("Synthetic Prairie Rail"), thanksgiving, thanksgiving)).isEmpty();
    assertThat(real.bars(named("Synthetic Turbine Works"), thanksgiving, thanksgiving)).hasSize(1);
  }

  @Test
  void everyBarIsBelievable() {
    for (SecurityRecord security : market.securities()) {
      List<DailyBar> bars = market.bars(security, FIRST, LAST);

      assertThat(PriceRules.STANDARD.judge(bars, OptionalDouble.empty(), LAST).anomalies())
          .as(security.name())
          .isEmpty();
      assertThat(bars)
          .allMatch(bar -> bar.low() <= Math.min(bar.open(), bar.close()))
          .allMatch(bar -> bar.high() >= Math.max(bar.open(), bar.close()))
          .allMatch(bar -> bar.volume() > 0)
          .allMatch(bar -> BigDecimal.valueOf(bar.close()).scale() <= 4)
          .allMatch(bar -> BigDecimal.valueOf(bar.adjustedClose()).scale() <= 4);
    }
  }

  @Test
  void aLaterEndChangesNoEarlierPrice() {
    SampleMarket longer =
        new SampleMarket(SampleMarket.SEED, FIRST, LAST.plusYears(1), NEW_YEAR_ONLY);

    for (SecurityRecord security : market.securities()) {
      assertThat(longer.bars(security, FIRST, LAST)).isEqualTo(market.bars(security, FIRST, LAST));
    }
  }

  @Test
  void dividendsAreTakenFromEarlierAdjustedClosesOnceTheyAreKnown() {
    SecurityRecord payer = named("Synthetic Banque du Pont");
    SecurityRecord keeper = named("Synthetic Lumiere Optics");

    DailyBar early = market.bars(payer, FIRST, LAST).getFirst();

    assertThat(early.adjustedClose() / early.close())
        .isCloseTo(Math.pow(1 - 0.051, 10), within(1e-3));
    assertThat(market.bars(payer, FIRST, FIRST.plusDays(30)))
        .allMatch(bar -> bar.adjustedClose() == bar.close());
    assertThat(market.bars(keeper, FIRST, LAST))
        .allMatch(bar -> bar.adjustedClose() == bar.close());
  }

  @Test
  void neighboursMoveTogetherMoreThanStrangers() {
    double sameSectorAndRegion =
        correlation("Synthetic Redwood Graphics", "Synthetic Cloudbank Systems");
    double strangers = correlation("Synthetic Redwood Graphics", "Synthetic Rice Bowl Foods");

    assertThat(sameSectorAndRegion).isBetween(0.35, 0.9);
    assertThat(strangers).isBetween(0.05, sameSectorAndRegion - 0.1);
  }

  @Test
  void ratesAreThoseOfADayAndCarryTheirSource() {
    List<FxRate> rates = market.rates(LAST, LAST);

    assertThat(rates)
        .extracting(FxRate::quote)
        .containsExactly(Currency.GBP, Currency.HKD, Currency.USD);
    assertThat(rates)
        .allMatch(rate -> rate.base().equals(Currency.EUR))
        .allMatch(rate -> rate.source().equals("synthetic"))
        .allMatch(rate -> rate.at().toString().equals("2025-12-31T15:00:00Z"));
    assertThat(market.rates(FIRST, LAST)).hasSize(3 * 2609);
    assertThat(market.rates(FIRST, LAST))
        .filteredOn(rate -> rate.quote().equals(Currency.USD))
        .allMatch(rate -> rate.quotePerBase().doubleValue() > 0.85)
        .allMatch(rate -> rate.quotePerBase().doubleValue() < 1.5);
  }

  @Test
  void figuresDescribeAQuarterThatWasReportedByTheDay() {
    SecurityRecord bank = named("Synthetic Hudson Trust");
    SecurityRecord young = named("Synthetic Bayou Biologics");

    Fundamentals figures =
        market.fundamentals(bank.isin(), LocalDate.of(2025, 5, 15)).orElseThrow();
    double close = market.bars(bank, FIRST, LocalDate.of(2025, 3, 31)).getLast().close();

    assertThat(figures.asOf()).isEqualTo(LocalDate.of(2025, 3, 31));
    assertThat(figures.marketCapitalization().orElseThrow()).isCloseTo(close * 2900e6, within(1.0));
    assertThat(figures.debtToEquity()).isEmpty();
    assertThat(market.fundamentals(bank.isin(), LocalDate.of(2025, 5, 14)).orElseThrow().asOf())
        .isEqualTo(LocalDate.of(2024, 12, 31));
    assertThat(market.fundamentals(young.isin(), LAST).orElseThrow().priceEarnings()).isEmpty();
    assertThat(market.fundamentals(bank.isin(), FIRST)).isEmpty();
  }

  private double correlation(String one, String other) {
    return new PearsonsCorrelation().correlation(returns(named(one)), returns(named(other)));
  }

  private double[] returns(SecurityRecord security) {
    double[] closes =
        market.bars(security, FIRST, LAST).stream().mapToDouble(DailyBar::close).toArray();
    double[] returns = new double[closes.length - 1];
    for (int i = 0; i < returns.length; i++) {
      returns[i] = Math.log(closes[i + 1] / closes[i]);
    }
    return returns;
  }

  private SecurityRecord named(String name) {
    return market.securities().stream()
        .filter(security -> security.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Long> counts(java.util.function.Function<SecurityRecord, String> property) {
    return market.securities().stream()
        .collect(Collectors.groupingBy(property, Collectors.counting()));
  }

  private static Digest digest(SampleMarket market) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      for (SecurityRecord security : market.securities()) {
        for (DailyBar bar : market.bars(security, FIRST, LAST)) {
          data.writeLong(bar.day().toEpochDay());
          data.writeDouble(bar.open());
          data.writeDouble(bar.high());
          data.writeDouble(bar.low());
          data.writeDouble(bar.close());
          data.writeDouble(bar.adjustedClose());
          data.writeLong(bar.volume());
        }
      }
      for (FxRate rate : market.rates(FIRST, LAST)) {
        data.writeUTF(rate.quote() + " " + rate.quotePerBase());
      }
    }
    return Digest.of(bytes.toByteArray());
  }
}
