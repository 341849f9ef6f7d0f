package io.arduinotrader.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.protocol.vocab.IntentId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallContextTest {

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong ids = new AtomicLong();
  private final CallContext.Source source =
      new CallContext.Source(
          nanos::get, () -> "id-" + ids.incrementAndGet(), Duration.ofSeconds(60));

  @Test
  void takesNineTenthsOfWhatIsLeft() {
    CallContext call = call("grpc-timeout", "10S");
    assertThat(call.budget()).isEqualTo(Duration.ofSeconds(9));
    pass(Duration.ofSeconds(8));
    assertThat(call.budget()).isEqualTo(Duration.ofMillis(1800));
    assertThat(call.clientDeadlineIsOver()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(call.clientDeadlineIsOver()).isTrue();
    pass(Duration.ofSeconds(1));
    assertThatThrownBy(call::budget)
        .isInstanceOf(CallRefusedException.class)
        .hasMessageContaining("DEADLINE_EXCEEDED");
  }

  @Test
  void hasItsOwnLimitWhenTheClientSetsNone() {
    CallContext call = call("other", "x");
    assertThat(call.budget()).isEqualTo(Duration.ofSeconds(54));
    assertThat(call.clientDeadline()).isEmpty();
    pass(Duration.ofSeconds(59));
    assertThat(call.clientDeadlineIsOver()).isFalse();
  }

  @Test
  void boundsTheQuestionsOfAStreamWhoseClientSetNoDeadline() {
    CallContext endless = call("other", "x");
    pass(Duration.ofHours(1));
    assertThat(endless.budget(Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(5));
    CallContext limited = call("grpc-timeout", "2S");
    assertThat(limited.budget(Duration.ofSeconds(5))).isEqualTo(Duration.ofMillis(1800));
  }

  @ParameterizedTest
  @CsvSource({
    "1H, PT1H",
    "2M, PT2M",
    "3S, PT3S",
    "4m, PT0.004S",
    "5u, PT0.000005S",
    "6n, PT0.000000006S",
    "99999999H, PT720H"
  })
  void readsDeadlines(String text, Duration expected) {
    assertThat(CallTimeout.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "S", "-1S", "123456789S", "1s"})
  void ignoresWhatIsNoDeadline(String text) {
    assertThat(CallTimeout.parse(text)).isEmpty();
  }

  @Test
  void namesTheSameCommandForTheSameKeyAndScope() {
    String first = call("idempotency-key", "order-1!").commandId("default");
    assertThat(call("idempotency-key", "order-1!").commandId("default")).isEqualTo(first);
    assertThat(first).startsWith("key:default:");
    assertThat(new IntentId(first + "#100")).isNotNull();
    assertThat(call("idempotency-key", "order-2").commandId("default")).isNotEqualTo(first);
    assertThat(call("idempotency-key", "order-1!").commandId("other")).isNotEqualTo(first);
    assertThat(call("other", "x").commandId("default")).startsWith("id-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with blank", "ü"})
  void refusesAKeyThatIsNotVisible(String key) {
    CallContext call = call("idempotency-key", key);
    assertThatThrownBy(call::idempotencyKey)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("idempotency-key");
  }

  @Test
  void boundsTheLengthOfAKey() {
    assertThat(call("idempotency-key", "x".repeat(128)).idempotencyKey())
        .isEqualTo(Optional.of("x".repeat(128)));
    CallContext tooLong = call("idempotency-key", "x".repeat(129));
    assertThatThrownBy(tooLong::idempotencyKey).isInstanceOf(InvalidRequestException.class);
  }

  private CallContext call(String header, String value) {
    return source.of(new MetadataBuilder().addText(header, value).build());
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
