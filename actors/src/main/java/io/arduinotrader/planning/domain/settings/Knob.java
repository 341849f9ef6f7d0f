package io.arduinotrader.planning.domain.settings;

import com.google.errorprone.annotations.Immutable;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlannerSettings.Profile;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every knob of the planner: its key, what it takes, and where it is in the settings. */
enum Knob {
  RISK_PROFILE(Kind.PROFILE, "0", "0", all -> all.aims().profile()),
  OPTIMIZER_BLEND(Kind.NUMBER, "0", "1", all -> all.aims().optimizerBlend()),
  ENABLE_INDUSTRY_TARGETS(Kind.FLAG, "0", "0", all -> all.aims().industryDeviation()),
  COST_PENALTY_FACTOR(Kind.NUMBER, "0", "1", all -> all.aims().costPenalty()),
  MINIMUM_IMPROVEMENT(Kind.NUMBER, "0", "1", all -> all.aims().minimumImprovement()),
  MAX_PLAN_DEPTH(Kind.WHOLE, "1", "10", all -> all.search().depth()),
  BEAM_WIDTH(Kind.WHOLE, "1", "50", all -> all.search().kept()),
  MAX_EVALUATIONS(Kind.WHOLE, "1000", "1000000000", all -> all.search().evaluations()),
  ALLOW_BUY(Kind.FLAG, "0", "0", all -> all.selection().allowBuy()),
  ALLOW_SELL(Kind.FLAG, "0", "0", all -> all.selection().allowSell()),
  MAX_OPPORTUNITIES_PER_CATEGORY(Kind.WHOLE, "1", "20", all -> all.selection().perCategory()),
  PRIORITY_THRESHOLD(Kind.NUMBER, "0", "1", all -> all.selection().priorityThreshold()),
  ENABLE_DIVERSE_SELECTION(Kind.FLAG, "0", "0", all -> all.selection().diverse()),
  DIVERSITY_WEIGHT(Kind.NUMBER, "0", "1", all -> all.selection().diversityWeight()),
  MIN_SECURITY_SCORE(Kind.NUMBER, "0", "1", all -> all.opportunities().minimumScore()),
  OPPORTUNITY_MIN_SCORE(Kind.NUMBER, "0", "1", all -> all.opportunities().opportunityScore()),
  AVERAGING_DOWN_MIN_SCORE(Kind.NUMBER, "0", "1", all -> all.opportunities().averagingScore()),
  AVERAGING_DOWN_MAX_LOSS(Kind.NUMBER, "-1", "0", all -> all.opportunities().deepestDip()),
  AVERAGING_DOWN_MIN_DIP(Kind.NUMBER, "-1", "0", all -> all.opportunities().shallowestDip()),
  REBALANCE_BAND(Kind.NUMBER, "0", "1", all -> all.opportunities().rebalanceBand()),
  WEIGHT_GAP(Kind.NUMBER, "0", "1", all -> all.opportunities().weightGap()),
  WINDFALL_THRESHOLD(Kind.NUMBER, "0", "10", all -> all.opportunities().windfallExcess()),
  TRADE_SHARE(Kind.NUMBER, "0", "1", all -> all.sizes().tradeShare()),
  MAX_SELL_SHARE(Kind.NUMBER, "0.01", "1", all -> all.sizes().largestSale()),
  MAX_POSITION_SHARE(Kind.NUMBER, "0.01", "1", all -> all.sizes().largestPosition()),
  ENABLE_PARTIAL_EXECUTION(Kind.FLAG, "0", "0", all -> all.sizes().partial()),
  MIN_CASH_RESERVE(Kind.NUMBER, "0", "1000000000", all -> all.sizes().cashReserve()),
  CASH_RESERVE_SHARE(Kind.NUMBER, "0", "1", all -> all.sizes().cashReserveShare()),
  TRANSACTION_COST_FIXED(Kind.NUMBER, "0", "100", all -> all.costs().fixed()),
  TRANSACTION_COST_PERCENT(Kind.NUMBER, "0", "0.01", all -> all.costs().percent()),
  HALF_SPREAD(Kind.NUMBER, "0", "0.05", all -> all.costs().halfSpread()),
  MAX_COST_RATIO(Kind.NUMBER, "0.001", "1", all -> all.costs().largestRatio()),
  MIN_HOLD_DAYS(Kind.WHOLE, "0", "365", all -> all.patience().holdDays()),
  SELL_COOLDOWN_DAYS(Kind.WHOLE, "0", "365", all -> all.patience().sellCooldownDays()),
  BUY_COOLDOWN_DAYS(Kind.WHOLE, "0", "365", all -> all.patience().buyCooldownDays()),
  MAX_LOSS_THRESHOLD(Kind.NUMBER, "-1", "0", all -> all.patience().largestLoss()),
  ENABLE_STOCHASTIC_SCENARIOS(Kind.FLAG, "0", "0", all -> all.scenarios().shocks()),
  ENABLE_MONTE_CARLO_PATHS(Kind.FLAG, "0", "0", all -> all.scenarios().monteCarlo()),
  MONTE_CARLO_PATH_COUNT(Kind.WHOLE, "10", "1000", all -> all.scenarios().paths()),
  SCENARIO_DAYS(Kind.WHOLE, "1", "252", all -> all.scenarios().days()),
  SCENARIO_PLANS(Kind.WHOLE, "1", "10", all -> all.scenarios().plans());

