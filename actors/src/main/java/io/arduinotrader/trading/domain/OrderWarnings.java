package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is worth knowing about an order although it may go. */
final class OrderWarnings {

  private OrderWarnings() {}

  /** What is worth knowing whatever the order costs. */
  static List<Refusal> of(Candidate candidate) {
    return candidate.facts().broker().capabilities().outside()
        ? List.of()
        : List.of(
            Refusal.of(
                RefusalCode.RESEARCH_MODE,
                "orders are simulated: the broker is the play of this house"));
  }

  static List<Refusal> of(Candidate candidate, Costs costs) {
    return Stream.of(
            large(candidate, costs), expensive(candidate, costs), concentrated(candidate, costs))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Refusal> large(Candidate candidate, Costs costs) {
    Money limit = candidate.rules().warnings().largeValue();
    BigDecimal value = costs.rate().toBase(costs.value().amount());
    return candidate.buys() && candidate.hasLimit() && value.compareTo(limit.amount()) > 0
        ? Optional.of(
            Refusal.of(
                RefusalCode.LARGE_TRADE, costs.value() + " at the limit is more than " + limit))
        : Optional.empty();
  }

  private static Optional<Refusal> expensive(Candidate candidate, Costs costs) {
    BigDecimal ratio = candidate.rules().warnings().costRatio();
    return costs.commission().amount().compareTo(costs.value().amount().multiply(ratio)) > 0
        ? Optional.of(
            Refusal.of(
                RefusalCode.COST_RATIO_HIGH,
                "a commission of " + costs.commission() + " on " + costs.value()))
        : Optional.empty();
  }

  private static Optional<Refusal> concentrated(Candidate candidate, Costs costs) {
    Optional<Money> worth =
        candidate.facts().worth().map(Facts.Worth::now).filter(money -> money.signum() > 0);
    Optional<Facts.Books> books = candidate.facts().books();
    if (!candidate.buys() || worth.isEmpty() || books.isEmpty()) {
      return Optional.empty();
    }
    Quantity after = books.get().held().plus(candidate.intent().quantity());
    BigDecimal cap = candidate.rules().warnings().positionWeight();
    return candidate
        .expectedPrice()
        .map(
            price ->
                costs
                    .rate()
                    .toBase(price.times(after))
                    .divide(worth.get().amount(), MathContext.DECIMAL64))
        .filter(weight -> weight.compareTo(cap) > 0)
        .map(
            weight ->
                Refusal.of(
                    RefusalCode.CONCENTRATION,
                    candidate.intent().symbol()
                        + " would be "
                        + weight.movePointRight(2).toPlainString()
                        + " % of the account, more than "
                        + cap.movePointRight(2).toPlainString()
                        + " %"));
  }
}
