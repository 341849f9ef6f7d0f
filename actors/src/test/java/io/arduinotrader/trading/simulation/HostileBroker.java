package io.arduinotrader.trading.simulation;

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
import io.arduinotrader.trading.domain.Samples;
import io.arduinotrader.trading.simulation.Scenario.CallFault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A broker whose line breaks, who fills late, in parts and out of order, repeats itself and tells
 * old news; yet what it did it did, and its own book is right.
 */
final class HostileBroker implements BrokerPort {

  /** Shorter than what the house waits before it concludes anything. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(45);

  final HostileBook book;

  private final Scenario scenario;
  private final InstantSource clock;
  private final Runnable nodeDies;
  private final List<Late> late = new ArrayList<>();
  private List<BrokerReport> oldReports = List.of();
  private Optional<BrokerAccount> oldAccount = Optional.empty();
  private int calls;
  private boolean healed;

  HostileBroker(Scenario scenario, InstantSource clock, NaiveModel model, Runnable nodeDies) {
    this.scenario = scenario;
    this.clock = clock;
    this.nodeDies = nodeDies;
    this.book = new HostileBook(clock, model, new Random(scenario.seed()));
  }

  /** An order that is still on its way. */
  private record Late(BrokerOrder order, Instant arrives) {}

  /** From now on every call arrives and is answered. */
  void heal() {
    healed = true;
  }

  @Override
  public BrokerCapabilities capabilities() {
    BrokerCapabilities usual = Samples.broker(scenario.names());
    return new BrokerCapabilities(
        usual.clientOrderIds(),
        usual.orderTypes(),
        usual.timesInForce(),
        usual.fractions(),
        BrokerCapabilities.Cancelling.REQUESTED,
        usual.lookups(),
        usual.outside());
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    if (fault(calls + 1) == CallFault.LATE) {
      calls++;
      late.add(new Late(order, clock.instant().plus(ON_THE_WAY)));
      throw broken();
    }
    return call(() -> take(order));
  }

  private SubmitAnswer take(BrokerOrder order) {
    Optional<BrokerOrderId> same = book.known(order.id());
    return (same.isPresent() && capabilities().maySendAgain() ? same : book.take(order))
        .<SubmitAnswer>map(SubmitAnswer.Taken::new)
        .orElseGet(() -> new SubmitAnswer.Refused("not today"));
  }

  @Override
  public CancelAnswer cancel(ClientOrderId name) {
    return call(
        () ->
            book.withdraw(name)
                ? new CancelAnswer.Taken()
                : new CancelAnswer.Refused("no such order in the market"));
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId name) {
    return call(() -> book.report(name));
  }

  @Override
  public Optional<IntentId> find(BrokerOrderId order) {
    return call(() -> book.order(order).map(BrokerOrder::intent));
  }

  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    boolean stale = fault(calls + 1) == CallFault.STALE;
    List<BrokerReport> now = call(() -> book.reports(changedSince));
    List<BrokerReport> answer = stale ? oldReports : now;
    oldReports = now;
    return answer;
  }

  @Override
  public BrokerAccount account() {
    boolean stale = fault(calls + 1) == CallFault.STALE;
    BrokerAccount now = call(book::account);
    BrokerAccount answer = stale ? oldAccount.orElse(now) : now;
    oldAccount = Optional.of(now);
    return answer;
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    book.pay(amount);
  }

  private <T> T call(Supplier<T> effect) {
    CallFault fault = fault(++calls);
    arrivals();
    book.trade();
    if (fault == CallFault.LOST) {
      throw broken();
    }
    T answer = effect.get();
    if (fault == CallFault.NODE_DIES) {
      nodeDies.run();
    }
    if (fault == CallFault.ANSWER_LOST || fault == CallFault.NODE_DIES) {
      throw broken();
    }
    return answer;
  }

  private void arrivals() {
    Instant now = clock.instant();
    List<Late> arrived = late.stream().filter(order -> !order.arrives().isAfter(now)).toList();
    late.removeAll(arrived);
    arrived.forEach(order -> take(order.order()));
  }

  private @Nullable CallFault fault(int call) {
    return healed ? null : scenario.faults().get(call);
  }

  private static BrokerUnreachableException broken() {
    return new BrokerUnreachableException("the line is broken", new IllegalStateException());
  }
}
