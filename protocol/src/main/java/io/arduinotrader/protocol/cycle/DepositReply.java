package io.arduinotrader.protocol.cycle;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import java.util.Optional;

/** The outcome of a deposit. */
public sealed interface DepositReply extends ClusterMessage {

  /**
   * The cash is in the account.
   *
   * @param cycle the cycle that was started with it, when one was
   * @param note what was done about investing it, a sentence
   */
  record Booked(DepositId id, PortfolioView portfolio, Optional<CycleId> cycle, String note)
      implements DepositReply {}

  /** The deposit is recorded and will be booked as soon as that is possible; do not repeat it. */
  record Pending(DepositId id, String reason) implements DepositReply {}

  /** Nothing was booked. */
  record Refused(Refusal refusal) implements DepositReply {}
}
