package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.common.Position;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionsRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetPositionsResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryRequest;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryResponse;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Shows what the account holds. */
@Command(name = "portfolio", description = "Show positions, cash and value of the account.")
final class PortfolioCommand extends ConsoleCommand {

  @Override
  void run(Connection node, Words words) {
    GetPositionsResponse positions =
        node.answer(node.portfolio().getPositions(GetPositionsRequest.getDefaultInstance()));
    if (words.printedAsJson(positions)) {
      return;
    }
    GetSummaryResponse summary =
        node.answer(node.portfolio().getSummary(GetSummaryRequest.getDefaultInstance()));
    words.line(
        "State %s: worth %s, %s of it in cash; gain %s (%s).",
        summary.getPortfolioHash().isEmpty() ? "empty" : summary.getPortfolioHash(),
        Shown.money(summary.getTotalValue()),
        Shown.money(summary.getCashBalance()),
        Shown.money(summary.getTotalPnl()),
        Shown.percentPoints(summary.getTotalPnlPct()));
    Table table =
        new Table()
            .text("SYMBOL")
            .text("NAME")
            .figure("SHARES")
            .figure("AVERAGE")
            .figure("PRICE")
            .figure("VALUE")
            .figure("GAIN");
    for (Position position : positions.getPositionsList()) {
      table.row(
          position.getSymbol(),
          position.getName(),
          Shown.quantity(position.getQuantity()),
          Shown.price(position.getAveragePrice()),
          Shown.price(position.getCurrentPrice()),
          Shown.money(position.getMarketValue()),
          Shown.percentPoints(position.getUnrealizedPnlPct()));
    }
    words.table(table);
    shares("Sectors", summary.getSectorAllocationMap(), words);
    shares("Regions", summary.getRegionAllocationMap(), words);
  }

  private static void shares(String title, Map<String, Double> shares, Words words) {
    if (!shares.isEmpty()) {
      words.line(
          "%s: %s",
          title,
          shares.entrySet().stream()
              .sorted(
                  Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                      .thenComparing(Map.Entry.comparingByKey()))
              .map(share -> share.getKey() + " " + Shown.fraction(share.getValue()))
              .collect(Collectors.joining(", ")));
    }
  }
}
