package io.arduinotrader.optimization;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Holding;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Limits;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Target;
import io.arduinotrader.protocol.optimization.OptimizationWork;
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
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A question about weights, with everything it means in this market: what is held, what may be
 * bought, and what all of it is worth.
 */
final class AllocationQuestion {

  private final Market market;
  private final TraderSettings settings;
  private final List<Target> stated;
  private final Map<Isin, Target> targets = new LinkedHashMap<>();
  private final Limits limits;
  private final boolean ownCash;
  private final Map<Isin, Quantity> held;
  private final BigDecimal cash;

  AllocationQuestion(
      Market market,
      TraderSettings settings,
      List<Holding> holdings,
      List<Target> targets,
      Optional<Money> cash,
      Limits limits) {
    this.market = market;
    this.settings = settings;
    this.limits = limits;
    this.stated = targets;
    targets.forEach(target -> this.targets.put(target.isin(), target));
    this.ownCash = cash.isEmpty();
    Map<Isin, Quantity> shares = new LinkedHashMap<>();
    if (holdings.isEmpty()) {
      shares.putAll(market.expectedShares());
    } else {
      holdings.forEach(holding -> shares.merge(holding.isin(), holding.quantity(), Quantity::plus));
    }
    shares.values().removeIf(Quantity::isZero);
    this.held = shares;
    this.cash = cash.map(Money::amount).orElseGet(market::expectedCash);
  }

  /** Why the question cannot be answered, when it cannot. */
  Optional<Refusal> refusal() {
    if (stated.size() != targets.size()) {
      return refused(RefusalCode.CONFLICT, "a security has two targets");
    }
    for (Target target : stated) {
      if (!isWeight(target.weight())
          || !isWeight(target.minimum())
          || !isWeight(target.maximum())) {
        return refused(
            RefusalCode.CONFLICT, "the target of " + target.isin() + " is no weight from 0 to 1");
      }
    }
    for (Isin isin : securities()) {
      if (!market.securities().containsKey(isin)) {
        return refused(RefusalCode.UNKNOWN_SECURITY, isin + " is not in the universe");
      }
      if (market.basePrice(isin).isEmpty()) {
        return refused(RefusalCode.PRICE_NOT_POSITIVE, "no price or rate is known for " + isin);
      }
    }
    return total().signum() > 0
        ? Optional.empty()
        : refused(
            RefusalCode.NOTHING_TO_WORK_WITH,
            held.isEmpty() && cash.signum() == 0
                ? "there are neither positions nor cash"
                : "positions and cash are worth %s together".formatted(total().toPlainString()));
  }

  private static Optional<Refusal> refused(RefusalCode code, String message) {
    return Optional.of(Refusal.of(code, message));
  }

  private static boolean isWeight(double weight) {
    return weight >= 0 && weight <= 1;
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

  /**
   * Cash that trades must leave. Of the account's own cash the usual reserve; of cash that came
   * with the question no more than there is, because nobody asked to raise any.
   */
  BigDecimal reserve() {
    BigDecimal least = settings.planning().minimumCash();
    BigDecimal usual =
        targets.isEmpty()
            ? least.max(total().multiply(BigDecimal.valueOf(settings.optimization().cashReserve())))
            : least;
    return ownCash ? usual : usual.min(cash.max(BigDecimal.ZERO));
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
            Comparator.comparingDouble((Isin isin) -> market.figures(isin).score().orElse(0))
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(settings.optimization().candidates());
  }

  /** The worker's job. */
  OptimizationWork.Job job() {
    BigDecimal total = total();
    List<OptimizationWork.Asset> assets = new ArrayList<>();
    for (Isin isin : securities()) {
      assets.add(asset(isin, total));
    }
    double wanted = assets.stream().mapToDouble(OptimizationWork.Asset::wanted).sum();
    OptimizationSettings rules = settings.optimization();
    boolean derived = targets.isEmpty();
    double smallest = limits.minimumPositionSize().map(size -> share(size, total)).orElse(0.0);
    return new OptimizationWork.Job(
        List.copyOf(assets),
        derived ? new TargetGroups(rules).of(securities(), market) : List.of(),
        derived ? Math.clamp(1 - fraction(reserve(), total), 0.0, 1.0) : Math.min(1, wanted),
        rules.lookbackDays(),
        !derived,
        new WantedAims(settings, market).of(securities()),
        derived ? Math.max(smallest, rules.smallestWeight()) : smallest,
        limits.maximumPositions().orElse(Integer.MAX_VALUE),
        maximumTurnover());
  }

  /** The caller's limit on trading, else the usual one; stated targets have no usual one. */
  private Optional<Double> maximumTurnover() {
    OptionalDouble usual =
        targets.isEmpty() ? settings.optimization().maximumTurnover() : OptionalDouble.empty();
    return limits
        .maximumTurnover()
        .map(BigDecimal::doubleValue)
        .or(() -> usual.isPresent() ? Optional.of(usual.getAsDouble()) : Optional.<Double>empty());
  }

  private OptimizationWork.Asset asset(Isin isin, BigDecimal total) {
    SecurityRecord security = securityOf(isin);
    Target target =
        targets.isEmpty() ? free(security) : targets.getOrDefault(isin, new Target(isin, 0, 0, 0));
    double largest = limits.maximumPositionSize().map(size -> share(size, total)).orElse(1.0);
    Market.Prices history = market.baseHistory(isin);
    return new OptimizationWork.Asset(
        isin,
        security.symbol(),
        weight(isin, total),
        target.weight(),
        target.minimum(),
        Math.min(largest, target.maximum()),
        security.active() && security.allowBuy(),
        security.allowSell(),
        market.figures(isin),
        history.days(),
        history.prices());
  }

  /** The bounds of a security nobody named a target for. */
  private Target free(SecurityRecord security) {
    return new Target(
        security.isin(),
        0,
        security.minimumTarget().map(AllocationQuestion::fraction).orElse(0.0),
        security
            .maximumTarget()
            .map(AllocationQuestion::fraction)
            .orElse(settings.optimization().maximumWeight()));
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
    return fraction(value(isin, held(isin)), total);
  }

  private static double share(Money size, BigDecimal total) {
    return fraction(size.amount(), total);
  }

  private static double fraction(BigDecimal part, BigDecimal total) {
    return part.divide(total, MathContext.DECIMAL64).doubleValue();
  }

  private static double fraction(BigDecimal percentPoints) {
    return percentPoints.movePointLeft(2).doubleValue();
  }
}
