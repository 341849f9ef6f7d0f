package io.arduinotrader.scoring.domain.endstate;

import io.arduinotrader.scoring.domain.group.CompanyScorers;
import io.arduinotrader.scoring.domain.group.PriceScorers;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** From a figure of a security to a score between 0 and 1, neutral when it is not known. */
public final class EndStateScorers {

  private static final double NEUTRAL = 0.5;

  private EndStateScorers() {}

  /** A total return per year, as a fraction. */
  public static double yearly(double totalReturn, EndStateRules rules) {
    return PriceScorers.bell(
        totalReturn, rules.target(), rules.widthAbove(), rules.scoring().lossTail());
  }

  /** An annual Sortino ratio. */
  public static double sortino(OptionalDouble ratio, EndStateRules rules) {
    return orNeutral(
        ratio,
        known ->
            switch (rules.ratio()) {
              case OF_ITS_OWN -> known < 1 ? Math.max(0, 0.6 * known) : PriceScorers.sortino(known);
              case SHARED -> PriceScorers.sortino(known);
            });
  }

  /** Whether the dividend is likely to go on, by its payout ratio when nothing else is known. */
  public static double dividends(HoldingOutlook.Figures figures, EndStateRules rules) {
    return figures.dividendConsistency().isPresent()
        ? figures.dividendConsistency().getAsDouble()
        : orNeutral(
            figures.payoutRatio(),
            payout -> CompanyScorers.payout(payout, rules.scoring().cliffs()));
  }

  /** An annual volatility; one that is not above zero was not measured. */
  public static double volatility(OptionalDouble volatility) {
    return orNeutral(volatility, EndStateScorers::ofVolatility);
  }

  /** The deepest drawdown, zero or a negative fraction. */
  public static double drawdown(OptionalDouble drawdown) {
    return orNeutral(drawdown, PriceScorers::drawdown);
  }

  /** An annual Sharpe ratio. */
  public static double sharpe(OptionalDouble ratio) {
    return orNeutral(ratio, PriceScorers::sharpe);
  }

  static double orNeutral(OptionalDouble figure, DoubleUnaryOperator scorer) {
    return figure.isPresent() ? scorer.applyAsDouble(figure.getAsDouble()) : NEUTRAL;
  }

  private static double ofVolatility(double volatility) {
    if (!(volatility > 0)) {
      return NEUTRAL;
    }
    if (volatility <= 0.15) {
      return 1;
    }
    if (volatility <= 0.25) {
      return 1 - 3 * (volatility - 0.15);
    }
    if (volatility <= 0.40) {
      return 0.7 - (volatility - 0.25) / 0.15 * 0.4;
    }
    return Math.max(0.1, 0.3 - (volatility - 0.40));
  }
}
