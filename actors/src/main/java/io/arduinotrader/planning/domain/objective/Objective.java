package io.arduinotrader.planning.domain.objective;

import io.arduinotrader.planning.domain.candidate.Asset;
import io.arduinotrader.planning.domain.candidate.Situation;
import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * How good a portfolio is, about 0 to 1. The same function judges what is held, the end of every
 * sequence, and every scenario.
 *
 * <p>Positions and cash are shares of one total, so that cash has a value of its own. The score is
 * linear in these shares but for the distances to wanted shares and the cap of the dividends, which
 * are concave; nothing is rounded. The optimizer's weights are one part: one less half the sum of
 * the distances to them, cash included, which is the share of the portfolio that is where it is
 * wanted. Costs count twice: as money that is gone, and as a penalty on turning over.
 */
public final class Objective {

  private final List<Asset> assets;
  private final Outlooks outlooks;
  private final Groups countries;
  private final Groups industries;
  private final double[] wanted;
  private final double wantedCash;
  private final ProfileWeights profile;
  private final DiversificationRules spread;
  private final double blend;
  private final double costPenalty;

  private Objective(Situation situation) {
    PlannerSettings.Aims aims = situation.settings().aims();
    assets = situation.assets();
    countries = Groups.countries(situation);
    industries = Groups.industries(situation);
    wanted = assets.stream().mapToDouble(situation.targets()::of).toArray();
    wantedCash = situation.targets().cash();
    profile = ProfileWeights.of(aims.profile());
    spread =
        aims.industryDeviation()
            ? DiversificationRules.COUNTRIES_AND_INDUSTRIES
            : DiversificationRules.COUNTRIES;
    outlooks = Outlooks.of(assets, spread);
    blend = situation.targets().known() ? aims.optimizerBlend() : 0;
    costPenalty = aims.costPenalty();
  }

  /** The objective of a situation. */
  public static Objective of(Situation situation) {
    return new Objective(situation);
  }

  /**
   * A judged portfolio.
   *
   * @param total the weighted sum of the parts
   */
  public record Score(double total, List<Part> parts) {}

  /**
   * A part of a score.
   *
   * @param weight how much it counts
   * @param score about 0 to 1; of the costs, their share of the total below zero
   */
  public record Part(String name, double weight, double score) {}

