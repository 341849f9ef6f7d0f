package io.arduinotrader.trading.broker;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The play of the node itself: its orders carry in their names that they are not real, wherever the
 * names go.
 */
public final class ResearchBroker implements BrokerPort {

  /** What the name of every order begins with. */
  public static final String PREFIX = "RESEARCH_";

  private final BrokerPort play;

  /** A broker whose orders are not real. */
  public ResearchBroker(BrokerPort play) {
    this.play = play;
  }

  @Override
  public BrokerCapabilities capabilities() {
    return play.capabilities();
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    return switch (play.submit(order)) {
      case SubmitAnswer.Taken taken -> new SubmitAnswer.Taken(marked(taken.order()));
      case SubmitAnswer.Refused refused -> refused;
    };
  }

  @Override
  public CancelAnswer cancel(ClientOrderId order) {
    return play.cancel(order);
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId order) {
    return play.lookup(order).map(ResearchBroker::marked);
  }

  /** Names from before orders were marked are known as well. */
  @Override
  public Optional<IntentId> find(BrokerOrderId order) {
    return play.find(
        order.value().startsWith(PREFIX)
            ? new BrokerOrderId(order.value().substring(PREFIX.length()))
            : order);
  }

  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    return play.reports(changedSince).stream().map(ResearchBroker::marked).toList();
  }

  @Override
  public BrokerAccount account() {
    return play.account();
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    play.noteDeposit(id, amount);
  }

  private static BrokerOrderId marked(BrokerOrderId order) {
    return new BrokerOrderId(PREFIX + order.value());
  }

  private static BrokerReport marked(BrokerReport report) {
    return new BrokerReport(
        report.terms(),
        report.clientOrderId(),
        marked(report.brokerOrderId()),
        report.status(),
        report.fills().stream().map(ResearchBroker::marked).toList(),
        report.at());
  }

  private static Fill marked(Fill fill) {
    return new Fill(
        fill.id(),
        fill.intent(),
        marked(fill.order()),
        fill.account(),
        fill.isin(),
        fill.symbol(),
        fill.side(),
        fill.quantity(),
        fill.price(),
        fill.commission(),
        fill.rate(),
        fill.conversion(),
        fill.executedAt());
  }
}
