package io.arduinotrader.lifeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.Address;
import org.junit.jupiter.api.Test;

/** Two nodes' lines without a network: what one sends is shown to the other by hand. */
class LinesTest {

  private static final Duration OLDEST = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Address RECEIVER = new Address("pekko", "house", "127.0.0.2", 17355);
  private static final Address ELSEWHERE = new Address("pekko", "house", "127.0.0.3", 17355);
  private static final long SENDER_UID = 1;
  private static final long RECEIVER_UID = 2;

  /** The receiver's clock starts far from the sender's: nobody may compare the two. */
  private final AtomicLong receiverTime = new AtomicLong(-5_000_000_000_000L);

  private final Lines sender = new Lines(SENDER_UID, () -> 1_000L, OLDEST);
  private final Lines receiver = new Lines(RECEIVER_UID, receiverTime::get, OLDEST);

  @Test
  void aCommandUnderAnOpenLineIsDone() {
    open();
    assertThat(receiver.admits(sent(LONG))).isTrue();
  }

  @Test
  void aCommandOfAnEndedEpochIsNotDone() {
    long epoch = open();
    Dispatched late = sent(LONG);
    receiver.revoke(epoch);
    assertThat(receiver.admits(late)).isFalse();
  }

  @Test
  void aNewLineDoesNotExcuseACommandOfTheOldOne() {
    long epoch = open();
    Dispatched late = sent(LONG);
    receiver.revoke(epoch);
    open();
    assertThat(receiver.admits(late)).isFalse();
    assertThat(receiver.admits(sent(LONG))).isTrue();
  }

  @Test
  void aCommandIsNotDoneByAnotherIncarnation() {
    open();
    Lines restarted = new Lines(3, receiverTime::get, OLDEST);
    restarted.grant();
    assertThat(restarted.admits(sent(LONG))).isFalse();
  }

  @Test
  void aCommandThatWasLongOnItsWayIsNotDone() {
    open();
    Dispatched slow = sent(LONG);
    receiverTime.addAndGet(OLDEST.toNanos());
    assertThat(receiver.admits(slow)).isTrue();
    receiverTime.addAndGet(1);
    assertThat(receiver.admits(slow)).isFalse();
  }

  @Test
  void aCommandNobodyWaitsForAnyMoreIsNotDone() {
    open();
    Dispatched slow = sent(Duration.ofMillis(100));
    receiverTime.addAndGet(Duration.ofMillis(101).toNanos());
    assertThat(receiver.admits(slow)).isFalse();
  }

  @Test
  void aFresherStampKeepsALineUsable() {
    Line line = new Line(RECEIVER_UID, receiver.grant(), receiver.now(), 0);
    sender.opened(RECEIVER, line);
    receiverTime.addAndGet(LONG.toNanos());
    assertThat(receiver.admits(sent(LONG))).isFalse();
    line.stamp(receiver.now(), 0);
    assertThat(receiver.admits(sent(LONG))).isTrue();
  }

  @Test
  void nothingIsSentToANodeWithoutALine() {
    open();
    assertThat(sender.dispatch("pay", List.of(ELSEWHERE), LONG, Optional.empty())).isEmpty();
    assertThat(sender.dispatch("pay", List.of(RECEIVER, ELSEWHERE), LONG, Optional.empty()))
        .isEmpty();
  }

  @Test
  void whatANodeSentItselfIsDone() {
    assertThat(sender.admits(new Dispatched("pay", SENDER_UID, List.of(), LONG, Optional.empty())))
        .isTrue();
  }

  @Test
  void anAwaitedAnswerFailsWhenTheLineEnds() {
    Line line = new Line(RECEIVER_UID, receiver.grant(), receiver.now(), 0);
    AtomicInteger changes = new AtomicInteger();
    sender.whenChanged(changes::incrementAndGet);
    sender.opened(RECEIVER, line);
    CompletableFuture<String> awaited = await();
    sender.ended(RECEIVER, line);
    assertThat(awaited).isCompletedExceptionally();
    assertThat(await()).isCompletedExceptionally();
    assertThat(changes).hasValue(2);
  }

  @Test
  void anAnswerThatCameFirstStands() {
    Line line = new Line(RECEIVER_UID, receiver.grant(), receiver.now(), 0);
    sender.opened(RECEIVER, line);
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> awaited =
        sender.under(List.of(RECEIVER), answer, () -> new IllegalStateException("lost"));
    answer.complete("paid");
    sender.ended(RECEIVER, line);
    assertThat(awaited).isCompletedWithValue("paid");
  }

  @Test
  void theEndOfAnOldLineDoesNotEndTheNewOne() {
    Line old = new Line(RECEIVER_UID, receiver.grant(), receiver.now(), 0);
    sender.opened(RECEIVER, old);
    sender.opened(RECEIVER, new Line(RECEIVER_UID, receiver.grant(), receiver.now(), 0));
    CompletableFuture<String> awaited = await();
    sender.ended(RECEIVER, old);
    assertThat(awaited).isNotDone();
    assertThat(sender.isOpen(RECEIVER)).isTrue();
  }

  private long open() {
    long epoch = receiver.grant();
    sender.opened(RECEIVER, new Line(RECEIVER_UID, epoch, receiver.now(), 0));
    return epoch;
  }

  private Dispatched sent(Duration patience) {
    return sender.dispatch("pay", List.of(RECEIVER), patience, Optional.empty()).orElseThrow();
  }

  private CompletableFuture<String> await() {
    return sender.under(
        List.of(RECEIVER), new CompletableFuture<>(), () -> new IllegalStateException("lost"));
  }
}
