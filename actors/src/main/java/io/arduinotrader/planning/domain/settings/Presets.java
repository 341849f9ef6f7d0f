package io.arduinotrader.planning.domain.settings;

import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlannerSettings.Aims;
import io.arduinotrader.protocol.planning.PlannerSettings.Costs;
import io.arduinotrader.protocol.planning.PlannerSettings.Opportunities;
import io.arduinotrader.protocol.planning.PlannerSettings.Patience;
import io.arduinotrader.protocol.planning.PlannerSettings.Profile;
import io.arduinotrader.protocol.planning.PlannerSettings.Scenarios;
import io.arduinotrader.protocol.planning.PlannerSettings.Search;
import io.arduinotrader.protocol.planning.PlannerSettings.Selection;
import io.arduinotrader.protocol.planning.PlannerSettings.Sizes;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Complete settings under a name. */
public final class Presets {

  private static final Costs COSTS =
      new Costs(
          new BigDecimal("2"),
          new BigDecimal("0.002"),
          new BigDecimal("0.0005"),
          new BigDecimal("0.01"));

  private static final BigDecimal RESERVE = new BigDecimal("500");

  /** For who wants few and large changes. */
  public static final PlannerSettings CONSERVATIVE =
      new PlannerSettings(
          new Aims(Profile.CONSERVATIVE, 0.25, true, 0.15, 0.002),
          new Search(2, 5, 5_000_000),
          new Selection(true, true, 3, 0.5, true, 0.2),
          new Opportunities(0.5, 0.8, 1.0, -0.30, -0.20, 0.05, 0.02, 0.40),
          new Sizes(0.02, 0.30, 0.15, false, RESERVE, 0.05),
          COSTS,
          new Patience(120, 240, 60, -0.15),
          new Scenarios(true, true, 50, 21, 3));

  /** What is used when nothing is said. */
  public static final PlannerSettings DEFAULT =
      new PlannerSettings(
          new Aims(Profile.BALANCED, 0.25, true, 0.10, 0.001),
          new Search(5, 10, 5_000_000),
          new Selection(true, true, 5, 0.3, true, 0.3),
          new Opportunities(0.5, 0.7, 0.6, -0.40, -0.15, 0.05, 0.01, 0.25),
          new Sizes(0.02, 0.30, 0.20, false, RESERVE, 0.03),
          COSTS,
          new Patience(90, 180, 30, -0.20),
          new Scenarios(true, true, 100, 21, 3));

  /** For who wants to follow every opportunity. */
  public static final PlannerSettings AGGRESSIVE =
      new PlannerSettings(
          new Aims(Profile.AGGRESSIVE, 0.25, true, 0.05, 0.001),
          new Search(7, 20, 20_000_000),
          new Selection(true, true, 10, 0.2, true, 0.4),
          new Opportunities(0.5, 0.6, 0.6, -0.50, -0.10, 0.02, 0.005, 0.20),
          new Sizes(0.02, 0.30, 0.25, true, RESERVE, 0.02),
          COSTS,
          new Patience(60, 120, 15, -0.25),
          new Scenarios(true, true, 200, 21, 5));

  private Presets() {}

  /** The preset of a name in lower case. */
  public static Optional<PlannerSettings> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "conservative" -> Optional.of(CONSERVATIVE);
      case "default" -> Optional.of(DEFAULT);
      case "aggressive" -> Optional.of(AGGRESSIVE);
      default -> Optional.empty();
    };
  }
}
