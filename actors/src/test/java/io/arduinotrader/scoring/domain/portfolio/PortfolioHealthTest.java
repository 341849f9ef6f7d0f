package io.arduinotrader.scoring.domain.portfolio;

import static io.arduinotrader.scoring.domain.portfolio.HealthRules.SECOND_EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortfolioHealthTest {

  private static final Map<String, Double> COUNTRIES = Map.of("EU", 0.5, "US", 0.3, "ASIA", 0.2);
  private static final Map<String, Double> INDUSTRIES = Map.of("TECH", 0.6, "HEALTH", 0.4);

  @Test
  void buyingForNothingChangesNothing() {
    for (long seed = 0; seed < 200; seed++) {
      PortfolioPicture picture = random(seed);
      Map.Entry<String, Holding> first = picture.holdings().entrySet().iterator().next();

      PortfolioPicture after = picture.afterBuying(first.getKey(), first.getValue(), 0);

      assertThat(health(after)).as("seed %d", seed).isEqualTo(health(picture));
    }
  }

  @Test
  void buyingMovesCashAndNothingElse() {
    for (long seed = 0; seed < 200; seed++) {
      PortfolioPicture picture = random(seed);
      Holding known = picture.holdings().values().iterator().next();

      PortfolioPicture after = picture.afterBuying("new", known, 500);

      assertThat(after.total()).as("seed %d", seed).isEqualTo(picture.total(), within(1e-6));
      assertThat(after.countryTargets()).isEqualTo(picture.countryTargets());
      assertThat(after.holdings()).containsAllEntriesOf(picture.holdings());
    }
  }

  @Test
  void theOrderOfHoldingsDoesNotMatter() {
    for (long seed = 0; seed < 200; seed++) {
      PortfolioPicture picture = random(seed);
      List<Map.Entry<String, Holding>> entries = new ArrayList<>(picture.holdings().entrySet());
      Collections.shuffle(entries, new Random(seed));
      Map<String, Holding> shuffled = new LinkedHashMap<>();
      entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));

      PortfolioHealth other =
          health(new PortfolioPicture(shuffled, picture.cash(), COUNTRIES, INDUSTRIES));

      assertThat(other.total())
          .as("seed %d", seed)
          .isEqualTo(health(picture).total(), within(1e-9));
    }
  }

  @Test
  void everyPartLiesBetweenNothingAndAHundred() {
    for (long seed = 0; seed < 500; seed++) {
      PortfolioHealth health = health(random(seed));

      assertThat(health.diversification()).as("seed %d", seed).isBetween(0.0, 100.0);
      assertThat(health.dividend()).as("seed %d", seed).isBetween(0.0, 100.0);
      assertThat(health.quality()).as("seed %d", seed).isBetween(0.0, 100.0);
      assertThat(health.total()).as("seed %d", seed).isBetween(0.0, 100.0);
    }
  }

  @Test
  void cashAloneIsNeitherGoodNorBad() {
    PortfolioHealth cash = health(new PortfolioPicture(Map.of(), 1000, COUNTRIES, INDUSTRIES));
    PortfolioHealth nothing = health(new PortfolioPicture(Map.of(), 0, COUNTRIES, INDUSTRIES));

    assertThat(cash).isEqualTo(new PortfolioHealth(50, 50, 50, 50));
    assertThat(nothing).isEqualTo(new PortfolioHealth(50, 50, 50, 50));
  }

  @Test
  void spendingCashOnWhatIsAsMiddlingAsCashChangesNothing() {
    Holding middling =
        new Holding(
            0, Optional.of("EU"), List.of("TECH"), OptionalDouble.of(0.02), OptionalDouble.of(0.5));
    PortfolioPicture before = new PortfolioPicture(Map.of(), 1000, Map.of(), Map.of());

    PortfolioHealth after = health(before.afterBuying("a", middling, 800));

    assertThat(after.over(health(before))).isEqualTo(0, within(1e-9));
  }

  @Test
  void sharesAsWantedAreBestAndUntargetedOnesCost() {
    Map<String, Holding> wanted = new LinkedHashMap<>();
    wanted.put("a", in("EU", 500));
    wanted.put("b", in("US", 300));
    wanted.put("c", in("ASIA", 200));
    Map<String, Holding> astray = new LinkedHashMap<>(wanted);
    astray.put("d", in("OTHER", 1000));

    assertThat(spread(wanted)).isEqualTo(100, within(1e-9));
    assertThat(spread(astray)).isEqualTo(50, within(1e-9));
  }

  @Test
  void anUnknownFigureIsNotZero() {
    Holding known = in("EU", 500);
    Holding unknown =
        new Holding(
            500, Optional.of("US"), List.of(), OptionalDouble.empty(), OptionalDouble.empty());
    PortfolioHealth with =
        health(new PortfolioPicture(Map.of("a", known, "b", unknown), 0, COUNTRIES, Map.of()));
    PortfolioHealth without =
        health(new PortfolioPicture(Map.of("a", known), 0, COUNTRIES, Map.of()));

    assertThat(with.dividend()).isEqualTo(without.dividend());
    assertThat(with.quality()).isEqualTo(without.quality());
  }

  @Test
  void roomIsWhatIsMissingToTheWantedShare() {
    PortfolioPicture picture =
        new PortfolioPicture(
            Map.of("a", in("EU", 250), "b", in("US", 750)), 0, COUNTRIES, Map.of());

    assertThat(picture.fit("a", in("EU", 0), OptionalDouble.empty()).countryRoom()).hasValue(0.5);
    assertThat(picture.fit("b", in("US", 0), OptionalDouble.empty()).countryRoom()).hasValue(-1);
    assertThat(picture.fit("c", in("ASIA", 0), OptionalDouble.empty()).countryRoom()).hasValue(1);
    assertThat(picture.fit("c", in("ASIA", 0), OptionalDouble.empty()).held()).isEmpty();
    assertThat(picture.fit("a", in("EU", 0), OptionalDouble.empty()).held().orElseThrow().share())
        .isEqualTo(0.25);
  }

  private static double spread(Map<String, Holding> holdings) {
    return health(new PortfolioPicture(holdings, 0, COUNTRIES, Map.of())).diversification();
  }

  private static Holding in(String country, double value) {
    return new Holding(
        value, Optional.of(country), List.of(), OptionalDouble.of(0.03), OptionalDouble.of(0.7));
  }

  private static PortfolioHealth health(PortfolioPicture picture) {
    return PortfolioHealth.of(picture, SECOND_EDITION);
  }

  private static PortfolioPicture random(long seed) {
    Random random = new Random(seed);
    Map<String, Holding> holdings = new LinkedHashMap<>();
    int count = 1 + random.nextInt(12);
    for (int i = 0; i < count; i++) {
      holdings.put(
          "holding " + i,
          new Holding(
              random.nextInt(10_000),
              random.nextInt(5) == 0
                  ? Optional.empty()
                  : Optional.of(List.of("EU", "US", "ASIA", "OTHER").get(random.nextInt(4))),
              random.nextBoolean() ? List.of("TECH", "ENERGY") : List.of(),
              random.nextBoolean()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(random.nextDouble() / 5),
              random.nextBoolean()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(random.nextDouble())));
    }
    return new PortfolioPicture(holdings, random.nextInt(5_000), COUNTRIES, INDUSTRIES);
  }
}
