package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whatever broker there is at the moment. */
record CurrentBroker(Supplier<BrokerPort> broker) implements BrokerPort {

  @Override
  public BrokerCapabilities capabilities() {
    return broker.get().capabilities();
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    return broker.get().submit(order);
  }

  @Override
  public CancelAnswer cancel(ClientOrderId order) {
    return broker.get().cancel(order);
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId order) {
    return broker.get().lookup(order);
  }

  @Override
  public Optional<IntentId> find(BrokerOrderId order) {
    return broker.get().find(order);
  }

  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    return broker.get().reports(changedSince);
  }

  @Override
  public BrokerAccount account() {
    return broker.get().account();
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    broker.get().noteDeposit(id, amount);
  }
}
