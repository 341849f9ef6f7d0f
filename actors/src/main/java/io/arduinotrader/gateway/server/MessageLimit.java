package io.arduinotrader.gateway.server;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.RequestEntity;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.util.ByteString;

/**
 * How large one message of a request may be: 4 MiB, packed or unpacked. A request as a whole may be
 * as long as it likes, because an upload is many messages.
 *
 * <p>A frame is a byte of flags, the length of the message as four bytes, and the message. The
 * length is looked at as soon as it is there, before the message is taken in.
 */
final class MessageLimit {

  /** Bytes of the largest message. */
  static final int LARGEST = 4 * 1024 * 1024;

  /** Bytes of a refused request that are read to the end; a longer one is cut off. */
  private static final long MOST_DROPPED = 64L * 1024 * 1024;

  private static final int HEADER = 5;
  private static final int PACKED = 1;

  private MessageLimit() {}

  /** The request with its messages under watch; reading one that is too large fails. */
  static HttpRequest apply(HttpRequest request) {
    HttpEntity entity = request.entity();
    if (entity instanceof HttpEntity.Strict strict) {
      new Watch().see(strict.getData());
      return request;
    }
    RequestEntity watched =
        HttpEntities.createChunked(
            entity.getContentType(), entity.withoutSizeLimit().getDataBytes().via(flow()));
    return request.withEntity(watched);
  }

  private static Flow<ByteString, ByteString, NotUsed> flow() {
    return Flow.<ByteString>create()
        .via(new ReadToTheEnd(MOST_DROPPED))
        .statefulMapConcat(
            () -> {
              Watch watch = new Watch();
              Function<ByteString, Iterable<ByteString>> seen =
                  bytes -> {
                    watch.see(bytes);
                    return List.of(bytes);
                  };
              return seen;
            })
        .addAttributes(Progress.QUIET);
  }

  /** Follows the frames of one request through pieces that are cut anywhere. */
  private static final class Watch {

    private ByteString header = ByteString.emptyByteString();
    private ByteString packed = ByteString.emptyByteString();
    private long left;
    private boolean isPacked;

    void see(ByteString bytes) {
      ByteString rest = bytes;
      while (!rest.isEmpty()) {
        rest = left > 0 ? message(rest) : header(rest);
      }
    }

    private ByteString header(ByteString bytes) {
      int taken = Math.min(HEADER - header.size(), bytes.size());
      header = header.concat(bytes.take(taken));
      if (header.size() == HEADER) {
        left = Integer.toUnsignedLong(header.drop(1).asByteBuffer().getInt());
        isPacked = (header.head() & PACKED) != 0;
        header = ByteString.emptyByteString();
        require(left <= LARGEST);
      }
      return bytes.drop(taken);
    }

    private ByteString message(ByteString bytes) {
      int taken = (int) Math.min(left, bytes.size());
      left -= taken;
      if (isPacked) {
        packed = packed.concat(bytes.take(taken));
        if (left == 0) {
          require(unpackedIsSmall(packed));
          packed = ByteString.emptyByteString();
        }
      }
      return bytes.drop(taken);
    }

    private static boolean unpackedIsSmall(ByteString packed) {
      try (InputStream unpacked = new GZIPInputStream(packed.asInputStream())) {
        return unpacked.skip(LARGEST + 1L) <= LARGEST;
      } catch (IOException malformed) {
        throw new UncheckedIOException(malformed);
      }
    }

    private static void require(boolean isSmall) {
      if (!isSmall) {
        throw CallRefusedException.tooLarge("a message may have at most " + LARGEST + " bytes");
      }
    }
  }
}
