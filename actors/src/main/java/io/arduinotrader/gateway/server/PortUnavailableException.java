package io.arduinotrader.gateway.server;

import io.arduinotrader.config.ServiceRole;
import java.io.Serial;

/** A port of the node cannot be bound, usually because another process has it. */
public final class PortUnavailableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  PortUnavailableException(ServiceRole role, String host, int port, Throwable cause) {
    super("cannot listen on " + host + ":" + port + " for the service " + role.role(), cause);
  }
}
