package io.arduinotrader.planning.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.planning.PlanningWork.Job;
import io.arduinotrader.protocol.planning.PlanningWork.Limits;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Any job that can come from the briefing: every currency, lot, limit and block at random. */
final class RandomJobs {

  private static final List<FxRate> RATES =
      List.of(
          FxRate.identity(Currency.EUR, Jobs.NOW),
          rate(Currency.USD, "1.0837"),
          rate(Currency.GBP, "0.8461"),
          rate(Currency.HKD, "8.4419"),
          rate(new Currency("JPY"), "163.27"));
  private static final List<String> LOTS = List.of("1", "1", "1", "10", "100", "0.001");

  private final SplittableRandom random;

  RandomJobs(SplittableRandom random) {
    this.random = random;
  }

  Job next() {
    int count = random.nextInt(Jobs.ISINS.size() + 1);
    double[] shares = random.doubles(count, 0, 1).toArray();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = random.nextInt(4) == 0 ? 0 : shares[i];
      sum += shares[i];
    }
    double invested = random.nextInt(3) == 0 ? 1 : random.nextDouble(0.2, 1);
    Candidate[] candidates = new Candidate[count];
    for (int i = 0; i < count; i++) {
      candidates[i] = candidate(i, sum == 0 ? 0 : shares[i] / sum * invested);
    }
    return Jobs.job(cash(), limits(), candidates);
  }

  private Candidate candidate(int number, double target) {
    FxRate rate = RATES.get(random.nextInt(RATES.size()));
    String lot = LOTS.get(random.nextInt(LOTS.size()));
    long lots = random.nextInt(3) == 0 ? 0 : random.nextLong(400);
    BigDecimal odd = random.nextInt(8) == 0 ? new BigDecimal("0.5") : BigDecimal.ZERO;
    return new Candidate(
        Jobs.ISINS.get(number),
        Jobs.symbol(number),
        Quantity.of(lot),
        new Quantity(new BigDecimal(lot).multiply(BigDecimal.valueOf(lots)).add(odd)),
        price(rate),
        rate,
        target,
        random.nextBoolean() ? Optional.of(random.nextDouble()) : Optional.empty(),
        block(),
        block());
  }

  private Price price(FxRate rate) {
    double euros = Math.exp(random.nextDouble(-1, 6));
    return Price.rounded(rate.toQuote(BigDecimal.valueOf(euros)), rate.quote());
  }

  private Optional<Refusal> block() {
    return random.nextInt(6) == 0 ? Optional.of(Jobs.BLOCKED) : Optional.empty();
  }

  private String cash() {
    return BigDecimal.valueOf(random.nextInt(10) == 0 ? -50_00 : random.nextLong(50_000_00), 2)
        .toPlainString();
  }

  private Limits limits() {
    Bounds bounds =
        new Bounds()
            .minimumCash(String.valueOf(random.nextInt(3) * 500))
            .tolerance(random.nextInt(3) * 0.01)
            .costRatio(random.nextBoolean() ? "0.01" : "0.05")
            .steps(1 + random.nextInt(10))
            .deposit(random.nextInt(4) == 0 ? "1500" : "0");
    if (random.nextInt(4) == 0) {
      bounds.free();
    }
    if (random.nextInt(3) == 0) {
      bounds.positions(1 + random.nextInt(8));
    }
    if (random.nextInt(4) == 0) {
      bounds.invested("0." + (1 + random.nextInt(9)));
    }
    return bounds.limits();
  }

  private static FxRate rate(Currency currency, String quotePerBase) {
    return new FxRate(Currency.EUR, currency, new BigDecimal(quotePerBase), Jobs.NOW, "test");
  }
}
