package io.arduinotrader.universe;

import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityCommand.GetSecurity;
import io.arduinotrader.protocol.universe.SecurityCommand.RecordAnomalies;
import io.arduinotrader.protocol.universe.SecurityCommand.RecordFundamentals;
import io.arduinotrader.protocol.universe.SecurityCommand.RecordScore;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.universe.domain.SecurityState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityEntityTest {

  private static final ActorTestKit KIT = EntityKit.create();
  private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
  private static final PriceAnomaly ANOMALY = new PriceAnomaly(DAY, "JUMP", "close 9 after 1");

  private final EventSourcedBehaviorTestKit<
          SecurityCommand, Chained<SecurityEvent>, Journaled<SecurityState>>
      entity = EntityKit.entity(KIT, SecurityEntity.create(APPLE_ISIN, () -> NOON));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @BeforeEach
  void forget() {
    entity.clear();
  }

  @Test
  void everythingNotedIsThereAfterARestart() {
    entity.<SecurityView>runCommand(replyTo -> new RecordFundamentals(figures(), replyTo));
    entity.<SecurityView>runCommand(replyTo -> new RecordAnomalies(List.of(ANOMALY), replyTo));
    entity.<SecurityView>runCommand(replyTo -> new RecordScore(score("a"), replyTo));

    entity.restart();

    assertThat(entity.<SecurityView>runCommand(GetSecurity::new).reply())
        .isEqualTo(
            new SecurityView(
                APPLE_ISIN, Optional.of(figures()), List.of(ANOMALY), Optional.of(score("a"))));
  }

  @Test
  void repeatsAreNotStored() {
    entity.<SecurityView>runCommand(replyTo -> new RecordFundamentals(figures(), replyTo));
    entity.<SecurityView>runCommand(replyTo -> new RecordAnomalies(List.of(ANOMALY), replyTo));
    entity.<SecurityView>runCommand(replyTo -> new RecordScore(score("a"), replyTo));

    assertThat(
            entity
                .<SecurityView>runCommand(replyTo -> new RecordFundamentals(figures(), replyTo))
                .hasNoEvents())
        .isTrue();
    assertThat(
            entity
                .<SecurityView>runCommand(replyTo -> new RecordAnomalies(List.of(ANOMALY), replyTo))
                .hasNoEvents())
        .isTrue();
    assertThat(
            entity
                .<SecurityView>runCommand(replyTo -> new RecordScore(score("a"), replyTo))
                .hasNoEvents())
        .isTrue();
  }

  @Test
  void manyScoresArePutIntoASnapshotAndComeBack() {
    for (int i = 0; i < 105; i++) {
      String inputs = "inputs " + i;
      entity.<SecurityView>runCommand(replyTo -> new RecordScore(score(inputs), replyTo));
    }

    entity.restart();
    assertThat(entity.getState().events()).isEqualTo(105);
    assertThat(entity.getState().state().latestScore()).contains(score("inputs 104"));

    entity.persistenceTestKit().clearByPersistenceId("security|" + APPLE_ISIN);
    entity.restart();
    assertThat(entity.getState().events()).isEqualTo(100);
    assertThat(entity.getState().state().latestScore()).contains(score("inputs 99"));
  }

  private static Fundamentals figures() {
    return new Fundamentals(
        DAY,
        OptionalDouble.of(1e12),
        OptionalDouble.empty(),
        OptionalDouble.of(0.01),
        OptionalDouble.empty(),
        OptionalDouble.of(0),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.of("Phones"),
        "test");
  }

  private static SecurityScore score(String inputs) {
    return new SecurityScore(
        APPLE_ISIN,
        APPLE.symbol(),
        DAY,
        0.6,
        "B",
        50,
        1,
        List.of(),
        Map.of(),
        Optional.empty(),
        Digest.of(inputs.getBytes(StandardCharsets.UTF_8)),
        NOON);
  }
}
