package io.arduinotrader.support;

import io.arduinotrader.protocol.message.BrokenChainException;
import io.arduinotrader.protocol.vocab.Digest;
import java.util.Optional;

/**
 * A state and the place in its stream where it was made.
 *
 * @param state what the events add up to
 * @param head the hash of the last event's link
 * @param events how many events made the state
 * @param defect where the stream breaks behind the state; then nothing follows from it
 * @param <S> the pure state
 */
public record Journaled<S>(
    S state, Digest head, long events, Optional<BrokenChainException> defect) {

  /** A state whose stream is whole so far. */
  public Journaled(S state, Digest head, long events) {
    this(state, head, events, Optional.empty());
  }

  /** Whether anything may follow from the state. */
  public boolean isWhole() {
    return defect.isEmpty();
  }

  /** The last state before the stream breaks. */
  Journaled<S> broken(BrokenChainException where) {
    return new Journaled<>(state, head, events, Optional.of(where));
  }
}
