package io.arduinotrader.protocol.trading;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.vocab.Money;
import java.util.List;
import java.util.Optional;

/** What the rules would say to an intent. */
public sealed interface ValidationReply extends ClusterMessage {

  /**
   * Every rule was asked.
   *
   * @param errors what would refuse, in the order of the rules
   * @param warnings what is worth knowing but would not refuse
   * @param estimatedCost value plus commission of a buy, proceeds less commission of a sale; absent
   *     when no price is known
   * @param availableCash free cash in the security's currency, in base currency when that is
   *     unknown
   */
  record Validated(
      List<Refusal> errors,
      List<Refusal> warnings,
      Optional<Money> estimatedCost,
      Money availableCash)
      implements ValidationReply {}

  /** What the rules need to know cannot be read now. */
  record Undecided(String reason) implements ValidationReply {}
}
