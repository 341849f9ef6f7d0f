package io.arduinotrader.lifeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.protocol.universe.UniverseCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.Serializer;
import org.apache.pekko.serialization.Serializers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EntryGuardTest {

  private static final ActorTestKit KIT =
      ActorTestKit.create(
          ConfigFactory.parseResources("lifeline.conf")
              .withFallback(ConfigFactory.parseResources("serialization.conf"))
              .withFallback(ConfigFactory.load()));

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Lines lines = new Lines(7, () -> 0, Duration.ofSeconds(2));
  private final TestProbe<String> done = KIT.createTestProbe();
  private final TestProbe<Object> asker = KIT.createTestProbe();
  private final ActorRef<String> guarded =
      KIT.spawn(
          EntryGuard.before(
              Behaviors.<String>receiveMessage(
                  command -> {
                    done.getRef().tell(command);
                    return Behaviors.same();
                  }),
              lines));

  @AfterAll
  static void end() {
    KIT.shutdownTestKit();
  }

  @Test
  void whatComesFromWithinPasses() {
    guarded.tell("here");
    done.expectMessage("here");
  }

  @Test
  void aCommandInTimeIsTakenOutOfItsCover() {
    dispatch("pay", lines.grant());
    done.expectMessage("pay");
  }

  @Test
  void aLateCommandIsNotDoneAndItsAskerIsTold() {
    long epoch = lines.grant();
    lines.revoke(epoch);
    dispatch("pay", epoch);
    assertThat(asker.receiveMessage()).isInstanceOf(Declined.class);
    guarded.tell("next");
    done.expectMessage("next");
  }

  @Test
  void aCommandOnItsWayKeepsEverythingItCarries() throws Exception {
    TestProbe<UniverseCommand.UniverseView> view = KIT.createTestProbe();
    Dispatched sent =
        new Dispatched(
            new UniverseCommand.GetUniverse(view.getRef()),
            3,
            List.of(new Pass(7, 1, -12), new Pass(8, 5, 40)),
            PATIENCE,
            Optional.of(asker.getRef()));
    assertThat(travelled(sent)).isEqualTo(sent);
    Dispatched told = new Dispatched(sent.command(), 3, List.of(), PATIENCE, Optional.empty());
    assertThat(travelled(told)).isEqualTo(told);
  }

  private static Object travelled(Dispatched sent) throws Exception {
    var serialization = SerializationExtension.get(KIT.system());
    Serializer serializer = serialization.findSerializerFor(sent);
    assertThat(serializer).isInstanceOf(DispatchSerializer.class);
    return serialization
        .deserialize(
            serialization.serialize(sent).get(),
            serializer.identifier(),
            Serializers.manifestFor(serializer, sent))
        .get();
  }

  private void dispatch(String command, long epoch) {
    guarded
        .<Object>unsafeUpcast()
        .tell(
            new Dispatched(
                command, 3, List.of(new Pass(7, epoch, 0)), PATIENCE, Optional.of(asker.getRef())));
  }
}
