package io.arduinotrader.trading.broker.server;

import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The faults that are still to come: the next call of a kind takes the first of its kind. */
public final class FaultPlan {

  private final Map<BrokerCall, Deque<Fault>> waiting = new ConcurrentHashMap<>();

  /** Has the next calls go wrong, after those that were planned before. */
  public void add(BrokerCall call, Fault fault, int times) {
    Deque<Fault> queue = waiting.computeIfAbsent(call, kind -> new ConcurrentLinkedDeque<>());
    for (int i = 0; i < times; i++) {
      queue.addLast(fault);
    }
  }

  /** Lets everything go well again. */
  public void clear() {
    waiting.clear();
  }

  Optional<Fault> next(BrokerCall call) {
    return Optional.ofNullable(waiting.get(call)).map(Deque::pollFirst);
  }
}
