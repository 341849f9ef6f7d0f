package io.arduinotrader.process;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Freezes a node, as a debugger does, when it is about to store its n-th step from now on, or when
 * it has just stored it and nobody knows yet. So the gap between any two steps can be hit without
 * anything in the product that knows of it.
 */
final class StoppedAtStep implements AutoCloseable {

  private static final String JOURNAL =
      "org.apache.pekko.persistence.jdbc.journal.JdbcAsyncWriteJournal";
  private static final int PAUSE_MILLIS = 200;

  private final VirtualMachine node;

  private StoppedAtStep(VirtualMachine node) {
    this.node = node;
  }

  /** On which side of the step. */
  enum Side {
    BEFORE("asyncWriteMessages"),
    AFTER("$anonfun$asyncWriteMessages$3$adapted");

    private final String method;

    Side(String method) {
      this.method = method;
    }
  }

  /** What has to be set for a node so that it can be stopped. */
  static Map<String, String> settings(int port) {
    return Map.of(
        "JAVA_TOOL_OPTIONS",
        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port);
  }

  static StoppedAtStep attached(int port) {
    AttachingConnector socket =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = socket.defaultArguments();
    arguments.computeIfPresent("hostname", (name, host) -> set(host, "127.0.0.1"));
    arguments.computeIfPresent("port", (name, number) -> set(number, Integer.toString(port)));
    try {
      return new StoppedAtStep(socket.attach(arguments));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalConnectorArgumentsException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connector.Argument set(Connector.Argument argument, String value) {
    argument.setValue(value);
    return argument;
  }

  /** From now on steps are counted. */
  void arm(Side side) {
    for (ReferenceType journal : node.classesByName(JOURNAL)) {
      BreakpointRequest request =
          node.eventRequestManager()
              .createBreakpointRequest(journal.methodsByName(side.method).getFirst().location());
      request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
      request.enable();
    }
  }

  /**
   * Waits for the step; the node stands still when it has come.
   *
   * @return whether it came before the given number of milliseconds without any step
   */
  boolean await(int step, long quietMillis) {
    int steps = 0;
    long quiet = 0;
    try {
      while (quiet < quietMillis) {
        EventSet events = node.eventQueue().remove(PAUSE_MILLIS);
        if (events == null) {
          quiet += PAUSE_MILLIS;
        } else {
          if (events.stream().anyMatch(BreakpointEvent.class::isInstance)) {
            quiet = 0;
            steps++;
            if (steps == step) {
              return true;
            }
          }
          events.resume();
        }
      }
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    try {
      node.dispose();
    } catch (VMDisconnectedException killed) {
      // that is what it was stopped for
    }
  }
}
