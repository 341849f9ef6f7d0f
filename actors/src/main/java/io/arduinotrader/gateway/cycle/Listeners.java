package io.arduinotrader.gateway.cycle;

import io.arduinotrader.protocol.cycle.CycleProgress;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who wants to hear about the running cycle; the journal is the truth, so a lost word is no loss.
 */
final class Listeners {

  private static final int MOST = 64;

  private final Deque<ActorRef<CycleProgress>> listeners = new ArrayDeque<>();

  /** Adds a listener; beyond the bound the oldest hears no more. */
  void add(ActorRef<CycleProgress> listener) {
    if (listeners.size() == MOST) {
      listeners.removeFirst();
    }
    listeners.addLast(listener);
  }

  void tell(CycleProgress progress) {
    listeners.forEach(listener -> listener.tell(progress));
  }

  /** Tells the last word and forgets everybody. */
  void end(CycleProgress.Ended ended) {
    tell(ended);
    listeners.clear();
  }
}
