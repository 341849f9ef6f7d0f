package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.metrics.TradingMetrics;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A broker whose calls are timed. */
public record TimedBroker(BrokerPort broker) implements BrokerPort {

  @Override
  public BrokerCapabilities capabilities() {
    return broker.capabilities();
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    return TradingMetrics.brokerCall("submit", () -> broker.submit(order));
  }

  @Override
  public CancelAnswer cancel(ClientOrderId order) {
    return TradingMetrics.brokerCall("cancel", () -> broker.cancel(order));
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId order) {
    return TradingMetrics.brokerCall("lookup", () -> broker.lookup(order));
  }

  @Override
  public Optional<IntentId> find(BrokerOrderId order) {
    return TradingMetrics.brokerCall("find", () -> broker.find(order));
  }

  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    return TradingMetrics.brokerCall("reports", () -> broker.reports(changedSince));
  }

  @Override
  public BrokerAccount account() {
    return TradingMetrics.brokerCall("account", broker::account);
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    TradingMetrics.brokerCall(
        "deposit",
        () -> {
          broker.noteDeposit(id, amount);
          return true;
        });
  }
}
