package io.arduinotrader.universe.feed;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A source of market data. Every call may block and is made on a dispatcher of its own; calls may
 * come from several threads.
 *
 * <p>An answer is what the source knows, and an empty one means that it knows nothing. A source
 * that cannot answer throws a {@link FeedException}.
 */
public interface PriceFeed {

  /** The label that is stored with everything the source says. */
  String source();

  /** Every security the source has. */
  List<SecurityRecord> securities();

  /**
   * Daily bars of a security between two days, both included, oldest first. They are as the source
   * has them; whether they can be true is judged by others.
   */
  List<DailyBar> bars(SecurityRecord security, LocalDate from, LocalDate to);

  /** The newest company figures that describe a day not after the given one. */
  Optional<Fundamentals> fundamentals(Isin isin, LocalDate asOf);

  /** Exchange rates between two days, both included, oldest first. */
  List<FxRate> rates(LocalDate from, LocalDate to);
}
