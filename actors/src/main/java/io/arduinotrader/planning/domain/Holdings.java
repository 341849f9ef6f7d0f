package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/** What would be held after some of the trades: shares per security and cash in base currency. */
final class Holdings {

  private final Map<Isin, Quantity> shares = new HashMap<>();
  private BigDecimal cash;

  Holdings(Job job) {
    for (Candidate candidate : job.candidates()) {
      shares.put(candidate.isin(), candidate.held());
    }
    cash = job.cash().amount();
  }

  Quantity shares(Candidate candidate) {
    return shares.getOrDefault(candidate.isin(), Quantity.ZERO);
  }

  BigDecimal cash() {
    return cash;
  }

  void sell(Candidate candidate, Quantity quantity, BigDecimal proceeds) {
    shares.put(candidate.isin(), shares(candidate).minus(quantity));
    cash = cash.add(proceeds);
  }

  void buy(Candidate candidate, Quantity quantity, BigDecimal cost) {
    shares.put(candidate.isin(), shares(candidate).plus(quantity));
    cash = cash.subtract(cost);
  }

  /** How many different securities are held. */
  long positions() {
    return shares.values().stream().filter(quantity -> !quantity.isZero()).count();
  }

  /** What the holdings of one security are worth in base currency. */
  BigDecimal value(Candidate candidate) {
    return value(candidate, shares(candidate));
  }

  /** What so many shares of a security are worth in base currency. */
  static BigDecimal value(Candidate candidate, Quantity quantity) {
    return candidate.rate().toBase(candidate.price().times(quantity));
  }

  /** Positions and cash in base currency. */
  BigDecimal total(Job job) {
    BigDecimal total = cash;
    for (Candidate candidate : job.candidates()) {
      total = total.add(value(candidate));
    }
    return total;
  }

  /** The share of the total a security has, zero when there is no total. */
  BigDecimal weight(Candidate candidate, BigDecimal total) {
    return total.signum() <= 0
        ? BigDecimal.ZERO
        : value(candidate).divide(total, MathContext.DECIMAL64);
  }
}
