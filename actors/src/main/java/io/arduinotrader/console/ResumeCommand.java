package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.HaltsResponse;
import io.arduinotrader.protocol.grpc.operations.ResumeTradingRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets trading go on. */
@Command(
    name = "resume",
    description =
        "Let the account trade again, or release a security an order of which went wrong.")
final class ResumeCommand extends ConsoleCommand {

  @Option(
      names = "--security",
      defaultValue = "",
      paramLabel = "SYMBOL",
      description = "a halted security, a broker symbol or an ISIN (default: the account)")
  private String security;

  @Option(
      names = "--reason",
      defaultValue = "",
      paramLabel = "TEXT",
      description = "why, for the journal")
  private String reason;

  @Override
  void run(Connection node, Words words) {
    HaltsResponse halts =
        node.answer(
            node.operations()
                .resumeTrading(
                    ResumeTradingRequest.newBuilder()
                        .setSecurity(security)
                        .setReason(reason)
                        .build()));
    if (!words.printedAsJson(halts)) {
      HaltLines.print(halts, words);
    }
  }
}
