package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.ArmTradingRequest;
import io.arduinotrader.protocol.grpc.operations.ModeResponse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets orders reach a broker outside the house, in two steps. */
@Command(
    name = "arm",
    description =
        "Let orders reach a broker outside the house. The first call answers a phrase, the second"
            + " confirms it.")
final class ArmCommand extends ConsoleCommand {

  @ArgGroup(multiplicity = "1")
  private Step step = new Step();

  @Option(
      names = "--by",
      defaultValue = "${sys:user.name}",
      paramLabel = "NAME",
      description = "who arms, for the journal (default: ${DEFAULT-VALUE})")
  private String by;

  /** Which of the two steps. */
  static final class Step {

    @Option(
        names = "--reason",
        defaultValue = "",
        paramLabel = "TEXT",
        description = "begin: why, for the journal")
    private String reason;

    @Option(
        names = "--confirm",
        defaultValue = "",
        paramLabel = "PHRASE",
        description = "confirm: the phrase the first step answered")
    private String phrase;
  }

  @Override
  void run(Connection node, Words words) {
    ModeResponse mode =
        node.answer(
            node.operations()
                .armTrading(
                    ArmTradingRequest.newBuilder()
                        .setReason(step.reason)
                        .setArmedBy(by)
                        .setPhrase(step.phrase)
                        .build()));
    if (!words.printedAsJson(mode)) {
      ModeLines.print(mode, words);
    }
  }
}
