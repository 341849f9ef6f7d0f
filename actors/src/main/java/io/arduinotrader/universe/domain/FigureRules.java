package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.CompanyFigure;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Keeps figures out that cannot have the unit they claim: a yield of 2.6 is percent points, not a
 * fraction. What is kept out is missing, and missing is not zero.
 */
public final class FigureRules {

  private static final String RULE = "UNIT";

  private final Fundamentals claimed;
  private final List<PriceAnomaly> anomalies = new ArrayList<>();

  private FigureRules(Fundamentals claimed) {
    this.claimed = claimed;
  }

  /** Figures that can be true, and what was wrong with the others. */
  public record Checked(Fundamentals usable, List<PriceAnomaly> anomalies) {}

  /** Checks what a source claims. */
  public static Checked check(Fundamentals claimed) {
    FigureRules rules = new FigureRules(claimed);
    Fundamentals usable =
        new Fundamentals(
            claimed.asOf(),
            claimed.marketCapitalization(),
            rules.kept(CompanyFigure.PRICE_EARNINGS, claimed.priceEarnings()),
            rules.kept(CompanyFigure.DIVIDEND_YIELD, claimed.dividendYield()),
            rules.kept(CompanyFigure.PROFIT_MARGIN, claimed.profitMargin()),
            claimed.returnOnEquity(),
            rules.kept(CompanyFigure.DEBT_TO_EQUITY, claimed.debtToEquity()),
            rules.kept(CompanyFigure.CURRENT_RATIO, claimed.currentRatio()),
            claimed.revenueGrowth(),
            claimed.earningsGrowth(),
            claimed.industry(),
            claimed.source());
    return new Checked(usable, List.copyOf(rules.anomalies));
  }

  private OptionalDouble kept(CompanyFigure figure, OptionalDouble value) {
    Optional<String> complaint =
        value.isEmpty() ? Optional.empty() : figure.complaint(value.getAsDouble());
    complaint.ifPresent(
        text -> anomalies.add(new PriceAnomaly(claimed.asOf(), RULE, figure.key() + " " + text)));
    return complaint.isPresent() ? OptionalDouble.empty() : value;
  }
}
