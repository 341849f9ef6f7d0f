package io.arduinotrader.lifeline;

import io.arduinotrader.lifeline.Connections.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.cluster.ClusterEvent.MemberEvent;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;
import org.apache.pekko.stream.javadsl.Tcp;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a line to every other node and answers theirs. When a line ends, the epoch of its node ends
 * in both directions: whatever either has sent and not seen done is not done later.
 */
public final class Lifeline {

  /** What the lifeline is told by the cluster and its own connections. */
  public sealed interface Message {}

  private record MembersChanged() implements Message {}

  private record Listening() implements Message {}

  private record NotListening(Throwable failure) implements Message {}

  private record Called(Tcp.IncomingConnection call) implements Message {}

  private record CallerNamed(long epoch, long node) implements Message {}

  private record CallEnded(long epoch) implements Message {}

  private record Greeted(String host, Outgoing outgoing, Line line) implements Message {}

  private record LineEnded(String host, Outgoing outgoing) implements Message {}

  private record CallAgain(String host) implements Message {}

  private record Listen() implements Message {}

  /**
   * Where the lifeline listens and whom it calls.
   *
   * @param host this node's address
   * @param port the same on every node
   * @param others addresses of other nodes, whether they are members or not
   * @param founds whether this node may begin a cluster, and so never gives way to another
   */
  public record Place(String host, int port, Set<String> others, boolean founds) {}

  /** A call to another node, made or being made. */
  private static final class Outgoing {
    private @Nullable Connection connection;
    private @Nullable Line line;
    private @Nullable Address address;
  }

  private static final Duration PAUSE = Duration.ofMillis(300);

  /** A node that comes back to this cluster is a member before it answers calls, or soon after. */
  private static final int MOST_STRANGE_ANSWERS = 15;

  private final ActorContext<Message> context;
  private final TimerScheduler<Message> timers;
  private final Connections connections;
  private final Lines lines;
  private final Place place;
  private final Consumer<String> onStranded;
  private final Cluster cluster;
  private final Map<String, Outgoing> outgoing = new HashMap<>();
  private final IncomingCalls incoming;
  private final Map<String, Integer> strange = new HashMap<>();
  private final long silence;
  private long listenedAt;

  private Lifeline(
      ActorContext<Message> context,
      TimerScheduler<Message> timers,
      Connections connections,
      Lines lines,
      Place place,
      Duration silence,
      Consumer<String> onStranded) {
    this.context = context;
    this.timers = timers;
    this.connections = connections;
    this.incoming = new IncomingCalls(connections, lines);
    this.lines = lines;
    this.place = place;
    this.silence = silence.toNanos();
    this.listenedAt = lines.now();
    this.onStranded = onStranded;
    this.cluster = Cluster.get(context.getSystem());
  }

  /**
   * The lifeline of a node that has become a member.
   *
   * @param beat time between two stamps
   * @param silence after which a line has ended
   * @param onStranded is told why this node must start again
   */
  public static Behavior<Message> create(
      Lines lines,
      Place place,
      Duration beat,
      Duration silence,
      String dispatcher,
      Consumer<String> onStranded) {
    return Behaviors.setup(
        context -> {
          context.setLoggerName(Lifeline.class);
          return Behaviors.withTimers(
              timers -> {
                Connections connections =
                    new Connections(context.getSystem(), lines, beat, silence, dispatcher);
                Lifeline lifeline =
                    new Lifeline(context, timers, connections, lines, place, silence, onStranded);
                lifeline.begin();
                timers.startTimerWithFixedDelay(new Listen(), beat);
                return Behaviors.receiveMessage(lifeline::onMessage);
              });
        });
  }

  private void begin() {
    ActorRef<Message> self = context.getSelf();
    context.pipeToSelf(
        connections.listen(place.host(), place.port(), call -> self.tell(new Called(call))),
        (binding, failure) -> failure == null ? new Listening() : new NotListening(failure));
    ActorRef<MemberEvent> members =
        context.messageAdapter(MemberEvent.class, event -> new MembersChanged());
    cluster.subscriptions().tell(Subscribe.create(members, MemberEvent.class));
    callEverybody();
  }