  /**
   * Judges a portfolio.
   *
   * @param values of the assets by number
   * @param total what shares are shares of, above zero
   * @param costs of the trades that led there
   */
  public Score score(double[] values, double cash, double total, double costs) {
    double cashShare = cash / total;
    double end = 1 - blend;
    double diverse = end * profile.diversification();
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Part(
            "total_return",
            end * profile.totalReturn(),
            mean(values, total, outlooks.totalReturn()) + cashShare * Outlooks.CASH_RETURN));
    parts.add(
        new Part(
            "promise",
            end * profile.promise(),
            mean(values, total, outlooks.promise()) + cashShare * Outlooks.CASH_PROMISE));
    parts.add(
        new Part(
            "stability",
            end * profile.stability(),
            mean(values, total, outlooks.stability()) + cashShare * Outlooks.CASH_STABILITY));
    parts.add(
        new Part("countries", diverse * spread.country(), countries.closeness(values, total)));
    parts.add(
        new Part("industries", diverse * spread.industry(), industries.closeness(values, total)));
    parts.add(
        new Part(
            "quality",
            diverse * spread.quality(),
            mean(values, total, outlooks.quality()) + cashShare * Outlooks.CASH_QUALITY));
    parts.add(
        new Part(
            "dividend",
            diverse * spread.dividend(),
            spread.dividendPart(mean(values, total, outlooks.dividendYield()))));
    parts.add(new Part("opinion", end * profile.opinion(), DiversificationRules.NEUTRAL));
    parts.add(new Part("optimizer", blend, alignment(values, cashShare, total)));
    parts.add(new Part("costs", costPenalty, -costs / total));
    return new Score(
        parts.stream().mapToDouble(part -> part.weight() * part.score()).sum(), List.copyOf(parts));
  }

  private static double mean(double[] values, double total, double[] figures) {
    double sum = 0;
    for (int asset = 0; asset < values.length; asset++) {
      sum += values[asset] / total * figures[asset];
    }
    return sum;
  }

  private double alignment(double[] values, double cashShare, double total) {
    double distance = Math.abs(cashShare - wantedCash);
    for (int asset = 0; asset < values.length; asset++) {
      distance += Math.abs(values[asset] / total - wanted[asset]);
    }
    return 1 - distance / 2;
  }

  /**
   * What a share of the total in the asset adds to all parts that are linear in it. The distance to
   * the optimizer's weight is not among them.
   */
  public double linear(int asset) {
    return (1 - blend)
        * (profile.totalReturn() * outlooks.totalReturn()[asset]
            + profile.promise() * outlooks.promise()[asset]
            + profile.stability() * outlooks.stability()[asset]
            + profile.diversification() * spread.quality() * outlooks.quality()[asset]);
  }

  /** The same for cash. */
  public double linearCash() {
    return (1 - blend)
        * (profile.totalReturn() * Outlooks.CASH_RETURN
            + profile.promise() * Outlooks.CASH_PROMISE
            + profile.stability() * Outlooks.CASH_STABILITY
            + profile.diversification() * spread.quality() * Outlooks.CASH_QUALITY);
  }

  /** What a change of an asset's share adds by coming closer to the optimizer's weight. */
  public double aligned(int asset, double before, double after) {
    return blend / 2 * (Math.abs(before - wanted[asset]) - Math.abs(after - wanted[asset]));
  }

  /** What no trade changes, and the distance to the optimizer's weights before the first one. */
  public double constant(Situation situation) {
    double diverse = (1 - blend) * profile.diversification();
    double apart = 0;
    for (Asset asset : assets) {
      apart += Math.abs(situation.weight(asset) - wanted[asset.number()]);
    }
    return (1 - blend) * profile.opinion() * DiversificationRules.NEUTRAL
        + diverse * spread.country() * countries.undisturbed()
        + diverse * spread.industry() * industries.undisturbed()
        + blend * (1 - apart / 2);
  }

  /** What a share of distance between cash and its wanted share adds; zero or less. */
  public double perCashDistance() {
    return -blend / 2;
  }

  /** The share of the total nobody wants invested. */
  public double wantedCash() {
    return wantedCash;
  }

  /** What a distance of one, summed over all wanted countries, adds; zero or less. */
  public double perCountryDistance() {
    return perDistance(spread.country(), countries);
  }

  /** Likewise of industries. */
  public double perIndustryDistance() {
    return perDistance(spread.industry(), industries);
  }

  private double perDistance(double weight, Groups groups) {
    return groups.count() == 0
        ? 0
        : -(1 - blend)
            * profile.diversification()
            * weight
            / groups.count()
            / DiversificationRules.WORST_DISTANCE;
  }

  /** What the dividend part adds at most. */
  public double perDividend() {
    return (1 - blend) * profile.diversification() * spread.dividend();
  }

  /** The rules of the spread. */
  public DiversificationRules spread() {
    return spread;
  }

  /** Dividends of a year as a share of an asset's value, the usual one when it is unknown. */
  public double dividendYield(int asset) {
    return outlooks.dividendYield()[asset];
  }

  /** How much an asset's value moves in a year, the usual measure when it is unknown. */
  public double volatility(int asset) {
    return outlooks.volatility()[asset];
  }

  /** What costs of the whole total would subtract. */
  public double costPenalty() {
    return costPenalty;
  }

  /** The wanted shares of countries. */
  public Groups countries() {
    return countries;
  }

  /** The wanted shares of industries. */
  public Groups industries() {
    return industries;
  }

  /** Share of the figures of what is held that are known, 0 to 1. */
  public double coverage() {
    return outlooks.known();
  }
}
