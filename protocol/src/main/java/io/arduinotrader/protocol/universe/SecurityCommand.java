package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What one security can be told; the entity id is the ISIN. */
public sealed interface SecurityCommand extends ClusterMessage {

  EntityTypeKey<SecurityCommand> KEY = EntityTypeKey.create(SecurityCommand.class, "security");

  /** Note company figures; the same figures again change nothing. */
  record RecordFundamentals(Fundamentals fundamentals, ActorRef<SecurityView> replyTo)
      implements SecurityCommand {}

  /** Note prices that cannot be true; an anomaly already noted changes nothing. */
  record RecordAnomalies(List<PriceAnomaly> anomalies, ActorRef<SecurityView> replyTo)
      implements SecurityCommand {}

  /** Note a score; a score of the same day from the same inputs changes nothing. */
  record RecordScore(SecurityScore score, ActorRef<SecurityView> replyTo)
      implements SecurityCommand {}

  /** Show what is known. */
  record GetSecurity(ActorRef<SecurityView> replyTo) implements SecurityCommand {}

  /**
   * What is known about a security beyond its master data.
   *
   * @param recentAnomalies the last noted anomalies, oldest first
   */
  record SecurityView(
      Isin isin,
      Optional<Fundamentals> fundamentals,
      List<PriceAnomaly> recentAnomalies,
      Optional<SecurityScore> latestScore)
      implements ClusterMessage {}
}
