package io.arduinotrader.support;

import java.lang.reflect.RecordComponent;
import org.apache.pekko.actor.Status;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Adapter;

/** Whoever waits for the answer to a command that will never get one. */
final class Askers {

  private Askers() {}

  /**
   * Lets the question fail whose answer goes to the one actor a command names. Commands are
   * records, and every family has answers of its own, so the failure goes around them, the way in
   * which questions between actors fail anyway.
   */
  static void fail(Object command, Throwable reason) {
    if (!command.getClass().isRecord()) {
      return;
    }
    for (RecordComponent part : command.getClass().getRecordComponents()) {
      if (part.getType().equals(ActorRef.class)) {
        tell(command, part, new Status.Failure(reason));
      }
    }
  }

  private static void tell(Object command, RecordComponent part, Status.Failure failure) {
    try {
      if (part.getAccessor().invoke(command) instanceof ActorRef<?> asker) {
        Adapter.toClassic(asker).tell(failure, org.apache.pekko.actor.ActorRef.noSender());
      }
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a command hides its parts: " + command, impossible);
    }
  }
}
