package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryRequest;
import io.arduinotrader.protocol.grpc.trading.GetTradeHistoryResponse;
import io.arduinotrader.protocol.grpc.trading.TradeExecution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows past trades. */
@Command(name = "trades", description = "Show past trades, newest first.")
final class TradesCommand extends ConsoleCommand {

  @Option(names = "--days", defaultValue = "0", description = "calendar days back, 0 for all")
  private int days;

  @Option(names = "--limit", defaultValue = "50", description = "most rows shown")
  private int limit;

  @Override
  void run(Connection node, Words words) {
    GetTradeHistoryResponse history =
        node.answer(
            node.trading()
                .getTradeHistory(
                    GetTradeHistoryRequest.newBuilder().setDays(days).setLimit(limit).build()));
    if (words.printedAsJson(history)) {
      return;
    }
    words.line("%d trades.", history.getTotal());
    Table table =
        new Table()
            .text("WHEN")
            .text("SIDE")
            .text("SYMBOL")
            .figure("SHARES")
            .figure("PRICE")
            .figure("COMMISSION")
            .text("TRADE")
            .text("BROKER");
    for (TradeExecution trade : history.getExecutionsList()) {
      table.row(
          Shown.time(trade.hasExecutedAt(), trade.getExecutedAt()),
          Shown.side(trade.getSide()),
          trade.getSymbol(),
          Shown.quantity(trade.getQuantityFilled()),
          Shown.price(trade.getAveragePrice()),
          Shown.money(trade.getCommission()),
          trade.getTradeId(),
          trade.getBrokerReference());
    }
    words.table(table);
  }
}
