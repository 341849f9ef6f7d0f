package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.planning.PlanningWork.Limits;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs to plan with: shares at 100 EUR, lots of one, 2 EUR and 0.2 % commission, no floor. */
public final class Jobs {

  public static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  static final Digest INPUTS = Digest.of();

  /** Securities in the order of their ISINs. */
  static final List<Isin> ISINS =
      List.of(
          new Isin("DE0007164600"),
          new Isin("FR0000120271"),
          new Isin("GB00BH4HKS39"),
          new Isin("IE00B4L5Y983"),
          new Isin("JP3633400001"),
          new Isin("KYG875721634"),
          new Isin("NL0010273215"),
          new Isin("US02079K1079"),
          new Isin("US0378331005"),
          new Isin("US5949181045"));

  static final Limits LIMITS =
      new Limits(
          BigDecimal.ZERO,
          new BigDecimal("2.00"),
          new BigDecimal("0.002"),
          new BigDecimal("0.0005"),
          new BigDecimal("0.01"),
          0.01,
          10,
          Optional.empty(),
          Optional.empty(),
          Money.zero(Currency.EUR));

  static final Refusal BLOCKED = Refusal.of(RefusalCode.PENDING_ORDER, "order o-1 is still open");

  private Jobs() {}

  /** A plan that sells thirty shares of S1 and buys thirty of S0. */
  public static Plan plan(PlanId id) {
    Job job = job("2000", candidate(0, 20, 0.5), candidate(1, 60, 0.3));
    return GapPlanner.plan(
        new Job(id, job.account(), job.candidates(), job.cash(), job.limits(), job.createdAt()),
        INPUTS);
  }

  static Job job(String cash, Limits limits, Candidate... candidates) {
    return new Job(
        new PlanId(new PortfolioHash("3fa2b1c0"), 1),
        AccountId.DEFAULT,
        List.of(candidates),
        Money.of(cash, Currency.EUR),
        limits,
        NOW);
  }

  static Job job(String cash, Candidate... candidates) {
    return job(cash, LIMITS, candidates);
  }

  /** A security of which so many shares are held and such a weight is wanted. */
  static Candidate candidate(int number, long held, double target) {
    return new Candidate(
        ISINS.get(number),
        symbol(number),
        Quantity.of(1),
        Quantity.of(held),
        Price.of("100", Currency.EUR),
        FxRate.identity(Currency.EUR, NOW),
        target,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Symbol symbol(int number) {
    return new Symbol("S" + number);
  }

  static Candidate priced(Candidate base, String lot, Price price, FxRate rate) {
    return new Candidate(
        base.isin(),
        base.symbol(),
        Quantity.of(lot),
        base.held(),
        price,
        rate,
        base.target(),
        base.score(),
        base.buyBlocked(),
        base.sellBlocked());
  }

  static Candidate scored(Candidate base, double score) {
    return new Candidate(
        base.isin(),
        base.symbol(),
        base.lot(),
        base.held(),
        base.price(),
        base.rate(),
        base.target(),
        Optional.of(score),
        base.buyBlocked(),
        base.sellBlocked());
  }

  /** The same security, which may not be traded now. */
  static Candidate blocked(Candidate base) {
    return new Candidate(
        base.isin(),
        base.symbol(),
        base.lot(),
        base.held(),
        base.price(),
        base.rate(),
        base.target(),
        base.score(),
        Optional.of(BLOCKED),
        Optional.of(BLOCKED));
  }
}
