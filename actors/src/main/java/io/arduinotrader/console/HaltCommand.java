package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.HaltTradingRequest;
import io.arduinotrader.protocol.grpc.operations.HaltsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops trading. */
@Command(
    name = "halt",
    description = "Stop all trading or only buying until resumed; orders in the market go on.")
final class HaltCommand extends ConsoleCommand {

  /** What is stopped. */
  enum Scope {
    ALL,
    BUYS
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ALL|BUYS",
      defaultValue = "ALL",
      description = "what to stop (default: ALL)")
  private Scope scope;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why, for the journal")
  private String reason;

  @Override
  void run(Connection node, Words words) {
    HaltsResponse halts =
        node.answer(
            node.operations()
                .haltTrading(
                    HaltTradingRequest.newBuilder()
                        .setBuysOnly(scope == Scope.BUYS)
                        .setReason(reason)
                        .build()));
    if (!words.printedAsJson(halts)) {
      HaltLines.print(halts, words);
    }
  }
}