  /** Where the value is in the settings. */
  @Immutable
  @FunctionalInterface
  private interface Place {
    Object of(PlannerSettings settings);
  }

  /** What a knob takes. */
  enum Kind {
    FLAG("true or false"),
    WHOLE("a whole number"),
    NUMBER("a number"),
    PROFILE("conservative, balanced or aggressive");

    private final String wanted;

    Kind(String wanted) {
      this.wanted = wanted;
    }

    String wanted() {
      return wanted;
    }
  }

  private final Kind kind;
  private final BigDecimal least;
  private final BigDecimal most;
  private final Place place;

  Knob(Kind kind, String least, String most, Place place) {
    this.kind = kind;
    this.least = new BigDecimal(least);
    this.most = new BigDecimal(most);
    this.place = place;
  }

  static Optional<Knob> named(String key) {
    return Arrays.stream(values()).filter(knob -> knob.key().equals(key)).findFirst();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value in the settings as it is written. */
  String text(PlannerSettings settings) {
    Object value = place.of(settings);
    return switch (kind) {
      case FLAG, WHOLE -> value.toString();
      case NUMBER -> canonical(new BigDecimal(value.toString()));
      case PROFILE -> ((Profile) value).name().toLowerCase(Locale.ROOT);
    };
  }

  /** What is wrong with a text as a value of this knob. */
  Optional<SettingsProblem> problem(String text) {
    return switch (kind) {
      case FLAG -> problem(text, text.equals("true") || text.equals("false"));
      case PROFILE ->
          problem(
              text,
              Arrays.stream(Profile.values())
                  .anyMatch(each -> each.name().toLowerCase(Locale.ROOT).equals(text)));
      case WHOLE -> inRange(text, number(text).filter(value -> value.scale() <= 0));
      case NUMBER -> inRange(text, number(text));
    };
  }

  private Optional<SettingsProblem> problem(String text, boolean right) {
    return right
        ? Optional.empty()
        : Optional.of(new SettingsProblem.NotAValue(key(), text, kind.wanted()));
  }

  private Optional<SettingsProblem> inRange(String text, Optional<BigDecimal> value) {
    if (value.isEmpty()) {
      return problem(text, false);
    }
    return value.get().compareTo(least) >= 0 && value.get().compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(
            new SettingsProblem.OutOfRange(
                key(), text, least.toPlainString(), most.toPlainString()));
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      return value.signum() == 0
          ? Optional.of(BigDecimal.ZERO)
          : Optional.of(value.stripTrailingZeros());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String canonical(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
