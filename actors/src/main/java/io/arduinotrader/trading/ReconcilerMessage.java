package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.trading.broker.BrokerDesk;

/** What the reconciler tells itself, never seen outside. */
sealed interface ReconcilerMessage extends BrokerCommand.Internal {

  /** It is time to read the broker. */
  record Begin() implements ReconcilerMessage {}

  /** A reading has ended, complete or not. */
  record Ended(Reconciliation.Outcome outcome, BrokerDesk.Health health)
      implements ReconcilerMessage {}
}
