package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import picocli.CommandLine.Command;

/** Tells whether the gateway answers. */
@Command(name = "ping", description = "Tell whether the node answers and is healthy.")
final class PingCommand extends ConsoleCommand {

  @Override
  void run(Connection node, Words words) {
    HealthCheckResponse health =
        node.answer(node.gateway().healthCheck(Empty.getDefaultInstance()));
    if (!words.printedAsJson(health)) {
      words.line("%s, version %s", health.getStatus(), health.getVersion());
    }
    if (!health.getHealthy()) {
      throw new CommandFailedException("the node is not healthy: " + health.getStatus());
    }
  }
}
