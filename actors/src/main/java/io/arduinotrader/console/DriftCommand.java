package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.operations.ApproveDriftRequest;
import io.arduinotrader.protocol.grpc.operations.BookDrift;
import io.arduinotrader.protocol.grpc.operations.DriftsResponse;
import io.arduinotrader.protocol.grpc.operations.ListDriftsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows in what the books differ from the broker's, or makes a difference good. */
@Command(
    name = "drift",
    description = "Show in what our books differ from the broker's; nothing is changed by it.",
    subcommands = DriftCommand.Approve.class)
final class DriftCommand extends ConsoleCommand {

  @Override
  void run(Connection node, Words words) {
    DriftsResponse drifts =
        node.answer(node.operations().listDrifts(ListDriftsRequest.getDefaultInstance()));
    if (!words.printedAsJson(drifts)) {
      print(drifts, words);
    }
  }

  static void print(DriftsResponse drifts, Words words) {
    if (drifts.getDriftsCount() == 0) {
      words.line("Our books are the broker's.");
      return;
    }
    Table table =
        new Table()
            .text("NAME")
            .text("SINCE")
            .text("WHAT")
            .text("OF")
            .figure("HERE")
            .figure("AT THE BROKER");
    for (BookDrift drift : drifts.getDriftsList()) {
      table.row(
          drift.getDriftId(),
          Shown.time(true, drift.getSince()),
          drift.getKind().replace('_', ' '),
          drift.getSymbol().isEmpty() ? drift.getSubject() : drift.getSymbol(),
          drift.getOurs(),
          drift.getBrokers());
    }
    words.table(table);
  }

  /** Makes one figure the broker's. */
  @Command(
      name = "approve",
      description = "Make one figure of our books the broker's; nothing else is changed.")
  static final class Approve extends ConsoleCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "the difference, from the list")
    private String name;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "why the broker is right, for the journal")
    private String reason;

    @Option(
        names = "--by",
        defaultValue = "${sys:user.name}",
        paramLabel = "NAME",
        description = "who approves, for the journal (default: ${DEFAULT-VALUE})")
    private String by;

    @Option(
        names = "--price",
        defaultValue = "",
        paramLabel = "AMOUNT",
        description = "what a share cost on average, where our books cannot know")
    private String price;

    @Option(
        names = "--currency",
        defaultValue = "EUR",
        paramLabel = "CURRENCY",
        description = "of the price (default: ${DEFAULT-VALUE})")
    private String currency;

    @Override
    void run(Connection node, Words words) {
      ApproveDriftRequest.Builder request =
          ApproveDriftRequest.newBuilder().setDriftId(name).setReason(reason).setApprovedBy(by);
      if (!price.isEmpty()) {
        request.setAveragePrice(Money.newBuilder().setAmount(price).setCurrency(currency));
      }
      DriftsResponse rest = node.answer(node.operations().approveDrift(request.build()));
      if (!words.printedAsJson(rest)) {
        words.line("The books are corrected.");
        print(rest, words);
      }
    }
  }
}