  private Behavior<Message> onMessage(Message message) {
    switch (message) {
      case MembersChanged changed -> callEverybody();
      case Listening listening ->
          context.getLog().info("lifeline on {}:{}", place.host(), place.port());
      case NotListening not ->
          onStranded.accept("the lifeline cannot listen: " + not.failure().getMessage());
      case Called called -> answer(called.call());
      case CallerNamed named -> incoming.named(named.epoch(), named.node());
      case CallEnded ended -> callEnded(ended.epoch());
      case Greeted greeted -> greeted(greeted);
      case LineEnded ended -> lineEnded(ended);
      case Listen listen -> listen();
      case CallAgain again -> {
        outgoing.remove(again.host());
        callEverybody();
      }
    }
    return Behaviors.same();
  }

  /** Calls whoever is not being called; nobody calls a node that is neither stated nor a member. */
  private void callEverybody() {
    Set<String> hosts = new HashSet<>(place.others());
    others().flatMap(member -> member.address().getHost().stream()).forEach(hosts::add);
    hosts.remove(place.host());
    hosts.stream().filter(host -> !outgoing.containsKey(host)).forEach(this::call);
  }

  private Stream<Member> others() {
    long self = lines.self();
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
        .filter(member -> member.uniqueAddress().longUid() != self)
        .filter(
            member ->
                !member.status().equals(MemberStatus.down())
                    && !member.status().equals(MemberStatus.removed()));
  }

  private void call(String host) {
    ActorRef<Message> self = context.getSelf();
    Outgoing attempt = new Outgoing();
    outgoing.put(host, attempt);
    Greeting greeting =
        new Greeting(lines::now, line -> self.tell(new Greeted(host, attempt, line)));
    Connection connection = connections.call(host, place.port(), greeting::take);
    attempt.connection = connection;
    connection.ended().whenComplete((done, failure) -> self.tell(new LineEnded(host, attempt)));
  }

  private void greeted(Greeted greeted) {
    Line line = greeted.line();
    Optional<Member> member =
        others().filter(other -> other.uniqueAddress().longUid() == line.node()).findFirst();
    if (member.isPresent()) {
      Address address = member.get().address();
      greeted.outgoing().line = line;
      greeted.outgoing().address = address;
      strange.remove(greeted.host());
      lines.opened(address, line);
      context.getLog().info("the line to {} is open", greeted.host());
    } else {
      close(greeted.outgoing());
      int times = strange.merge(greeted.host(), 1, Integer::sum);
      if (times >= MOST_STRANGE_ANSWERS && !place.founds()) {
        onStranded.accept(
            "the node at "
                + greeted.host()
                + " has begun another cluster, and this node must start again to join it");
      }
    }
  }

  /**
   * Ends lines that have fallen silent. Their epochs end before their connections do, so that the
   * other node learns nothing it could act on too early. Who has slept himself has heard nothing.
   */
  private void listen() {
    long now = lines.now();
    long slept = now - listenedAt;
    listenedAt = now;
    outgoing.forEach(
        (host, attempt) -> {
          Line line = attempt.line;
          if (line != null && line.silence(now) - slept > silence) {
            end(host, attempt);
            close(attempt);
          }
        });
  }

  private void lineEnded(LineEnded ended) {
    end(ended.host(), ended.outgoing());
    timers.startSingleTimer(ended.host(), new CallAgain(ended.host()), PAUSE);
  }

  private void end(String host, Outgoing attempt) {
    Line line = attempt.line;
    Address address = attempt.address;
    if (line != null && address != null) {
      attempt.line = null;
      context.getLog().warn("the line to {} has ended", host);
      incoming.end(line.node());
      lines.ended(address, line);
    }
  }

  private void answer(Tcp.IncomingConnection call) {
    ActorRef<Message> self = context.getSelf();
    incoming.answer(
        call,
        (epoch, node) -> self.tell(new CallerNamed(epoch, node)),
        epoch -> self.tell(new CallEnded(epoch)));
  }

  /** The other node has ended its line to this one, or has ended itself. */
  private void callEnded(long epoch) {
    OptionalLong node = incoming.ended(epoch);
    if (node.isPresent()) {
      outgoing.values().stream()
          .filter(attempt -> attempt.line != null && attempt.line.node() == node.getAsLong())
          .forEach(this::close);
    }
  }

  private void close(Outgoing attempt) {
    Connection connection = attempt.connection;
    if (connection != null) {
      connection.close();
    }
  }
}
