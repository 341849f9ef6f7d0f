package io.arduinotrader.gateway.edge;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import io.arduinotrader.protocol.message.BrokenChainException;
import io.arduinotrader.support.UnreachableException;
import io.arduinotrader.support.WayLostException;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.grpc.GrpcServiceException;
import org.apache.pekko.grpc.Trailers;
import org.apache.pekko.grpc.internal.MissingParameterException;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.http.scaladsl.model.http2.PeerClosedStreamException;
import org.apache.pekko.util.ByteString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From failures to gRPC statuses, the same for every service. Business refusals never come here:
 * they are answers. What a client can act on travels as {@code google.rpc.Status} in the trailer
 * {@code grpc-status-details-bin}.
 */
public final class GrpcErrors {

  private static final Logger LOG = LoggerFactory.getLogger(GrpcErrors.class);

  private static final String DETAILS = "grpc-status-details-bin";

  private GrpcErrors() {}

  /** The status and trailers with which a failed call is answered. */
  public static Trailers trailers(Throwable failure, CallContext call) {
    return switch (unwrapped(failure)) {
      case InvalidRequestException invalid -> invalid(invalid);
      case CallRefusedException refused -> detailed(refused.status(), refused.details());
      case UnreachableException away -> {
        CallRefusedException refused = CallRefusedException.unavailable(away.reason());
        yield detailed(refused.status(), refused.details());
      }
      case BrokenChainException broken ->
          new Trailers(Status.DATA_LOSS.withDescription(broken.getMessage()));
      case WayLostException lost -> {
        CallRefusedException refused = CallRefusedException.unavailable(lost.reason());
        yield detailed(refused.status(), refused.details());
      }
      case TimeoutException late -> late(call);
      case GrpcServiceException refused -> new Trailers(refused.status(), refused.getMetadata());
      case StatusRuntimeException refused -> new Trailers(refused.getStatus());
      case StatusException refused -> new Trailers(refused.getStatus());
      case MissingParameterException absent ->
          new Trailers(Status.INVALID_ARGUMENT.withDescription("the request has no message"));
      case InvalidProtocolBufferException malformed ->
          new Trailers(
              Status.INVALID_ARGUMENT.withDescription("the message is malformed protobuf"));
      case EntityStreamSizeException large ->
          new Trailers(Status.RESOURCE_EXHAUSTED.withDescription("the message is too large"));
      case PeerClosedStreamException gone ->
          new Trailers(Status.CANCELLED.withDescription("the client gave up"));
      case Throwable defect -> defect(defect, call);
    };
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable inner = failure;
    while (inner instanceof CompletionException || inner instanceof ExecutionException) {
      Throwable cause = inner.getCause();
      if (cause == null) {
        return inner;
      }
      inner = cause;
    }
    return inner;
  }

  private static Trailers invalid(InvalidRequestException invalid) {
    BadRequest.Builder request = BadRequest.newBuilder();
    for (FieldViolation violation : invalid.violations()) {
      request
          .addFieldViolationsBuilder()
          .setField(violation.field())
          .setDescription(violation.description());
    }
    return detailed(
        Status.INVALID_ARGUMENT.withDescription(invalid.getMessage()), List.of(request.build()));
  }

  /** An actor that did not answer: the client's time is over, or that part of the house is away. */
  private static Trailers late(CallContext call) {
    CallRefusedException refused =
        call.clientDeadlineIsOver()
            ? CallRefusedException.deadlineExceeded("the call took longer than its deadline")
            : CallRefusedException.unavailable("a part of the system did not answer in time");
    return detailed(refused.status(), refused.details());
  }

  private static Trailers defect(Throwable defect, CallContext call) {
    LOG.error("call {} failed", call.correlationId(), defect);
    return new Trailers(
        Status.INTERNAL.withDescription("internal error, correlation id " + call.correlationId()));
  }

  private static Trailers detailed(Status status, List<Message> details) {
    if (details.isEmpty()) {
      return new Trailers(status);
    }
    com.google.rpc.Status.Builder rich =
        com.google.rpc.Status.newBuilder().setCode(status.getCode().value());
    String description = status.getDescription();
    if (description != null) {
      rich.setMessage(description);
    }
    details.forEach(detail -> rich.addDetails(Any.pack(detail)));
    Metadata metadata =
        new MetadataBuilder()
            .addBinary(DETAILS, ByteString.fromArray(rich.build().toByteArray()))
            .build();
    return new Trailers(status, metadata);
  }
}
