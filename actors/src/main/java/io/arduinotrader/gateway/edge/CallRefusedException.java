package io.arduinotrader.gateway.edge;

import com.google.protobuf.Message;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import java.io.Serial;
import java.time.Duration;
import java.util.List;

/** A call that is answered with a gRPC status instead of a message. */
public final class CallRefusedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** When a caller may try again what could not be reached. */
  private static final Duration RETRY_UNAVAILABLE = Duration.ofSeconds(1);

  private final Status status;

  @SuppressWarnings("serial") // never leaves the node
  private final List<Message> details;

  private CallRefusedException(Status status, List<Message> details) {
    super(status.getCode() + ": " + status.getDescription(), null, false, false);
    this.status = status;
    this.details = details;
  }

  /** The thing asked for does not exist and the response has no field to say so. */
  public static CallRefusedException notFound(String reason) {
    return plain(Status.NOT_FOUND, reason);
  }

  /** The same key or identifier was used before for something else. */
  public static CallRefusedException alreadyExists(String reason) {
    return plain(Status.ALREADY_EXISTS, reason);
  }

  /** The system is not in the state the call needs; the caller must change that first. */
  public static CallRefusedException failedPrecondition(String reason) {
    return plain(Status.FAILED_PRECONDITION, reason);
  }

  /** The caller's time is over. */
  public static CallRefusedException deadlineExceeded(String reason) {
    return plain(Status.DEADLINE_EXCEEDED, reason);
  }

  /** Too much at once; the details say when to try again. */
  public static CallRefusedException exhausted(String reason, Duration retryAfter) {
    return retryable(Status.RESOURCE_EXHAUSTED, reason, retryAfter);
  }

  /** More than is ever accepted at once; trying again does not help. */
  public static CallRefusedException tooLarge(String reason) {
    return plain(Status.RESOURCE_EXHAUSTED, reason);
  }

  /** A part of the house cannot be reached; the details say when to try again. */
  public static CallRefusedException unavailable(String reason) {
    return retryable(Status.UNAVAILABLE, reason, RETRY_UNAVAILABLE);
  }

  /** There is no such place in what is asked for. */
  public static CallRefusedException outOfRange(String reason) {
    return plain(Status.OUT_OF_RANGE, reason);
  }

  /** What is stored is not what was written; no answer can be computed from it. */
  public static CallRefusedException dataLoss(String reason) {
    return plain(Status.DATA_LOSS, reason);
  }

  /** The service or method does not exist. */
  public static CallRefusedException unimplemented(String reason) {
    return plain(Status.UNIMPLEMENTED, reason);
  }

  /** The status to answer with. */
  public Status status() {
    return status;
  }

  /** What programs should know beyond the status. */
  public List<Message> details() {
    return details;
  }

  private static CallRefusedException plain(Status status, String reason) {
    return new CallRefusedException(status.withDescription(reason), List.of());
  }

  private static CallRefusedException retryable(Status status, String reason, Duration after) {
    RetryInfo retry =
        RetryInfo.newBuilder()
            .setRetryDelay(
                com.google.protobuf.Duration.newBuilder()
                    .setSeconds(after.getSeconds())
                    .setNanos(after.getNano()))
            .build();
    return new CallRefusedException(status.withDescription(reason), List.of(retry));
  }
}
