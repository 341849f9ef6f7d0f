package io.arduinotrader.protocol.scoring;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a security would sit in the portfolio it is scored for.
 *
 * <p>Room is how far a group of securities is below its wanted share, as a part of that: 1 when
 * nothing of it is held, 0 when the share is as wanted, −1 when it is twice as much or more.
 *
 * @param countryRoom of the country's group, absent when the country is unknown
 * @param industryRooms of each of its industries, empty when they are unknown
 * @param held the position, absent when nothing is held
 */
public record PortfolioFit(
    OptionalDouble countryRoom, List<Double> industryRooms, Optional<Held> held) {

  /** Copies the list. */
  public PortfolioFit {
    industryRooms = List.copyOf(industryRooms);
  }

  /**
   * A position.
   *
   * @param share of the whole portfolio, cash included, 0 to 1
   * @param loss how far the price is below what was paid on average, as a fraction; negative for a
   *     gain, absent when either is unknown
   */
  public record Held(double share, OptionalDouble loss) {}
}
