package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.vocab.Currency;
import java.util.Locale;
import java.util.SplittableRandom;

/** Inputs of all kinds, the same for the same seed. */
public final class RandomPlans {

  private static final String[] COUNTRIES = {"EU", "US", "ASIA", "OTHER", ""};
  private static final String[] INDUSTRIES = {"TECH", "HEALTH", "ENERGY", ""};

  private final SplittableRandom random;

  /** From a seed. */
  public RandomPlans(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Inputs with so many securities of which so many are held. */
  public PlanInputs next(int securities, int held, int depth) {
    return plans(securities, held, depth).inputs();
  }

  /** The same, still to be changed. */
  public Plans plans(int securities, int held, int depth) {
    Plans plans =
        Plans.with(String.format(Locale.ROOT, "%.2f", between(0, 8000)))
            .set("max_plan_depth", depth)
            .set("beam_width", 1 + random.nextInt(10))
            .set("priority_threshold", 0.1)
            .set("enable_partial_execution", random.nextInt(3) == 0)
            .set("enable_industry_targets", random.nextBoolean())
            .set("min_security_score", 0.3)
            .set("opportunity_min_score", 0.5)
            .set("minimum_improvement", random.nextBoolean() ? 0 : 0.001)
            .set("max_opportunities_per_category", 2 + random.nextInt(3))
            .set("optimizer_blend", random.nextInt(5) / 4.0);
    if (random.nextInt(4) > 0) {
      plans.country("EU", 0.5).country("US", 0.3).country("OTHER", 0.1);
    }
    if (random.nextInt(4) > 0) {
      plans.industry("TECH", 0.4).industry("HEALTH", 0.3);
    }
    wishes(plans, held);
    boolean targets = random.nextInt(4) > 0;
    for (int number = 0; number < securities; number++) {
      plans.and(stock(number, number < held, targets, securities));
    }
    return plans;
  }

  private void wishes(Plans plans, int held) {
    switch (random.nextInt(8)) {
      case 0 -> plans.positions(held + random.nextInt(2));
      case 1 -> plans.invested("0.8");
      case 2 -> plans.cashAfter("3000");
      case 3 -> plans.risk(0.15);
      case 4 -> plans.deposit("500");
      default -> plans.deposit("0");
    }
  }

  private Stock stock(int number, boolean held, boolean targets, int securities) {
    Stock stock =
        Stock.number(number)
            .country(COUNTRIES[random.nextInt(COUNTRIES.length)])
            .priority(between(0.5, 1.5));
    if (random.nextInt(3) == 0) {
      stock.in(Currency.USD, Math.rint(between(5, 300)), 1.08);
    } else {
      // round prices make sequences of exactly equal score and cost likely
      stock.price(random.nextBoolean() ? 100 : between(5, 300));
    }
    if (random.nextInt(5) > 0) {
      stock.outlook(
          Math.rint(between(0, 10)) / 10,
          between(0, 0.06),
          between(0, 1),
          between(0, 1),
          between(0, 1),
          between(0.05, 0.5));
    }
    if (random.nextInt(4) == 0) {
      stock.lot("10");
    }
    String first = INDUSTRIES[random.nextInt(INDUSTRIES.length)];
    String second = INDUSTRIES[random.nextInt(INDUSTRIES.length)];
    if (random.nextBoolean()) {
      stock.industries(first, second);
    } else {
      stock.industries(first);
    }
    if (held) {
      stock.held(Math.rint(between(1, 60))).boughtAt(between(10, 300));
    }
    if (targets) {
      stock.target(random.nextInt(3) == 0 ? 0 : between(0, 1.0 / securities));
    }
    return stock;
  }

  private double between(double low, double high) {
    return random.nextDouble(low, high);
  }
}
