package io.arduinotrader.persistence;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.EventCodec;
import io.arduinotrader.persistence.codec.SnapshotSamples;
import io.arduinotrader.persistence.codec.StoredSnapshot;
import io.arduinotrader.protocol.vocab.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;

/** Writes a chained stream and keeps snapshots, as the entities do, but without any rules. */
public final class StreamWriter<E>
    extends EventSourcedBehavior<StreamWriter.Message<E>, Chained<E>, StreamWriter.Found> {

  /** What a writer can be told. */
  public sealed interface Message<E> {}

  /** Store the events. */
  public record Append<E>(List<E> events, ActorRef<Done> replyTo) implements Message<E> {}

  /** Tell what was read. */
  public record Recover<E>(ActorRef<Found> replyTo) implements Message<E> {}

  /**
   * The place in the stream.
   *
   * @param applied how many events were applied one by one since the snapshot
   */
  public record Found(Digest head, long events, long applied) {}

  private final EventCodec<E> codec;
  private final String tag;

  private StreamWriter(PersistenceId id, EventCodec<E> codec, String tag) {
    super(id);
    this.codec = codec;
    this.tag = tag;
  }

  /** A writer of the stream that marks its events with the tag, with nothing when that is empty. */
  public static <E> Behavior<Message<E>> create(PersistenceId id, EventCodec<E> codec, String tag) {
    return new StreamWriter<>(id, codec, tag);
  }

  @Override
  public Found emptyState() {
    return new Found(Digest.EMPTY, 0, 0);
  }

  @Override
  public CommandHandler<Message<E>, Chained<E>, Found> commandHandler() {
    return (found, message) ->
        switch (message) {
          case Append<E> append -> append(found, append);
          case Recover<E> recover -> Effect().reply(recover.replyTo(), found);
        };
  }

  private Effect<Chained<E>, Found> append(Found found, Append<E> append) {
    List<Chained<E>> links = new ArrayList<>();
    Digest head = found.head();
    for (E event : append.events()) {
      Chained<E> link = Chained.append(head, event, codec);
      links.add(link);
      head = link.hash();
    }
    return Effect().persist(links).thenReply(append.replyTo(), after -> Done.getInstance());
  }

  @Override
  public EventHandler<Found, Chained<E>> eventHandler() {
    return (found, link) -> {
      if (!link.previous().equals(found.head())) {
        throw new IllegalStateException("broken chain at " + (found.events() + 1));
      }
      return new Found(link.hash(), found.events() + 1, found.applied() + 1);
    };
  }

  @Override
  public Set<String> tagsFor(Chained<E> link) {
    return tag.isEmpty() ? Set.of() : Set.of(tag);
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(5, 2);
  }

  @Override
  public SnapshotAdapter<Found> snapshotAdapter() {
    SnapshotSamples.Kind<?> kind = SnapshotSamples.kinds().getFirst();
    return new SnapshotAdapter<>() {
      @Override
      public Object toJournal(Found found) {
        return new StoredSnapshot<>(
            kind.samples().getFirst(), kind.codec().manifest(), found.head(), found.events());
      }

      @Override
      public Found fromJournal(Object stored) {
        StoredSnapshot<?> snapshot = (StoredSnapshot<?>) stored;
        if (!snapshot.snapshot().equals(kind.samples().getFirst())) {
          throw new IllegalStateException("another snapshot than the stored one");
        }
        return new Found(snapshot.head(), snapshot.events(), 0);
      }
    };
  }
}
