package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.DisarmTradingRequest;
import io.arduinotrader.protocol.grpc.operations.ModeResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Goes back to research. */
@Command(
    name = "disarm",
    description =
        "No further order reaches a broker outside the house; those that are there go on.")
final class DisarmCommand extends ConsoleCommand {

  @Option(
      names = "--reason",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "why, for the journal")
  private String reason;

  @Override
  void run(Connection node, Words words) {
    ModeResponse mode =
        node.answer(
            node.operations()
                .disarmTrading(DisarmTradingRequest.newBuilder().setReason(reason).build()));
    if (!words.printedAsJson(mode)) {
      ModeLines.print(mode, words);
    }
  }
}
