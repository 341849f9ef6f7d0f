package io.arduinotrader.gateway.system;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.grpc.gateway.TradeResult;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleResult;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;

/** The outcome of a cycle as it travels. */
final class CycleWire {

  private CycleWire() {}

  static TradingCycleResult result(CycleView view) {
    int executed = 0;
    Money invested = Money.zero(Currency.EUR);
    Money cost = Money.zero(Currency.EUR);
    TradingCycleResult.Builder result = TradingCycleResult.newBuilder();
    for (StepOutcome step : view.steps()) {
      result.addTrades(trade(step));
      cost = cost.plus(step.commission());
      if (step.success()) {
        executed++;
        invested = step.side() == Side.BUY ? invested.plus(step.value()) : invested;
      }
    }
    int failed = view.steps().size() - executed;
    return result
        .setSuccess(view.failure().isEmpty() && failed == 0)
        .setTradesExecuted(executed)
        .setTradesFailed(failed)
        .setTotalInvested(MoneyWire.of(invested))
        .setTotalCost(MoneyWire.of(cost))
        .build();
  }

  private static TradeResult trade(StepOutcome step) {
    TradeResult.Builder trade =
        TradeResult.newBuilder()
            .setTradeId(step.intent().value())
            .setSymbol(step.symbol().value())
            .setSide(SideWire.of(step.side()))
            .setQuantity(step.quantity().value().doubleValue())
            .setSuccess(step.success())
            .setError(step.reason());
    step.averagePrice().ifPresent(price -> trade.setPrice(MoneyWire.of(price)));
    return trade.build();
  }
}
