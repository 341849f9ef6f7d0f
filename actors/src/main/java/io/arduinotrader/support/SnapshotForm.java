package io.arduinotrader.support;

import io.arduinotrader.persistence.codec.StoredSnapshot;
import java.util.function.Function;

/**
 * How an entity's state becomes a snapshot and back.
 *
 * @param manifest which snapshot codec writes it, for example {@code portfolio.snapshot.v1}
 * @param type the snapshot record
 * @param write the snapshot of a state
 * @param read the state of a snapshot
 * @param <S> the pure state
 * @param <T> the snapshot record
 */
public record SnapshotForm<S, T>(
    String manifest, Class<T> type, Function<S, T> write, Function<T, S> read) {

  /** What the store keeps of a state. */
  StoredSnapshot<T> store(Journaled<S> journaled) {
    return new StoredSnapshot<>(
        write.apply(journaled.state()), manifest, journaled.head(), journaled.events());
  }

  /**
   * The state the store has kept.
   *
   * @throws IllegalStateException when the store hands out something else
   */
  Journaled<S> restore(Object stored) {
    if (stored instanceof StoredSnapshot<?> kept && type.isInstance(kept.snapshot())) {
      return new Journaled<>(read.apply(type.cast(kept.snapshot())), kept.head(), kept.events());
    }
    throw new IllegalStateException("not a snapshot of " + type.getName() + ": " + stored);
  }
}
