package io.arduinotrader.protocol.vocab;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One plan. The id begins with the portfolio hash the plan was made for, so that the entity which
 * keeps it can be found from the id alone, for example {@code 3fa2b1c0-7}.
 */
public record PlanId(PortfolioHash portfolioHash, int number) {

  private static final Pattern FORM = Pattern.compile("([0-9a-f]{8})-([1-9][0-9]{0,8})");

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when the number is not positive
   */
  public PlanId {
    if (number < 1) {
      throw new IllegalArgumentException("plan number must be positive but was " + number);
    }
  }

  /** Reads an id as printed by {@link #toString()}; empty when the text has another form. */
  public static Optional<PlanId> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new PlanId(new PortfolioHash(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return portfolioHash.value() + "-" + number;
  }
}
