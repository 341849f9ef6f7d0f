package io.arduinotrader.protocol.scoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a security has the score it has, and what speaks for buying and selling it.
 *
 * @param score empty when there is none
 * @param reasonForNone a sentence, empty when there is a score
 * @param groups all of them, also those nothing is known about
 * @param today the market's day that the age of data is counted to
 * @param purchase empty when no portfolio is known or its price is not
 * @param sale empty when nothing is held
 */
public record ScoreExplanation(
    Optional<SecurityScore> score,
    String reasonForNone,
    List<Group> groups,
    LocalDate today,
    Optional<Purchase> purchase,
    Optional<Sale> sale) {

  /**
   * A group.
   *
   * @param score 0 to 1, empty when nothing of it is known
   * @param weight its share in the total
   * @param coverage the share of its figures that are known, 0 to 1
   */
  public record Group(
      String name, OptionalDouble score, double weight, double coverage, List<Part> parts) {}

  /**
   * A part of a group.
   *
   * @param known its figure, empty when there is none
   */
  public record Part(String name, Optional<Known> known) {}

  /**
   * A known figure.
   *
   * @param raw in the unit of its name
   * @param score 0 to 1
   * @param weight its share in the group
   * @param day its data describe
   */
  public record Known(double raw, double score, double weight, LocalDate day) {}

  /**
   * What buying would do.
   *
   * @param value of the thought purchase in base currency
   * @param priceTooHigh whether the price is so near its 52-week high that buying is refused
   */
  public record Purchase(
      double value, boolean priceTooHigh, PortfolioStanding before, PortfolioStanding after) {}

  /**
   * Whether to sell.
   *
   * @param blockedBy the name of the rule that forbids it, empty when none does
   * @param score reason to sell, 0 to 1
   * @param parts of the score by name
   * @param quantity shares to sell
   * @param value of these in base currency
   * @param profit as a fraction of the cost
   * @param windfall how the gain compares with the trend, empty when the cost is not known
   */
  public record Sale(
      Optional<String> blockedBy,
      double score,
      Map<String, Double> parts,
      double quantity,
      double value,
      double profit,
      Optional<Gain> windfall) {}

  /**
   * A gain against the security's own trend.
   *
   * @param expected gain by the trend, as a fraction
   * @param score how far the gain is above it, 0 to 1
   * @param reason what kind of gain it is
   * @param share of the position to take as profit, 0 to 1
   */
  public record Gain(double expected, double score, String reason, double share) {}
}
