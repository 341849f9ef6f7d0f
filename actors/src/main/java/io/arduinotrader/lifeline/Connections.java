package io.arduinotrader.lifeline;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.UniqueKillSwitch;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.Tcp;
import org.apache.pekko.util.ByteString;

/** The connections behind the lines. They are idle but for the stamps of who was called. */
final class Connections {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final int WAITING = 16;
  private static final String TICK = "tick";

  private final ActorSystem<?> system;
  private final Lines lines;
  private final Duration beat;
  private final Duration silence;
  private final Attributes attributes;

  Connections(
      ActorSystem<?> system, Lines lines, Duration beat, Duration silence, String dispatcher) {
    this.system = system;
    this.lines = lines;
    this.beat = beat;
    this.silence = silence;
    this.attributes =
        ActorAttributes.dispatcher(dispatcher)
            .and(
                Attributes.createLogLevels(
                    Attributes.logLevelOff(), Attributes.logLevelOff(), Attributes.logLevelOff()));
  }

  /** One connection; it is closed by its switch, and its stage ends when it does. */
  record Connection(UniqueKillSwitch closing, CompletionStage<Done> ended) {

    void close() {
      closing.shutdown();
    }
  }

  /**
   * Calls a node and hears what it says until the connection ends. A node that does not even
   * introduce itself is called in vain.
   *
   * @param heard is told every number
   */
  Connection call(String host, int port, LongConsumer heard) {
    Flow<ByteString, ByteString, UniqueKillSwitch> wire =
        BidiFlow.fromGraph(KillSwitches.<ByteString, ByteString>singleBidi())
            .join(
                Tcp.get(system)
                    .outgoingConnection(
                        new InetSocketAddress(host, port),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.of(CONNECT),
                        Optional.empty()));
    Pair<UniqueKillSwitch, CompletionStage<Done>> running =
        Source.single(Longs.bytes(Greeting.MAGIC, lines.self()))
            .concat(Source.maybe())
            .viaMat(wire, Keep.right())
            .initialTimeout(silence)
            .via(Longs.reader())
            .toMat(Sink.foreach(heard::accept), Keep.both())
            .withAttributes(attributes)
            .run(system);
    return new Connection(running.first(), running.second());
  }

  /**
   * Listens for calls.
   *
   * @param answering takes each call
   */
  CompletionStage<Tcp.ServerBinding> listen(
      String host, int port, Consumer<Tcp.IncomingConnection> answering) {
    return Tcp.get(system)
        .bind(host, port, WAITING, List.of(), false, Optional.empty())
        .to(Sink.foreach(answering::accept))
        .withAttributes(attributes)
        .run(system);
  }

  /**
   * Answers a call with an epoch and with stamps from then on.
   *
   * @param heard is told every number the caller says
   */
  Connection answer(Tcp.IncomingConnection call, long epoch, LongConsumer heard) {
    Source<ByteString, ?> words =
        Source.single(Longs.bytes(Greeting.MAGIC, lines.self(), epoch))
            .concat(Source.tick(Duration.ZERO, beat, TICK).map(tick -> Longs.bytes(lines.now())));
    Flow<ByteString, ByteString, UniqueKillSwitch> wire =
        BidiFlow.fromGraph(KillSwitches.<ByteString, ByteString>singleBidi()).join(call.flow());
    Pair<UniqueKillSwitch, CompletionStage<Done>> running =
        words
            .viaMat(wire, Keep.right())
            .via(Longs.reader())
            .toMat(Sink.foreach(heard::accept), Keep.both())
            .withAttributes(attributes)
            .run(system);
    return new Connection(running.first(), running.second());
  }
}
