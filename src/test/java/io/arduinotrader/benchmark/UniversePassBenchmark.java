package io.arduinotrader.benchmark;

import io.arduinotrader.scoring.domain.ScoreCard;
import io.arduinotrader.scoring.domain.ScoreConfiguration;
import io.arduinotrader.scoring.domain.ScoreOutcome;
import io.arduinotrader.scoring.domain.SecurityInputs;
import io.arduinotrader.scoring.domain.SecurityScorer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** A whole universe, one security after another, in a heap that cannot hold its prices. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class UniversePassBenchmark {

  private static final int SECURITIES = 5_000;
  private static final int BARS = 2_500;

  /** Invents, scores and forgets the prices of one security after another. */
  @Benchmark
  public double pass() {
    double sum = 0;
    for (int security = 0; security < SECURITIES; security++) {
      ScoreOutcome outcome =
          SecurityScorer.score(
              SecurityInputs.pricesOnly(DailyPrices.walk(BARS, security).series()),
              ScoreConfiguration.STANDARD);
      sum += outcome instanceof ScoreCard card ? card.total() : 0;
    }
    return sum;
  }

  /** What making the prices alone takes. */
  @Benchmark
  public double pricesOnly() {
    double sum = 0;
    for (int security = 0; security < SECURITIES; security++) {
      sum += DailyPrices.walk(BARS, security).closes()[BARS - 1];
    }
    return sum;
  }
}
