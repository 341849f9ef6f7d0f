package io.arduinotrader.contract;

import com.google.protobuf.Descriptors.MethodDescriptor;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls methods of any server with any bytes, also with such as no client would send. */
final class RawCalls implements AutoCloseable {

  private static final long LIMIT_SECONDS = 60;

  private final ManagedChannel channel;

  RawCalls(String target) {
    this.channel = ManagedChannelBuilder.forTarget(target).usePlaintext().build();
  }

  /** What a call came to. */
  record Answer(Status status, Metadata trailers, List<byte[]> messages) {}

  /** Calls a method with one message. */
  Answer call(MethodDescriptor method, byte[] message) {
    return call(method.getService().getFullName(), method.getName(), type(method), message);
  }

  /** Calls a method the server may not have. */
  Answer call(String service, String method, MethodType type, byte[] message) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    ClientCall<byte[], byte[]> call =
        channel.newCall(
            io.grpc.MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(type)
                .setFullMethodName(io.grpc.MethodDescriptor.generateFullMethodName(service, method))
                .setRequestMarshaller(new Bytes())
                .setResponseMarshaller(new Bytes())
                .build(),
            CallOptions.DEFAULT.withDeadlineAfter(LIMIT_SECONDS, TimeUnit.SECONDS));
    call.start(new Collector(call, answer), new Metadata());
    call.request(1);
    call.sendMessage(message);
    call.halfClose();
    return answer.join();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static MethodType type(MethodDescriptor method) {
    if (method.isClientStreaming()) {
      return MethodType.CLIENT_STREAMING;
    }
    return method.isServerStreaming() ? MethodType.SERVER_STREAMING : MethodType.UNARY;
  }

  /** Collects messages until the call ends. */
  private static final class Collector extends ClientCall.Listener<byte[]> {

    private final List<byte[]> messages = new ArrayList<>();
    private final ClientCall<byte[], byte[]> call;
    private final CompletableFuture<Answer> answer;

    Collector(ClientCall<byte[], byte[]> call, CompletableFuture<Answer> answer) {
      this.call = call;
      this.answer = answer;
    }

    @Override
    public void onMessage(byte[] message) {
      messages.add(message);
      call.request(1);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      answer.complete(new Answer(status, trailers, List.copyOf(messages)));
    }
  }

  /** Messages as they travel. */
  private static final class Bytes implements Marshaller<byte[]> {

    @Override
    public InputStream stream(byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] parse(InputStream stream) {
      try {
        return stream.readAllBytes();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
