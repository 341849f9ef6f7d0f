package io.arduinotrader.scoring;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** The securities the universe works with. */
  List<SecurityRecord> active() {
    return universe.values().stream().filter(SecurityRecord::active).toList();
  }
}
