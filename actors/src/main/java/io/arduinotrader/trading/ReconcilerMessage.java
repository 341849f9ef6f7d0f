package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView.Drift;
import io.arduinotrader.trading.broker.BrokerDesk;
import java.util.List;

/** What the reconciler tells itself, never seen outside. */
sealed interface ReconcilerMessage extends BrokerCommand.Internal {

  /** It is time to read the broker. */
  record Begin() implements ReconcilerMessage {}

  /** A reading has ended, complete or not. */
  record Ended(Reconciliation.Outcome outcome, BrokerDesk.Health health)
      implements ReconcilerMessage {}

  /** The account has noted in what the books differ. */
  record Noted(Shown shown) implements ReconcilerMessage {}

  /** The account could not be told; it will be after the next reading. */
  record NotNoted(String reason) implements ReconcilerMessage {}

  /**
   * What a reading showed.
   *
   * @param confirmed differences that were there in the reading before as well
   * @param found all differences
   */
  record Shown(List<Drift> confirmed, List<Drift> found) {}
}
