package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlannerSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What there is before the first trade, in numbers of the base currency.
 *
 * @param assets in the order of their ISINs
 * @param total positions and cash
 * @param invested the share of the total to have invested at most
 * @param targets wanted share of the total of each asset, all zero when nobody wants any
 * @param countryValues what the assets of each group of countries are worth
 * @param countryTargets wanted shares of the total, scaled to what is to be invested
 * @param industryTargets likewise
 */
public record Situation(
    PlanInputs inputs,
    List<Asset> assets,
    double cash,
    double total,
    double invested,
    TargetWeights targets,
    Map<String, Double> countryValues,
    Map<String, Double> countryTargets,
    Map<String, Double> industryTargets) {

  /** The situation the inputs describe; every held security has a price. */
  public static Situation of(PlanInputs inputs) {
    List<Asset> assets = new ArrayList<>();
    for (PlanSecurity security :
        inputs.securities().stream().sorted(Comparator.comparing(PlanSecurity::isin)).toList()) {
      assets.add(Asset.of(assets.size(), security));
    }
    double cash = inputs.cash().amount().doubleValue();
    double total = assets.stream().mapToDouble(Asset::value).sum() + cash;
    double invested =
        inputs.wishes().investedTarget().map(share -> share.doubleValue()).orElse(1.0);
    return new Situation(
        inputs,
        List.copyOf(assets),
        cash,
        total,
        invested,
        TargetWeights.of(assets, inputs.wishes()),
        assets.stream()
            .collect(
                Collectors.groupingBy(
                    asset -> asset.security().countryGroup(),
                    Collectors.summingDouble(Asset::value))),
        scaled(inputs.countryTargets(), invested),
        scaled(inputs.industryTargets(), invested));
  }

  private static Map<String, Double> scaled(List<GroupTarget> targets, double invested) {
    Map<String, Double> weights = new LinkedHashMap<>();
    targets.stream()
        .sorted(Comparator.comparing(GroupTarget::group))
        .forEach(target -> weights.put(target.group(), target.weight() * invested));
    return weights;
  }

  /** The knobs. */
  public PlannerSettings settings() {
    return inputs.settings();
  }

  /** What trades cost. */
  public TradeCost costs() {
    return TradeCost.of(settings().costs());
  }

  /** The share of the total an asset has. */
  public double weight(Asset asset) {
    return asset.value() / total;
  }

  /** The largest share of the total an asset may have. */
  double most(Asset asset) {
    return asset.security().bounds().most().orElse(settings().sizes().largestPosition());
  }

  /** The smallest share of the total an asset that is held should keep. */
  double least(Asset asset) {
    return asset.security().bounds().least().orElse(0.0);
  }

  /** Cash that buys may not touch, in base currency. */
  public double cashFloor() {
    PlannerSettings.Sizes sizes = settings().sizes();
    double reserve = Math.max(sizes.cashReserve().doubleValue(), sizes.cashReserveShare() * total);
    return Math.max(reserve, (1 - invested) * total);
  }

  /** The total with the cash that is expected soon. */
  double expectedTotal() {
    return total + inputs.wishes().monthlyDeposit().amount().doubleValue();
  }

  /** What the assets of a group of countries are worth. */
  double countryValue(String group) {
    return countryValues.getOrDefault(group, 0.0);
  }
}
