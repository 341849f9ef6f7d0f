package io.arduinotrader.trading;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.trading.domain.Facts;
import java.util.Optional;

/** What the account's trading rules tell themselves, never seen outside. */
sealed interface TradingMessage extends TradingCommand.Internal {

  /** What the rules need to know is gathered. */
  record Briefed(IntentId intent, Facts facts) implements TradingMessage {}

  /** What the rules need to know cannot be gathered. */
  record NotBriefed(IntentId intent, String reason) implements TradingMessage {}

  /** The portfolio has answered; with a refusal nothing is set aside. */
  record Reserved(IntentId intent, Optional<Refusal> refusal) implements TradingMessage {}

  /** The portfolio has not answered: nobody knows whether something is set aside. */
  record NotReserved(IntentId intent, String reason) implements TradingMessage {}

  /**
   * What stands against arming was asked for, before either of its steps.
   *
   * @param step the command that waits
   * @param obstacle empty when nothing does
   */
  record Inspected(TradingCommand.ArmingStep step, Optional<Refusal> obstacle)
      implements TradingMessage {}

  /** It is time to wake the orders that have not ended. */
  record Wake() implements TradingMessage {}
}
