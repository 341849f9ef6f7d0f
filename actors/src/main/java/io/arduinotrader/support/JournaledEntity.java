package io.arduinotrader.support;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.EventCodec;
import io.arduinotrader.protocol.message.BrokenChainException;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.support.metrics.JournalMetrics;
import io.arduinotrader.support.metrics.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.SnapshotAdapter;
import org.apache.pekko.persistence.typed.javadsl.CommandHandlerWithReply;
import org.apache.pekko.persistence.typed.javadsl.EffectBuilder;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehaviorWithEnforcedReplies;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event-sourced entity whose events form a hash chain. Each event is stored with the hash of its
 * predecessor. An entity whose stored links do not fit does nothing any more, because money must
 * not be computed from a journal somebody has changed: whoever asks it is told which event breaks
 * the chain, and nothing is stored behind it.
 *
 * @param <C> commands
 * @param <E> the sealed family of events
 * @param <S> the pure state
 */
public abstract class JournaledEntity<C, E, S>
    extends EventSourcedBehaviorWithEnforcedReplies<C, Chained<E>, Journaled<S>> {

  private static final Logger LOG = LoggerFactory.getLogger(JournaledEntity.class);

  private static final int EVENTS_PER_SNAPSHOT = 100;
  private static final int SNAPSHOTS_KEPT = 2;

  private final EventCodec<E> codec;
  private final Set<String> tags;
  private final @Nullable SnapshotForm<S, ?> snapshots;

  /** An entity without tags and snapshots, for streams that stay short. */
  protected JournaledEntity(PersistenceId id, EventCodec<E> codec) {
    this(id, codec, Set.of(), null);
  }

  /**
   * An entity that writes to the stream of the given id. A failed write restarts it after a pause;
   * commands that arrive meanwhile are kept.
   *
   * @param tags what every event is marked with, for the projections that read it
   * @param snapshots how the state is kept now and then, null for never
   */
  protected JournaledEntity(
      PersistenceId id,
      EventCodec<E> codec,
      Set<String> tags,
      @Nullable SnapshotForm<S, ?> snapshots) {
    super(
        id,
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.2));
    this.codec = codec;
    this.tags = Set.copyOf(tags);
    this.snapshots = snapshots;
  }

  /** The state before the first event. */
  protected abstract S initial();

  /** The state after an event: pure, the same for recovery, replay and audit. */
  protected abstract S apply(S state, E event);

  /** One line per command. */
  protected abstract ReplyEffect<Chained<E>, Journaled<S>> onCommand(
      Journaled<S> journaled, C command);

  /** Store the events in order as the next links of the chain. */
  protected final EffectBuilder<Chained<E>, Journaled<S>> persist(
      Journaled<S> journaled, List<? extends E> events) {
    if (events.isEmpty()) {
      return Effect().none();
    }
    List<Chained<E>> links = new ArrayList<>(events.size());
    Digest head = journaled.head();
    for (E event : events) {
      Chained<E> link = Chained.append(head, event, codec);
      links.add(link);
      head = link.hash();
    }
    Stopwatch watch = Stopwatch.started();
    String stream = persistenceId().entityTypeHint();
    return Effect().persist(links).thenRun(after -> JournalMetrics.appended(stream, events, watch));
  }

  @Override
  public final Journaled<S> emptyState() {
    return new Journaled<>(initial(), Digest.EMPTY, 0);
  }

  @Override
  public final CommandHandlerWithReply<C, Chained<E>, Journaled<S>> commandHandler() {
    return (journaled, command) ->
        journaled
            .defect()
            .map(defect -> refuse(command, defect))
            .orElseGet(() -> onCommand(journaled, command));
  }

  @Override
  public final EventHandler<Journaled<S>, Chained<E>> eventHandler() {
    return (journaled, link) -> {
      if (journaled.defect().isPresent()) {
        return journaled;
      }
      if (!link.previous().equals(journaled.head())) {
        BrokenChainException defect =
            BrokenChainException.at(persistenceId().id(), journaled.events() + 1);
        LOG.error("{} does nothing any more: {}", persistenceId().id(), defect.getMessage());
        return journaled.broken(defect);
      }
      return new Journaled<>(
          apply(journaled.state(), link.event()), link.hash(), journaled.events() + 1);
    };
  }

  private ReplyEffect<Chained<E>, Journaled<S>> refuse(C command, BrokenChainException defect) {
    Askers.fail(command, defect);
    return Effect().noReply();
  }

  @Override
  public final Set<String> tagsFor(Chained<E> link) {
    return tags;
  }

  @Override
  public final RetentionCriteria retentionCriteria() {
    return snapshots == null
        ? RetentionCriteria.disabled()
        : RetentionCriteria.snapshotEvery(EVENTS_PER_SNAPSHOT, SNAPSHOTS_KEPT);
  }

  @Override
  public final SnapshotAdapter<Journaled<S>> snapshotAdapter() {
    SnapshotForm<S, ?> form = snapshots;
    if (form == null) {
      return super.snapshotAdapter();
    }
    return new SnapshotAdapter<>() {
      @Override
      public Object toJournal(Journaled<S> journaled) {
        return form.store(journaled);
      }

      @Override
      public Journaled<S> fromJournal(Object stored) {
        return form.restore(stored);
      }
    };
  }
}
