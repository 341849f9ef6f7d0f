package io.arduinotrader.benchmark;

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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BarSeries;

/** One security from its columns to its card, against bare loops and against a library. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScoringBenchmark {

  @Param({"2500"})
  private int bars;

  private DailyPrices prices = DailyPrices.walk(1, 0);
  private BarSeries librarySeries = LibraryIndicators.series(prices);

  /** Makes the prices. */
  @Setup
  public void prices() {
    prices = DailyPrices.walk(bars, 7);
    librarySeries = LibraryIndicators.series(prices);
  }

  /** Checks the columns, measures every figure and makes the card. */
  @Benchmark
  public ScoreOutcome score() {
    return SecurityScorer.score(
        SecurityInputs.pricesOnly(prices.series()), ScoreConfiguration.STANDARD);
  }

  /** Checks the columns and measures every figure. */
  @Benchmark
  public double plainLoops() {
    return PlainLoops.figures(prices.days(), prices.closes(), prices.closes(), prices.highs());
  }

  /** Measures what the library has indicators for. */
  @Benchmark
  public double library() {
    return LibraryIndicators.figures(librarySeries);
  }
}
