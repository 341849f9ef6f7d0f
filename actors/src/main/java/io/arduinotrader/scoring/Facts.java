package io.arduinotrader.scoring;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
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
 * @param closes what a share of a holding was worth at its newest bar, in base currency, as far as
 *     there are bars and a rate
 * @param standards to measure by
 */
record Facts(
    Map<Isin, SecurityRecord> universe,
    List<SecurityRecord> wanted,
    Map<Isin, BarColumns> bars,
    Map<Isin, SecurityView> views,
    Optional<AccountValue> account,
    Map<Isin, Double> closes,
    Standards standards) {

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

  /**
   * What a position was worth at its newest bar, in base currency: a score is of a day, so the
   * prices of the day decide how it fits, not those of the moment. Without a bar, its value now.
   */
  double worthAtClose(PositionValue position) {
    @Nullable Double close = closes.get(position.isin());
    return close == null
        ? position.marketValue().amount().doubleValue()
        : close * position.quantity().value().doubleValue();
  }

  /** The same with what the securities know. */
  Facts with(Map<Isin, SecurityView> known) {
    return new Facts(universe, wanted, bars, known, account, closes, standards);
  }

  /** The securities the universe works with. */
  List<SecurityRecord> active() {
    return universe.values().stream().filter(SecurityRecord::active).toList();
  }
}
