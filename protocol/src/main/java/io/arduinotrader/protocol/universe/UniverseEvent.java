package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.vocab.Isin;
import java.time.Instant;

/** What happened to the universe. */
public sealed interface UniverseEvent {

  Instant at();

  /** A security is new. */
  record SecurityAdded(SecurityRecord security, Instant at) implements UniverseEvent {}

  /** What is known about a security is different now. */
  record SecurityChanged(SecurityRecord security, Instant at) implements UniverseEvent {}

  /** A security is worked with no longer. */
  record SecurityRemoved(Isin isin, String reason, Instant at) implements UniverseEvent {}
}
