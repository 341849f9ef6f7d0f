package io.arduinotrader.scoring;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What scores depend on, as it was known at one moment.
 *
 * @param universe every security in it
 * @param wanted the securities to score, all of the universe
 * @param bars of the wanted securities, as far as there are any
 * @param views of the wanted and of the active securities, and of what the account holds
 * @param account its value, empty when it is not known
 */
record Facts(
    Map<Isin, SecurityRecord> universe,
    List<SecurityRecord> wanted,
    Map<Isin, BarColumns> bars,
    Map<Isin, SecurityView> views,
    Optional<AccountValue> account) {

  /**
   * The bars of a security in order; empty without any and when they cannot be used, which is told
   * as the reason for having no score.
   */
  Optional<BarSeries> series(Isin isin) {
    @Nullable BarColumns columns = bars.get(isin);
    if (columns == null || columns.size() == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(series(columns));
    } catch (IllegalArgumentException unusable) {
      return Optional.empty();
    }
  }

  /**
   * Columns as bars in order, known on the day of the last one.
   *
   * @throws IllegalArgumentException when they are out of order or a close is not above zero
   */
  static BarSeries series(BarColumns columns) {
    return BarSeries.of(
        LocalDate.ofEpochDay(columns.days()[columns.size() - 1]),
        columns.days(),
        columns.close(),
        columns.adjustedClose(),
        columns.high());
  }

  /** The securities the universe works with. */
  List<SecurityRecord> active() {
    return universe.values().stream().filter(SecurityRecord::active).toList();
  }
}
