package io.arduinotrader.lifeline;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.function.Function;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.util.ByteString;

/** Numbers on a connection, eight bytes each, the highest first. */
final class Longs {

  private Longs() {}

  static ByteString bytes(long... numbers) {
    ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES * numbers.length);
    for (long number : numbers) {
      buffer.putLong(number);
    }
    return ByteString.fromByteBuffer(buffer.flip());
  }

  /** Puts numbers together from pieces that are cut anywhere. */
  static Flow<ByteString, Long, NotUsed> reader() {
    return Flow.<ByteString>create()
        .statefulMapConcat(
            () -> {
              Rest rest = new Rest();
              Function<ByteString, Iterable<Long>> numbers = rest::with;
              return numbers;
            });
  }

  private static final class Rest {

    private ByteString bytes = ByteString.emptyByteString();

    List<Long> with(ByteString more) {
      bytes = bytes.concat(more);
      List<Long> numbers = new ArrayList<>();
      while (bytes.size() >= Long.BYTES) {
        numbers.add(bytes.asByteBuffer().getLong());
        bytes = bytes.drop(Long.BYTES);
      }
      return numbers;
    }
  }
}
