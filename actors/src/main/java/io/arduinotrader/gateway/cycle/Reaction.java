package io.arduinotrader.gateway.cycle;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.protocol.cycle.CycleEvent;
import java.util.List;
import java.util.function.Consumer;

/**
 * What follows from a message: events to store, and what to do once they are stored.
 *
 * @param then is given the state after the events
 */
record Reaction(List<CycleEvent> events, Consumer<CycleState> then) {

  /** Nothing to store and nothing to do. */
  static Reaction none() {
    return new Reaction(List.of(), state -> {});
  }

  /** Nothing to store. */
  static Reaction only(Runnable then) {
    return new Reaction(List.of(), state -> then.run());
  }
}
