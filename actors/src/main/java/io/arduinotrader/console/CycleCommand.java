package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.gateway.TradeResult;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleResult;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.gateway.TriggerTradingCycleRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a trading cycle. */
@Command(name = "cycle", description = "Run a trading cycle: sync, score, optimize, plan, execute.")
final class CycleCommand extends ConsoleCommand {

  @Option(names = "--dry-run", description = "stop before any order")
  private boolean dryRun;

  @Option(names = "--force", description = "fetch also what is fresh")
  private boolean force;

  @Override
  void run(Connection node, Words words) {
    AtomicReference<TradingCycleUpdate> last =
        new AtomicReference<>(TradingCycleUpdate.getDefaultInstance());
    node.each(
        node.gateway()
            .triggerTradingCycle(
                TriggerTradingCycleRequest.newBuilder().setDryRun(dryRun).setForce(force).build()),
        update -> {
          words.progress(update.getProgressPct(), update.getStep(), update.getMessage());
          last.set(update);
        });
    TradingCycleUpdate end = Objects.requireNonNull(last.get());
    if (!end.getComplete()) {
      throw new CommandFailedException("the node ended the stream before the cycle ended");
    }
    if (!words.printedAsJson(end)) {
      print(end.getResult(), words);
    }
    if (!end.getError().isEmpty()) {
      throw new CommandFailedException("the cycle ended early: " + end.getError());
    }
  }

  private void print(TradingCycleResult result, Words words) {
    if (dryRun) {
      words.line("Nothing was traded: this was a rehearsal. See 'trader plan'.");
      return;
    }
    words.line(
        "%d trades made, %d not; %s invested, %s commission.",
        result.getTradesExecuted(),
        result.getTradesFailed(),
        Shown.money(result.getTotalInvested()),
        Shown.money(result.getTotalCost()));
    if (result.getTradesCount() == 0) {
      return;
    }
    Table trades =
        new Table()
            .text("TRADE")
            .text("SIDE")
            .text("SYMBOL")
            .figure("SHARES")
            .figure("PRICE")
            .text("OUTCOME");
    for (TradeResult trade : result.getTradesList()) {
      trades.row(
          trade.getTradeId(),
          Shown.side(trade.getSide()),
          trade.getSymbol(),
          Shown.quantity(trade.getQuantity()),
          Shown.price(trade.getPrice()),
          trade.getSuccess() ? "done" : trade.getError());
    }
    words.table(trades);
  }
}
