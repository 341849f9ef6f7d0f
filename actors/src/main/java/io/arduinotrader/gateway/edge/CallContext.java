package io.arduinotrader.gateway.edge;

import io.arduinotrader.protocol.vocab.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.pekko.grpc.javadsl.Metadata;

/**
 * What came with a call besides its request: how much time is left, the key that makes a repeat
 * harmless, and the id that joins everything logged about it.
 */
public final class CallContext {

  /** Request and response header that joins the traces of a call. */
  public static final String CORRELATION_ID = "x-correlation-id";

  /** Request header under which a command may be repeated. */
  public static final String IDEMPOTENCY_KEY = "idempotency-key";

  private static final String TIMEOUT = "grpc-timeout";

  /** The part of the remaining time that a question to an actor may take, in percent. */
  private static final int BUDGET_PERCENT = 90;

  private static final int LONGEST_KEY = 128;

  /** Half of a digest is far more than chance can hit twice. */
  private static final int KEY_DIGITS = 32;

  private final String correlationId;
  private final Optional<String> key;
  private final boolean limitedByClient;
  private final Duration limit;
  private final long startedAt;
  private final LongSupplier nanoTime;
  private final Supplier<String> ids;

  private CallContext(
      String correlationId, Optional<String> key, Optional<Duration> clientLimit, Source source) {
    this.correlationId = correlationId;
    this.key = key;
    this.limitedByClient = clientLimit.isPresent();
    this.limit = clientLimit.orElse(source.defaultDeadline());
    this.nanoTime = source.nanoTime();
    this.startedAt = nanoTime.getAsLong();
    this.ids = source.ids();
  }

  /**
   * Where contexts come from.
   *
   * @param nanoTime a clock that only moves forward, in nanoseconds
   * @param ids new identifiers: letters, digits and dashes
   * @param defaultDeadline how long a call may take when its client sets no deadline
   */
  public record Source(LongSupplier nanoTime, Supplier<String> ids, Duration defaultDeadline) {

    /** The context of the call that came with these headers; its time starts now. */
    public CallContext of(Metadata metadata) {
      return new CallContext(
          metadata.getText(CORRELATION_ID).filter(CallContext::isKey).orElseGet(ids),
          metadata.getText(IDEMPOTENCY_KEY),
          metadata.getText(TIMEOUT).flatMap(CallTimeout::parse),
          this);
    }
  }

  /** Joins everything logged and answered about the call. */
  public String correlationId() {
    return correlationId;
  }

  /**
   * The key under which the call may be repeated, empty when the client gave none.
   *
   * @throws InvalidRequestException when it is not 1 to 128 visible ASCII characters
   */
  public Optional<String> idempotencyKey() {
    if (key.isPresent() && !isKey(key.get())) {
      throw new InvalidRequestException(
          IDEMPOTENCY_KEY, "must be 1 to " + LONGEST_KEY + " visible ASCII characters");
    }
    return key;
  }

  /**
   * The identifier of what the call wants done: the same for every repeat under the same key and
   * scope, a new one when there is no key.
   *
   * @param scope whose keys these are, for example an account
   */
  public String commandId(String scope) {
    return idempotencyKey()
        .map(
            text ->
                "key:"
                    + scope
                    + ":"
                    + Digest.of(text.getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, KEY_DIGITS))
        .orElseGet(ids);
  }

  /**
   * How long the next question to an actor may take.
   *
   * @throws CallRefusedException when no time is left
   */
  public Duration budget() {
    Duration left = remaining();
    if (left.isNegative() || left.isZero()) {
      throw CallRefusedException.deadlineExceeded("the time of the call is over");
    }
    return left.multipliedBy(BUDGET_PERCENT).dividedBy(100);
  }

  /**
   * How long the next question may take in a stream, which lasts as long as its client wants.
   *
   * @param most how long it may take at most
   * @throws CallRefusedException when the client set a deadline and no time is left
   */
  public Duration budget(Duration most) {
    if (!limitedByClient) {
      return most;
    }
    Duration budget = budget();
    return budget.compareTo(most) < 0 ? budget : most;
  }

  /** What is left of the time the client gave; empty when it set no deadline. */
  public Optional<Duration> clientDeadline() {
    return limitedByClient ? Optional.of(remaining()) : Optional.empty();
  }

  /** Whether the client set a deadline of which no more than the last share is left. */
  public boolean clientDeadlineIsOver() {
    return limitedByClient
        && remaining().compareTo(limit.multipliedBy(100 - BUDGET_PERCENT).dividedBy(100)) <= 0;
  }

  private Duration remaining() {
    return limit.minusNanos(nanoTime.getAsLong() - startedAt);
  }

  private static boolean isKey(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_KEY
        && text.chars().allMatch(character -> character > ' ' && character < 0x7f);
  }
}
