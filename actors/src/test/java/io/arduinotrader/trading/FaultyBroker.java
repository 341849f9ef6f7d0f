package io.arduinotrader.trading;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.trading.broker.BrokerAccount;
import io.arduinotrader.trading.broker.BrokerOrder;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.BrokerUnreachableException;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** A broker whose line breaks when the test says so, before or after a call has its effect. */
final class FaultyBroker implements BrokerPort {

  /** What happens to a submission. */
  enum Fault {
    NONE,
    LOST_ON_THE_WAY,
    ANSWER_LOST
  }

  final AtomicInteger submissions = new AtomicInteger();
  volatile Runnable whileSubmitting = () -> {};
  volatile Runnable beforeBooks = () -> {};
  volatile boolean unreachable;
  private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();
  private final BrokerPort broker;

  FaultyBroker(BrokerPort broker) {
    this.broker = broker;
  }

  /** What happens to the next submissions. */
  void next(Fault... next) {
    faults.addAll(List.of(next));
  }

  @Override
  public BrokerCapabilities capabilities() {
    return broker.capabilities();
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    check();
    submissions.incrementAndGet();
    Fault fault = Optional.ofNullable(faults.poll()).orElse(Fault.NONE);
    if (fault == Fault.LOST_ON_THE_WAY) {
      whileSubmitting.run();
      throw broken();
    }
    SubmitAnswer answer = broker.submit(order);
    whileSubmitting.run();
    if (fault == Fault.ANSWER_LOST) {
      throw broken();
    }
    return answer;
  }

  @Override
  public CancelAnswer cancel(ClientOrderId order) {
    check();
    return broker.cancel(order);
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId order) {
    check();
    return broker.lookup(order);
  }

  @Override
  public Optional<IntentId> find(BrokerOrderId order) {
    check();
    return broker.find(order);
  }

  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    check();
    return broker.reports(changedSince);
  }

  @Override
  public BrokerAccount account() {
    check();
    beforeBooks.run();
    return broker.account();
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    check();
    broker.noteDeposit(id, amount);
  }

  private void check() {
    if (unreachable) {
      throw broken();
    }
  }

  private static BrokerUnreachableException broken() {
    return new BrokerUnreachableException("the line is broken", new IllegalStateException());
  }
}
