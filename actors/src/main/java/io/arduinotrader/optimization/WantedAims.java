package io.arduinotrader.optimization;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.SecurityWish;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.optimization.domain.expectation.Regime;
import io.arduinotrader.optimization.domain.returns.PriceHistory;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.IndexState;
import io.arduinotrader.protocol.optimization.OptimizationWork.Linkage;
import io.arduinotrader.protocol.optimization.OptimizationWork.Pursuit;
import io.arduinotrader.protocol.optimization.OptimizationWork.RiskModel;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the settings want, for the securities of a question. */
final class WantedAims {

  private final TraderSettings settings;
  private final OptimizationSettings rules;
  private final Market market;

  WantedAims(TraderSettings settings, Market market) {
    this.settings = settings;
    this.rules = settings.optimization();
    this.market = market;
  }

  OptimizationWork.Aims of(List<Isin> securities) {
    BigDecimal perTrade =
        settings.trading().commissionPercent().add(settings.planning().halfSpread());
    return new OptimizationWork.Aims(
        rules.targetReturn(),
        rules.targetVolatility(),
        rules.blend(),
        rules.riskFreeRate(),
        perTrade.doubleValue() / rules.costHorizonYears(),
        rules.expectations() == OptimizationSettings.Expectations.VIEWS,
        riskModel(rules.riskModel()),
        pursuit(rules.pursuit()),
        search(rules.search()),
        wishes(securities, SecurityWish::preference),
        wishes(securities, SecurityWish::riskShare),
        new OptimizationWork.Surroundings(
            index(),
            rules.indicators().volatilityIndex(),
            rules.indicators().curveSlope(),
            rules.indicators().priceEarnings()));
  }

  /** One number per security, 1 without a wish; none at all when nobody wishes anything. */
  private List<Double> wishes(List<Isin> securities, ToDoubleFunction<SecurityWish> wish) {
    return rules.wishes().isEmpty()
        ? List.of()
        : securities.stream()
            .map(
                isin ->
                    rules.wishes().stream()
                        .filter(each -> isNamed(isin, each.symbol()))
                        .mapToDouble(wish)
                        .findFirst()
                        .orElse(1))
            .toList();
  }

  private boolean isNamed(Isin isin, String symbol) {
    SecurityRecord security = market.securities().get(isin);
    return security != null && security.symbol().value().equalsIgnoreCase(symbol);
  }

  /** Prices of an index count as they are, in its own currency. */
  private Optional<IndexState> index() {
    List<String> symbols = rules.indicators().indexSecurities();
    if (symbols.isEmpty()) {
      return Optional.empty();
    }
    List<PriceHistory> histories =
        market.bars().values().stream()
            .filter(bars -> symbols.stream().anyMatch(symbol -> isNamed(bars.isin(), symbol)))
            .sorted(Comparator.comparing(BarColumns::isin))
            .map(bars -> PriceHistory.unchecked(bars.days(), bars.adjustedClose()))
            .toList();
    return Optional.of(new IndexState(Regime.distance(histories)));
  }

  private static OptimizationWork.Search search(OptimizationSettings.Search stated) {
    return new OptimizationWork.Search(
        switch (stated.linkage()) {
          case SINGLE -> Linkage.SINGLE;
          case COMPLETE -> Linkage.COMPLETE;
          case AVERAGE -> Linkage.AVERAGE;
          case WARD -> Linkage.WARD;
        },
        stated.ridge(),
        stated.riskAversion(),
        stated.tailConfidence(),
        stated.tailReturn(),
        stated.tailRisk());
  }

  private static RiskModel riskModel(OptimizationSettings.RiskModel stated) {
    return switch (stated) {
      case EQUAL_VARIANCES -> RiskModel.EQUAL_VARIANCES;
      case NORMAL_RETURNS -> RiskModel.NORMAL_RETURNS;
      case EQUAL_CORRELATIONS -> RiskModel.EQUAL_CORRELATIONS;
      case ONE_FACTOR -> RiskModel.ONE_FACTOR;
      case SAMPLE -> RiskModel.SAMPLE;
      case RECENT -> RiskModel.RECENT;
      case LOSSES -> RiskModel.LOSSES;
    };
  }

  private static Pursuit pursuit(OptimizationSettings.Pursuit stated) {
    return switch (stated) {
      case RETURN -> Pursuit.RETURN;
      case LEAST_VARIANCE -> Pursuit.LEAST_VARIANCE;
      case SHARPE_RATIO -> Pursuit.SHARPE_RATIO;
      case UTILITY -> Pursuit.UTILITY;
      case DIVERSIFICATION -> Pursuit.DIVERSIFICATION;
      case EQUAL_RISK -> Pursuit.EQUAL_RISK;
      case INVERSE_VOLATILITY -> Pursuit.INVERSE_VOLATILITY;
      case TAIL_LOSS -> Pursuit.TAIL_LOSS;
      case DRAWDOWN -> Pursuit.DRAWDOWN;
      case SEMIVARIANCE -> Pursuit.SEMIVARIANCE;
    };
  }
}
