package io.arduinotrader.benchmark;

import io.arduinotrader.planning.domain.settings.Presets;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlanSecurity.Bounds;
import io.arduinotrader.protocol.planning.PlanSecurity.Holding;
import io.arduinotrader.protocol.planning.PlanSecurity.Outlook;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlannerSettings.Search;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** 50 securities, 20 of them held, and a tenth of the total in cash. */
final class PlanningMarket {

  private static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  private static final List<String> COUNTRIES = List.of("EU", "US", "ASIA");
  private static final List<String> INDUSTRIES = List.of("TECH", "HEALTH", "ENERGY", "FINANCE");

  private PlanningMarket() {}

  static PlanInputs inputs(int depth, Optional<Double> largestRisk) {
    Random random = new Random(7);
    List<PlanSecurity> securities = new ArrayList<>();
    for (int number = 0; number < 50; number++) {
      securities.add(security(random, number, number < 20));
    }
    PlannerSettings settings = Presets.DEFAULT;
    return new PlanInputs(
        AccountId.DEFAULT,
        NOW,
        Money.of("20000.00", Currency.EUR),
        securities,
        List.of(
            new GroupTarget("EU", 0.5), new GroupTarget("US", 0.3), new GroupTarget("ASIA", 0.2)),
        INDUSTRIES.stream().map(industry -> new GroupTarget(industry, 0.25)).toList(),
        "",
        new Wishes(
            Optional.empty(),
            Optional.empty(),
            Money.zero(Currency.EUR),
            Optional.empty(),
            largestRisk),
        new PlannerSettings(
            settings.aims(),
            new Search(depth, settings.search().kept(), settings.search().evaluations()),
            settings.selection(),
            settings.opportunities(),
            settings.sizes(),
            settings.costs(),
            settings.patience(),
            settings.scenarios()));
  }

  private static PlanSecurity security(Random random, int number, boolean held) {
    Price price = Price.rounded(BigDecimal.valueOf(20 + 200 * random.nextDouble()), Currency.EUR);
    return new PlanSecurity(
        isin(number),
        new Symbol("S" + number),
        "Company " + number,
        Quantity.of(1),
        Optional.of(price),
        FxRate.identity(Currency.EUR, NOW),
        held
            ? new Holding(
                Quantity.of(20 + random.nextInt(100)),
                Optional.of(price),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            : Holding.NONE,
        COUNTRIES.get(random.nextInt(COUNTRIES.size())),
        List.of(INDUSTRIES.get(random.nextInt(INDUSTRIES.size()))),
        outlook(random),
        new Bounds(Optional.of(0.04 * random.nextDouble()), Optional.empty(), Optional.empty()),
        1,
        Optional.empty(),
        Optional.empty());
  }

  private static Outlook outlook(Random random) {
    Optional<Double> score = Optional.of(random.nextDouble());
    return new Outlook(
        score,
        Optional.of(0.05 * random.nextDouble()),
        Optional.of(random.nextDouble()),
        Optional.of(random.nextDouble()),
        Optional.of(random.nextDouble()),
        Optional.of(0.08),
        Optional.of(0.1 + 0.3 * random.nextDouble()),
        score,
        Optional.empty());
  }

  private static Isin isin(int number) {
    String body = String.format(Locale.ROOT, "XS%09d", number);
    return IntStream.rangeClosed(0, 9)
        .mapToObj(digit -> Isin.parse(body + digit))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }
}
