package io.arduinotrader.support;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/**
 * Which desks can be reached now. A group router would do the sending, but it drops a message
 * silently while nobody is registered, and its sender would wait for nothing.
 */
final class DeskDirectory {

  private final Map<ServiceKey<?>, Receptionist.Listing> listings = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  /** Keeps the directory up to date as long as the actor lives. */
  Behavior<Receptionist.Listing> follower(Collection<ServiceKey<?>> keys) {
    return Behaviors.setup(
        context -> {
          keys.forEach(
              key ->
                  context
                      .getSystem()
                      .receptionist()
                      .tell(Receptionist.subscribe(key, context.getSelf())));
          return Behaviors.receiveMessage(
              listing -> {
                listings.put(listing.getKey(), listing);
                return Behaviors.same();
              });
        });
  }

  /**
   * A desk on one of the nodes wanted: one on this node when there is any, otherwise the others in
   * turn.
   */
  <C> Optional<ActorRef<C>> find(ServiceKey<C> key, Predicate<Address> wanted) {
    Receptionist.Listing listing = listings.get(key);
    if (listing == null) {
      return Optional.empty();
    }
    List<ActorRef<C>> desks =
        listing.getServiceInstances(key).stream()
            .filter(desk -> wanted.test(desk.path().address()))
            .sorted(Comparator.naturalOrder())
            .toList();
    if (desks.isEmpty()) {
      return Optional.empty();
    }
    return desks.stream()
        .filter(desk -> desk.path().address().hasLocalScope())
        .findFirst()
        .or(() -> Optional.of(desks.get(Math.floorMod(turn.getAndIncrement(), desks.size()))));
  }
}
