package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.replay.OtherCost;
import io.arduinotrader.protocol.grpc.replay.OtherLimits;
import io.arduinotrader.protocol.grpc.replay.RefusedOrder;
import io.arduinotrader.protocol.grpc.replay.WhatIfChanges;
import io.arduinotrader.protocol.grpc.replay.WhatIfFigures;
import io.arduinotrader.protocol.grpc.replay.WhatIfRequest;
import io.arduinotrader.protocol.grpc.replay.WhatIfResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the same orders under other conditions. */
@Command(
    name = "what-if",
    description = "Run the recorded orders again under other conditions and compare.")
final class WhatIfCommand extends ConsoleCommand {

  @Option(names = "--from", paramLabel = "MOMENT", defaultValue = "", description = "the first")
  private String from;

  @Option(names = "--to", paramLabel = "MOMENT", defaultValue = "", description = "the last")
  private String to;

  @Option(names = "--cost-fixed", paramLabel = "EUR", description = "commission per order")
  private @Nullable String fixed;

  @Option(
      names = "--cost-percent",
      paramLabel = "FRACTION",
      description = "commission as a fraction of the value, 0.002 for 0.2 %%")
  private @Nullable String fraction;

  @Option(
      names = "--spread",
      defaultValue = "",
      paramLabel = "FRACTION",
      description = "what every execution pays more, 0.001 for 10 basis points")
  private String spread;

  @Option(
      names = "--price",
      paramLabel = "SYMBOL=FRACTION",
      description = "executions of a security were dearer by this, may be repeated")
  private @Nullable Map<String, String> prices;

  @Option(names = "--orders-per-day", defaultValue = "0", description = "most orders of a day")
  private int perDay;

  @Option(names = "--orders-per-week", defaultValue = "0", description = "most in seven days")
  private int perWeek;

  @Option(names = "--cooldown", defaultValue = "0", description = "days between two buys")
  private int cooldown;

  @Option(names = "--hold", defaultValue = "0", description = "days before a sale")
  private int hold;

  @Option(
      names = "--largest-order",
      defaultValue = "",
      paramLabel = "EUR",
      description = "most an order may be worth")
  private String largest;

  @Override
  void run(Connection node, Words words) {
    WhatIfRequest request =
        WhatIfRequest.newBuilder()
            .setFrom(ReplayCommand.moment(from, false))
            .setTo(ReplayCommand.moment(to, true))
            .setChanges(changes())
            .build();
    WhatIfResponse answer = node.answer(node.replay().whatIf(request));
    if (words.printedAsJson(answer)) {
      return;
    }
    words.table(
        row(
            row(
                new Table()
                    .text("")
                    .figure("CASH")
                    .figure("SHARES")
                    .figure("VALUE")
                    .figure("COMMISSIONS"),
                "as it was",
                answer.getRecordedFigures()),
            "what if",
            answer.getChangedFigures()));
    answer.getTextList().stream()
        .limit(answer.getTextCount() - answer.getRefusedCount())
        .forEach(words::line);
    if (answer.getRefusedCount() > 0) {
      words.table(refused(answer));
    }
    if (answer.getRefusedOrders() > answer.getRefusedCount()) {
      words.line("and %d more".formatted(answer.getRefusedOrders() - answer.getRefusedCount()));
    }
  }

  private WhatIfChanges changes() {
    WhatIfChanges.Builder changes =
        WhatIfChanges.newBuilder()
            .setSpread(spread)
            .setLimits(
                OtherLimits.newBuilder()
                    .setOrdersPerDay(perDay)
                    .setOrdersPerSevenDays(perWeek)
                    .setBuyCooldownDays(cooldown)
                    .setMinimumHoldDays(hold)
                    .setLargestOrder(largest));
    if (fixed != null || fraction != null) {
      changes.setCost(
          OtherCost.newBuilder()
              .setFixed(fixed == null ? "" : fixed)
              .setFraction(fraction == null ? "" : fraction));
    }
    if (prices != null) {
      changes.putAllPriceShifts(prices);
    }
    return changes.build();
  }

  private static Table row(Table table, String name, WhatIfFigures figures) {
    table.row(
        name,
        Shown.money(figures.getCash()),
        Shown.money(figures.getPositions()),
        Shown.money(figures.getValue()),
        Shown.money(figures.getCosts()));
    return table;
  }

  private static Table refused(WhatIfResponse answer) {
    Table table =
        new Table().text("REFUSED").text("SIDE").figure("SHARES").text("RULE").text("REASON");
    for (RefusedOrder order : answer.getRefusedList()) {
      table.row(
          order.getSymbol(),
          Shown.side(order.getSide()),
          order.getQuantity(),
          order.getRule(),
          order.getReason());
    }
    return table;
  }
}
