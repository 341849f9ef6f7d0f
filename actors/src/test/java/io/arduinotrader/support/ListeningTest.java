package io.arduinotrader.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.ManualTime;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ListeningTest {

  private static final ActorTestKit KIT = ActorTestKit.create(ManualTime.config());
  private static final ManualTime TIME = ManualTime.get(KIT.system());
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final TestProbe<String> heard = KIT.createTestProbe();
  private final ActorRef<String> listener =
      KIT.spawn(
          Listening.until(
              String.class, word -> word.startsWith("end"), heard.getRef()::tell, end, LIMIT));

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void everyWordIsPassedOnAndTheLastCompletes() {
    listener.tell("one");
    listener.tell("two");
    assertThat(heard.receiveSeveralMessages(2)).containsExactly("one", "two");
    assertThat(end).isNotDone();

    listener.tell("end");
    heard.expectMessage("end");
    assertThat(end.orTimeout(3, TimeUnit.SECONDS).join()).isEqualTo("end");
    heard.expectTerminated(listener);
  }

  @Test
  void afterTheLimitNobodyListensAnyLonger() {
    listener.tell("one");
    heard.expectMessage("one");

    TIME.timePasses(LIMIT);

    heard.expectTerminated(listener);
    assertThatThrownBy(end::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(TimeoutException.class)
        .hasMessageContaining("60 s");
  }

  @Test
  void theLimitIsForTheWholeAndNotForEachWord() {
    listener.tell("one");
    heard.expectMessage("one");
    TIME.timePasses(LIMIT.minusSeconds(1));
    listener.tell("two");
    heard.expectMessage("two");

    TIME.timePasses(Duration.ofSeconds(1));

    heard.expectTerminated(listener);
  }
}
