package io.arduinotrader.gateway.server;

import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.gateway.edge.CallRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.http.javadsl.model.ContentType;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.MediaTypes;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MessageLimitTest {

  private static final ContentType GRPC = MediaTypes.APPLICATION_GRPC_PROTO.toContentType();

  private static ActorTestKit kit;

  @BeforeAll
  static void start() {
    kit = ActorTestKit.create();
  }

  @AfterAll
  static void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void takesTheLargestMessageAndNoLarger() {
    assertThat(pass(frame(0, new byte[MessageLimit.LARGEST]))).isNotNull();
    assertThatThrownBy(() -> pass(frame(0, new byte[MessageLimit.LARGEST + 1])))
        .isInstanceOf(CallRefusedException.class)
        .hasMessageContaining("RESOURCE_EXHAUSTED");
  }

  @Test
  void looksAtTheUnpackedSizeOfAPackedMessage() {
    assertThat(pass(frame(1, packed(MessageLimit.LARGEST)))).isNotNull();
    ByteString bomb = frame(1, packed(MessageLimit.LARGEST + 1));
    assertThat(bomb.size()).isLessThan(100_000);
    assertThatThrownBy(() -> pass(bomb)).isInstanceOf(CallRefusedException.class);
  }

  @Test
  void followsFramesThroughPiecesOfOneByte() {
    ByteString frames = frame(0, new byte[] {1, 2, 3}).concat(frame(1, packed(10)));
    List<ByteString> pieces =
        IntStream.range(0, frames.size())
            .mapToObj(index -> frames.slice(index, index + 1))
            .toList();
    assertThat(read(pieces)).isEqualTo(frames);
  }

  @Test
  void refusesAStreamWithAMessageThatIsTooLarge() {
    ByteString header =
        ByteString.fromArray(
            ByteBuffer.allocate(5).put((byte) 0).putInt(MessageLimit.LARGEST + 1).array());
    assertThatThrownBy(() -> read(List.of(frame(0, new byte[] {1}), header)))
        .isInstanceOf(CallRefusedException.class);
  }

  private static HttpRequest pass(ByteString body) {
    return MessageLimit.apply(HttpRequest.POST("/").withEntity(HttpEntities.create(GRPC, body)));
  }

  private static ByteString read(List<ByteString> pieces) {
    HttpRequest request =
        HttpRequest.POST("/").withEntity(HttpEntities.createChunked(GRPC, Source.from(pieces)));
    return get(
        MessageLimit.apply(request)
            .entity()
            .getDataBytes()
            .runFold(ByteString.emptyByteString(), ByteString::concat, kit.system()));
  }

  private static ByteString frame(int flags, byte[] message) {
    return ByteString.fromArray(
        ByteBuffer.allocate(5 + message.length)
            .put((byte) flags)
            .putInt(message.length)
            .put(message)
            .array());
  }

  private static byte[] packed(int size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(new byte[size]);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }
}
