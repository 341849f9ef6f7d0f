package io.arduinotrader.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.RetryInfo;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.support.UnreachableException;
import io.arduinotrader.support.WayLostException;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.grpc.Trailers;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrpcErrorsTest {

  private final AtomicLong nanos = new AtomicLong();
  private final CallContext.Source source =
      new CallContext.Source(nanos::get, () -> "id-1", Duration.ofSeconds(60));

  @Test
  void listsEveryViolation() throws Exception {
    Trailers trailers =
        trailers(
            new CompletionException(
                new ExecutionException(
                    new InvalidRequestException(
                        List.of(
                            new FieldViolation("side", "is required"),
                            new FieldViolation("quantity", "must be above zero"))))));

    assertThat(trailers.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(trailers.getStatus().getDescription())
        .isEqualTo("side: is required; quantity: must be above zero");
    BadRequest details = details(trailers).getDetails(0).unpack(BadRequest.class);
    assertThat(details.getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("side", "quantity");
    assertThat(details(trailers).getCode()).isEqualTo(3);
  }

  @Test
  void saysWhenToTryAgain() throws Exception {
    Trailers busy = trailers(CallRefusedException.exhausted("too many", Duration.ofMillis(2500)));
    RetryInfo retry = details(busy).getDetails(0).unpack(RetryInfo.class);
    assertThat(busy.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(retry.getRetryDelay())
        .isEqualTo(
            com.google.protobuf.Duration.newBuilder().setSeconds(2).setNanos(500_000_000).build());

    for (RuntimeException gone :
        List.of(new UnreachableException("no desk"), new WayLostException("no node"))) {
      Trailers away = trailers(gone);
      assertThat(away.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(details(away).getDetails(0).is(RetryInfo.class)).isTrue();
    }
  }

  @Test
  void blamesTheDeadlineOnlyWhenItIsOver() {
    CallContext limited = source.of(new MetadataBuilder().addText("grpc-timeout", "10S").build());
    assertThat(GrpcErrors.trailers(new TimeoutException(), limited).getStatus().getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
    assertThat(GrpcErrors.trailers(new TimeoutException(), limited).getStatus().getCode())
        .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
  }

  @Test
  void keepsDefectsToItself() {
    Trailers trailers = trailers(new IllegalStateException("secret"));
    assertThat(trailers.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(trailers.getStatus().getDescription())
        .isEqualTo("internal error, correlation id id-1");
  }

  @Test
  void knowsMalformedMessages() {
    assertThat(code(new InvalidProtocolBufferException("cut off")))
        .isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(code(new UnsupportedOperationException())).isEqualTo(Status.Code.INTERNAL);
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, '', UNAVAILABLE",
    "BROKER_UNAVAILABLE, '', UNAVAILABLE",
    "BUSY, '', RESOURCE_EXHAUSTED",
    "DUPLICATE_INTENT, '', ALREADY_EXISTS",
    "CONFLICT, '', ALREADY_EXISTS",
    "UNKNOWN_SECURITY, '', NOT_FOUND",
    "UNKNOWN_NAME, '', NOT_FOUND",
    "ALREADY_RUNNING, '', FAILED_PRECONDITION",
    "NOTHING_TO_WORK_WITH, '', FAILED_PRECONDITION",
    "QTY_NOT_POSITIVE, quantity, INVALID_ARGUMENT"
  })
  void turnsRefusalsIntoStatuses(RefusalCode code, String field, Status.Code expected) {
    Throwable status;
    try {
      status = Refusals.status(new Refusal(code, "why", field));
    } catch (RuntimeException thrown) {
      status = thrown;
    }
    assertThat(code(status)).isEqualTo(expected);
  }

  private Status.Code code(Throwable failure) {
    return trailers(failure).getStatus().getCode();
  }

  private Trailers trailers(Throwable failure) {
    return GrpcErrors.trailers(failure, source.of(MetadataBuilder.empty()));
  }

  private static com.google.rpc.Status details(Trailers trailers) throws Exception {
    ByteString bytes = trailers.getMetadata().getBinary("grpc-status-details-bin").orElseThrow();
    return com.google.rpc.Status.parseFrom(bytes.toArray());
  }
}
