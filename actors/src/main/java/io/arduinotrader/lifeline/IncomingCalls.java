package io.arduinotrader.lifeline;

import io.arduinotrader.lifeline.Connections.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.pekko.stream.javadsl.Tcp;
import org.jspecify.annotations.Nullable;

/** The calls other nodes have made to this one, by the epoch granted to each. */
final class IncomingCalls {

  /** Is told who the caller of an epoch is. */
  @FunctionalInterface
  interface Named {
    void is(long epoch, long node);
  }

  private record Call(Connection connection, OptionalLong node) {}

  private final Connections connections;
  private final Lines lines;
  private final Map<Long, Call> calls = new HashMap<>();

  IncomingCalls(Connections connections, Lines lines) {
    this.connections = connections;
    this.lines = lines;
  }

  /**
   * Answers a call.
   *
   * @param named is told once who calls, on any thread
   * @param ended is told the epoch when the call has ended, on any thread
   */
  void answer(Tcp.IncomingConnection call, Named named, LongConsumer ended) {
    long epoch = lines.grant();
    Hearing hearing = new Hearing(node -> named.is(epoch, node));
    Connection connection = connections.answer(call, epoch, hearing::take);
    calls.put(epoch, new Call(connection, OptionalLong.empty()));
    connection.ended().whenComplete((done, failure) -> ended.accept(epoch));
  }

  void named(long epoch, long node) {
    calls.computeIfPresent(
        epoch, (key, call) -> new Call(call.connection(), OptionalLong.of(node)));
  }

  /** A call has ended, and its epoch with it; says whose it was. */
  OptionalLong ended(long epoch) {
    lines.revoke(epoch);
    @Nullable Call call = calls.remove(epoch);
    return call == null ? OptionalLong.empty() : call.node();
  }

  /** Ends the calls of a node; their epochs end first. */
  void end(long node) {
    calls.forEach(
        (epoch, call) -> {
          if (call.node().equals(OptionalLong.of(node))) {
            lines.revoke(epoch);
            call.connection().close();
          }
        });
  }

  /** Reads the caller's name. */
  private static final class Hearing {
    private final LongConsumer onNamed;
    private int heard;

    Hearing(LongConsumer onNamed) {
      this.onNamed = onNamed;
    }

    void take(long number) {
      if (heard == 0) {
        Greeting.requireMagic(number);
      } else if (heard == 1) {
        onNamed.accept(number);
      }
      heard++;
    }
  }
}
