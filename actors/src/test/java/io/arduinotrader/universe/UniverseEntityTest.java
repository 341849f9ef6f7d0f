package io.arduinotrader.universe;

import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.NOON;
import static io.arduinotrader.universe.domain.Samples.SAP;
import static io.arduinotrader.universe.domain.Samples.SAP_ISIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.universe.UniverseCommand.Accepted;
import io.arduinotrader.protocol.universe.UniverseCommand.AddSecurity;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.universe.UniverseCommand.Refused;
import io.arduinotrader.protocol.universe.UniverseCommand.RemoveSecurity;
import io.arduinotrader.protocol.universe.UniverseCommand.Reply;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.universe.UniverseEvent;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.universe.domain.UniverseState;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit;
import org.apache.pekko.persistence.testkit.javadsl.EventSourcedBehaviorTestKit.CommandResultWithReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UniverseEntityTest {

  private static final ActorTestKit KIT = EntityKit.create();

  private final EventSourcedBehaviorTestKit<
          UniverseCommand, Chained<UniverseEvent>, Journaled<UniverseState>>
      entity = EntityKit.entity(KIT, UniverseEntity.create(UniverseCommand.DEFAULT_ID, () -> NOON));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @BeforeEach
  void forget() {
    entity.clear();
  }

  @Test
  void whatIsAddedIsStoredAndThereAfterARestart() {
    var added = entity.<Reply>runCommand(replyTo -> new AddSecurity(APPLE, replyTo));
    entity.<Reply>runCommand(replyTo -> new AddSecurity(SAP, replyTo));

    assertThat(added.event().event()).isEqualTo(new UniverseEvent.SecurityAdded(APPLE, NOON));
    assertThat(added.reply()).isEqualTo(new Accepted(APPLE, true));
    entity.restart();
    assertThat(view().securities()).containsExactly(APPLE, SAP);
  }

  @Test
  void aRepeatStoresNothing() {
    entity.<Reply>runCommand(replyTo -> new AddSecurity(APPLE, replyTo));

    var repeated = entity.<Reply>runCommand(replyTo -> new AddSecurity(APPLE, replyTo));

    assertThat(repeated.hasNoEvents()).isTrue();
    assertThat(repeated.reply()).isEqualTo(new Accepted(APPLE, false));
  }

  @Test
  void aRefusalStoresNothingAndNamesItsRule() {
    var refused =
        entity.<Reply>runCommand(replyTo -> new RemoveSecurity(SAP_ISIN, "none", replyTo));

    assertThat(refused.hasNoEvents()).isTrue();
    assertThat(refused.reply()).isInstanceOf(Refused.class);
    assertThat(((Refused) refused.reply()).refusal().code())
        .isEqualTo(RefusalCode.UNKNOWN_SECURITY);
  }

  @Test
  void aChangeReplacesAndARemovalKeeps() {
    entity.<Reply>runCommand(replyTo -> new AddSecurity(APPLE, replyTo));
    entity.<Reply>runCommand(
        replyTo -> new UniverseCommand.ChangeSecurity(APPLE.withFlags(true, false, true), replyTo));
    assertThat(view().securities()).containsExactly(APPLE.withFlags(true, false, true));

    entity.<Reply>runCommand(replyTo -> new RemoveSecurity(APPLE_ISIN, "sold", replyTo));

    assertThat(view().securities()).containsExactly(APPLE.withFlags(false, false, false));
  }

  private UniverseView view() {
    CommandResultWithReply<
            UniverseCommand, Chained<UniverseEvent>, Journaled<UniverseState>, UniverseView>
        result = entity.runCommand((ActorRef<UniverseView> replyTo) -> new GetUniverse(replyTo));
    assertThat(result.hasNoEvents()).isTrue();
    return result.reply();
  }
}
