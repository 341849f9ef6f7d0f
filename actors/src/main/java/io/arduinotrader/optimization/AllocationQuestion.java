package io.arduinotrader.optimization;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Holding;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question about weights, with everything it means in this market: what is held, what may be
 * bought, and what all of it is worth.
 */
final class AllocationQuestion {

  private final Market market;
  private final TraderSettings.Optimization settings;
  private final Map<Isin, Quantity> held = new LinkedHashMap<>();
  private final Map<Isin, Target> targets = new LinkedHashMap<>();
  private final Limits limits;
  private final BigDecimal cash;

  AllocationQuestion(
      Market market,
      TraderSettings.Optimization settings,
      List<Holding> holdings,
      List<Target> targets,
      Optional<Money> cash,
      Limits limits) {
    this.market = market;
    this.settings = settings;
    this.limits = limits;
    this.cash = cash.orElse(market.freeCash()).amount();
    if (holdings.isEmpty()) {
      for (PortfolioView.Position position : market.portfolio().positions()) {
        held.put(position.isin(), position.quantity());
      }
    } else {
      holdings.forEach(holding -> held.merge(holding.isin(), holding.quantity(), Quantity::plus));
    }
    held.values().removeIf(Quantity::isZero);
    targets.forEach(target -> this.targets.put(target.isin(), target));
  }

  /** Why the question cannot be answered, when it cannot. */
  Optional<Refusal> refusal() {
    for (Isin isin : securities()) {
      if (!market.securities().containsKey(isin)) {
        return Optional.of(
            Refusal.of(RefusalCode.UNKNOWN_SECURITY, isin + " is not in the universe"));
      }
      if (market.basePrice(isin).isEmpty()) {
        return Optional.of(
            Refusal.of(RefusalCode.PRICE_NOT_POSITIVE, "no price or rate is known for " + isin));
      }
    }
    return total().signum() > 0
        ? Optional.empty()
        : Optional.of(
            Refusal.of(RefusalCode.NOTHING_TO_WORK_WITH, "there are neither positions nor cash"));
  }

  /** Positions and cash in base currency. */
  BigDecimal total() {
    BigDecimal total = cash;
    for (Map.Entry<Isin, Quantity> holding : held.entrySet()) {
      total = total.add(value(holding.getKey(), holding.getValue()));
    }
    return total;
  }

  BigDecimal cash() {
    return cash;
  }

  Quantity held(Isin isin) {
    return held.getOrDefault(isin, Quantity.ZERO);
  }

  /**
   * The securities the answer is about: those with a target and those held; without targets the
   * best scored that may be bought.
   */
  List<Isin> securities() {
    Stream<Isin> wanted = targets.isEmpty() ? candidates() : targets.keySet().stream();
    return Stream.concat(held.keySet().stream(), wanted).distinct().sorted().toList();
  }

  private Stream<Isin> candidates() {
    return market.securities().values().stream()
        .filter(security -> security.active() && security.allowBuy())
        .map(SecurityRecord::isin)
        .filter(isin -> market.bars().containsKey(isin) && market.basePrice(isin).isPresent())
        .sorted(
            Comparator.comparingDouble((Isin isin) -> market.scores().getOrDefault(isin, 0.0))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(settings.candidates());
  }

  /** The worker's job. */
  OptimizationWork.Job job() {
    BigDecimal total = total();
    List<OptimizationWork.Asset> assets = new ArrayList<>();
    for (Isin isin : securities()) {
      assets.add(asset(isin, total));
    }
    double wanted = assets.stream().mapToDouble(OptimizationWork.Asset::wanted).sum();
    return new OptimizationWork.Job(
        List.copyOf(assets),
        targets.isEmpty() ? 1 - settings.cashReserve() : Math.min(1, wanted),
        settings.lookbackDays(),
        !targets.isEmpty(),
        limits.minimumPositionSize().map(size -> share(size, total)).orElse(0.0),
        limits.maximumPositions().orElse(Integer.MAX_VALUE),
        limits.maximumTurnover().map(BigDecimal::doubleValue));
  }

  private OptimizationWork.Asset asset(Isin isin, BigDecimal total) {
    SecurityRecord security = securityOf(isin);
    double current = weight(isin, total);
    Target target =
        targets.isEmpty()
            ? free(security, current)
            : targets.getOrDefault(isin, new Target(isin, 0, 0, 0));
    double largest = limits.maximumPositionSize().map(size -> share(size, total)).orElse(1.0);
    Market.Prices history = market.baseHistory(isin);
    return new OptimizationWork.Asset(
        isin,
        security.symbol(),
        current,
        target.weight(),
        security.allowSell() ? target.minimum() : Math.max(target.minimum(), current),
        Math.min(largest, mayGrow(security) ? target.maximum() : current),
        history.days(),
        history.prices());
  }

  /**
   * The bounds of a security nobody named a target for. What cannot be traded may stay as it is,
   * however far from its bounds it has moved.
   */
  private Target free(SecurityRecord security, double current) {
    double minimum = security.minimumTarget().map(AllocationQuestion::fraction).orElse(0.0);
    double maximum =
        Math.min(
            settings.maximumWeight(),
            security.maximumTarget().map(AllocationQuestion::fraction).orElse(1.0));
    return new Target(
        security.isin(),
        0,
        Math.min(minimum, mayGrow(security) ? maximum : Math.min(maximum, current)),
        security.allowSell() ? maximum : Math.max(maximum, current));
  }

  private static boolean mayGrow(SecurityRecord security) {
    return security.active() && security.allowBuy();
  }

  SecurityRecord securityOf(Isin isin) {
    SecurityRecord security = market.securities().get(isin);
    if (security == null) {
      throw new IllegalStateException(isin + " is not in the universe");
    }
    return security;
  }

  BigDecimal value(Isin isin, Quantity quantity) {
    return market.basePrice(isin).orElse(BigDecimal.ZERO).multiply(quantity.value());
  }

  double weight(Isin isin, BigDecimal total) {
    return value(isin, held(isin)).divide(total, MathContext.DECIMAL64).doubleValue();
  }

  private static double share(Money size, BigDecimal total) {
    return size.amount().divide(total, MathContext.DECIMAL64).doubleValue();
  }

  private static double fraction(BigDecimal percentPoints) {
    return percentPoints.movePointLeft(2).doubleValue();
  }
}
