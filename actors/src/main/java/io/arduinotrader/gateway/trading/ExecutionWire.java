package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.trading.TradeExecution;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;

/** Orders and executions as they travel. */
final class ExecutionWire {

  private ExecutionWire() {}

  /**
   * The figures of an order so far.
   *
   * @param currency in which the security trades, for the price of an order without execution
   */
  static TradeExecution of(OrderView view, Currency currency) {
    TradeExecution.Builder execution =
        started(view.intent(), currency)
            .setOrderId(view.brokerOrderId().map(BrokerOrderId::value).orElse(""))
            .setQuantityFilled(view.filled().value().doubleValue());
    view.averagePrice().ifPresent(price -> execution.setAveragePrice(MoneyWire.of(price)));
    if (!view.fills().isEmpty()) {
      fill(execution, view.intent().side(), view.fills());
    }
    return execution.build();
  }

  /** The figures of an order nobody has executed. */
  static TradeExecution unfilled(Intent intent, Currency currency) {
    return started(intent, currency).build();
  }

  /** One past execution: the order's part in it is all that was requested. */
  static TradeExecution of(Fill fill) {
    TradeExecution.Builder execution =
        TradeExecution.newBuilder()
            .setTradeId(fill.intent().value())
            .setOrderId(fill.order().value())
            .setIsin(fill.isin().value())
            .setSymbol(fill.symbol().value())
            .setSide(SideWire.of(fill.side()))
            .setQuantityRequested(fill.quantity().value().doubleValue())
            .setQuantityFilled(fill.quantity().value().doubleValue())
            .setAveragePrice(MoneyWire.of(fill.price()));
    fill(execution, fill.side(), List.of(fill));
    return execution.build();
  }

  private static TradeExecution.Builder started(Intent intent, Currency currency) {
    return TradeExecution.newBuilder()
        .setTradeId(intent.id().value())
        .setIsin(intent.isin().value())
        .setSymbol(intent.symbol().value())
        .setSide(SideWire.of(intent.side()))
        .setQuantityRequested(intent.quantity().value().doubleValue())
        .setAveragePrice(MoneyWire.zero(currency));
  }

  private static void fill(TradeExecution.Builder execution, Side side, List<Fill> fills) {
    Fill last = fills.getLast();
    Currency currency = last.price().currency();
    Money value = Money.zero(currency);
    Money commission = Money.zero(currency);
    for (Fill fill : fills) {
      value = value.plus(fill.value());
      commission = commission.plus(fill.commission());
    }
    execution
        .setTotalCost(
            MoneyWire.of(side == Side.BUY ? value.plus(commission) : value.minus(commission)))
        .setCommission(MoneyWire.of(commission))
        .setFees(MoneyWire.zero(currency))
        .setExecutedAt(TimestampWire.of(last.executedAt()))
        .setBrokerReference(last.id().value());
  }
}
