package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.AdmissionReply;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.vocab.IntentId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Who waits to be admitted. One intent at a time is judged, so that the next sees what the one
 * before it has set aside.
 */
final class Admissions {

  private static final int MOST = 100;

  private final Deque<TradingCommand.Admit> waiting = new ArrayDeque<>();
  private Optional<TradingCommand.Admit> current = Optional.empty();

  /** Takes a request; false when too many wait already. */
  boolean offer(TradingCommand.Admit request) {
    if (waiting.size() >= MOST) {
      return false;
    }
    waiting.addLast(request);
    return true;
  }

  /** The next intent to judge, when none is being judged and one waits. */
  Optional<Intent> next() {
    if (current.isPresent() || waiting.isEmpty()) {
      return Optional.empty();
    }
    current = Optional.of(waiting.removeFirst());
    return current.map(TradingCommand.Admit::intent);
  }

  /** The intent being judged, when it is this one. */
  Optional<Intent> current(IntentId id) {
    return current.map(TradingCommand.Admit::intent).filter(intent -> intent.id().equals(id));
  }

  /** Forgets everybody: what was under way is lost, and who waits will ask again. */
  void forget() {
    waiting.clear();
    current = Optional.empty();
  }

  /**
   * Answers for the intent being judged, and the next may follow. An answer for another one comes
   * from before a restart; nobody waits for it.
   */
  void answer(AdmissionReply reply) {
    current
        .filter(request -> request.intent().id().equals(reply.intent()))
        .ifPresent(
            request -> {
              request.replyTo().tell(reply);
              current = Optional.empty();
            });
  }
}
