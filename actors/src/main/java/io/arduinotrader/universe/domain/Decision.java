package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseEvent;
import java.util.List;

/** What a request to change the universe comes to. */
public sealed interface Decision {

  /**
   * The change happens.
   *
   * @param events what to remember, nothing when the universe is so already
   * @param security the security after the events
   */
  record Change(List<UniverseEvent> events, SecurityRecord security) implements Decision {}

  /** The change is against a rule. */
  record Refused(Refusal refusal) implements Decision {}

  /** A refusal that one field of the request caused. */
  static Decision refused(RefusalCode code, String message, String field) {
    return new Refused(new Refusal(code, message, field));
  }
}
