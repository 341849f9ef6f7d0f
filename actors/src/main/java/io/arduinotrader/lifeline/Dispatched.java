package io.arduinotrader.lifeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * A command on its way to another node.
 *
 * @param command what the receiver is told
 * @param sender the incarnation of the node that sends it
 * @param passes one of every node that may be the receiver
 * @param patience how long anybody waits for the command to be done
 * @param asker who is told when the command is not done, empty when nobody waits
 */
public record Dispatched(
    Object command,
    long sender,
    List<Pass> passes,
    Duration patience,
    Optional<ActorRef<Object>> asker) {}
