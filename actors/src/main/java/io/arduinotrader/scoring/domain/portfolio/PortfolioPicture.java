package io.arduinotrader.scoring.domain.portfolio;

import io.arduinotrader.protocol.scoring.PortfolioFit;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A portfolio on a day or after a thought transaction: positions, cash and the shares wanted. A
 * transaction moves value between a position and cash and leaves everything else as it is known.
 *
 * @param holdings by a name of their own, such as the ISIN
 * @param cash in base currency
 * @param countryTargets wanted share of each group of countries, 0 to 1
 * @param industryTargets wanted share of each group of industries, 0 to 1
 */
public record PortfolioPicture(
    Map<String, Holding> holdings,
    double cash,
    Map<String, Double> countryTargets,
    Map<String, Double> industryTargets) {

  /** A target below this is taken for it, so that room stays a number. */
  private static final double LEAST_TARGET = 0.01;

  /** Copies the maps. */
  public PortfolioPicture {
    holdings = Collections.unmodifiableMap(new LinkedHashMap<>(holdings));
    countryTargets = Map.copyOf(countryTargets);
    industryTargets = Map.copyOf(industryTargets);
  }

  /** Positions and cash. */
  public double total() {
    return invested() + cash;
  }

  /** All positions. */
  public double invested() {
    double sum = 0;
    for (Holding holding : holdings.values()) {
      sum += holding.value();
    }
    return sum;
  }

  /**
   * The picture after buying for cash, which may become negative.
   *
   * @param name of the position, which may be new
   * @param security what is known of the security; its value is not looked at
   * @param value to buy for, in base currency; negative to sell
   */
  public PortfolioPicture afterBuying(String name, Holding security, double value) {
    return withPosition(name, security, value, cash - value);
  }

  /** The picture after adding money from outside and buying for all of it. */
  public PortfolioPicture afterAdding(String name, Holding security, double value) {
    return withPosition(name, security, value, cash);
  }

  private PortfolioPicture withPosition(
      String name, Holding security, double value, double cashAfter) {
    Map<String, Holding> after = new LinkedHashMap<>(holdings);
    Holding before = holdings.get(name);
    after.put(name, security.withValue((before == null ? 0 : before.value()) + value));
    return new PortfolioPicture(after, cashAfter, countryTargets, industryTargets);
  }

  /** The share of each group of countries in the invested value, zero when nothing is. */
  public Map<String, Double> countryShares() {
    Map<String, Double> shares = new HashMap<>();
    double invested = Math.max(invested(), Double.MIN_NORMAL);
    for (Holding holding : holdings.values()) {
      holding
          .country()
          .ifPresent(group -> shares.merge(group, holding.value() / invested, Double::sum));
    }
    return shares;
  }

  /** The share of each group of industries; a holding of several counts equally for each. */
  public Map<String, Double> industryShares() {
    Map<String, Double> shares = new HashMap<>();
    double invested = Math.max(invested(), Double.MIN_NORMAL);
    for (Holding holding : holdings.values()) {
      for (String group : holding.industries()) {
        shares.merge(group, holding.value() / invested / holding.industries().size(), Double::sum);
      }
    }
    return shares;
  }

  /**
   * How a security fits in.
   *
   * @param loss of the position, as {@link PortfolioFit.Held#loss}
   * @param name of the position, held or not
   */
  public PortfolioFit fit(String name, Holding security, OptionalDouble loss) {
    Map<String, Double> countries = countryShares();
    Map<String, Double> industries = industryShares();
    Holding held = holdings.get(name);
    return new PortfolioFit(
        security.country().isEmpty() || countryTargets.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(room(security.country().get(), countries, countryTargets)),
        industryTargets.isEmpty()
            ? List.of()
            : security.industries().stream()
                .map(group -> room(group, industries, industryTargets))
                .toList(),
        held == null || !(held.value() > 0)
            ? Optional.empty()
            : Optional.of(new PortfolioFit.Held(held.value() / total(), loss)));
  }

  private static double room(
      String group, Map<String, Double> shares, Map<String, Double> targets) {
    double target = targets.getOrDefault(group, 0.0);
    double gap = target - shares.getOrDefault(group, 0.0);
    return Math.clamp(gap / Math.max(target, LEAST_TARGET), -1.0, 1.0);
  }
}
