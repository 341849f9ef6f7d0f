package io.arduinotrader.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.protocol.scoring.PortfolioFit.Held;
import io.arduinotrader.protocol.scoring.ScoringAims;
import io.arduinotrader.protocol.scoring.ScoringCommand.GivenFigure;
import io.arduinotrader.protocol.scoring.ScoringWork;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.rule.DipBand;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ScoreJobTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final TestProbe<ScoringWork.Result> CALLER = KIT.createTestProbe();
  private static final Instant NOW = Instant.parse("2026-05-04T15:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-05-04");
  private static final Isin SAP = new Isin("DE0007164600");
  private static final int DAYS = 1500;
  private static final BarColumns BARS = bars(DAYS);
  private static final Fundamentals FIGURES = figures(TODAY, 18, 0.2);
  private static final ScoringAims AIMS = ScoringHouse.STANDARDS.aims();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void aScoreExplainsItself() {
    SecurityScore score = score(BARS, Optional.of(FIGURES), List.of());

    assertThat(score.isin()).isEqualTo(SAP);
    assertThat(score.asOf()).isEqualTo(TODAY);
    assertThat(score.calculatedAt()).isEqualTo(NOW);
    assertThat(score.total()).isBetween(0.0, 1.0);
    assertThat(score.groups()).isNotEmpty();
    assertThat(score.groups().stream().mapToDouble(SecurityScore.Group::weight).sum())
        .isEqualTo(1, within(1e-9));
    assertThat(score.groups().stream().mapToDouble(group -> group.weight() * group.score()).sum())
        .isEqualTo(score.total(), within(1e-3));
    assertThat(score.groups())
        .allSatisfy(
            group ->
                assertThat(group.parts().stream().mapToDouble(SecurityScore.Part::weight).sum())
                    .isEqualTo(1, within(1e-9)));
  }

  @Test
  void theTimeOfTheScoringIsNoInput() {
    SecurityScore now = score(BARS, Optional.of(FIGURES), List.of());
    ScoringWork.Result later =
        ScoreJob.run(work(BARS, Optional.of(FIGURES), List.of()), NOW.plusSeconds(86_400));

    assertThat(later.score().orElseThrow().inputsHash()).isEqualTo(now.inputsHash());
    assertThat(later.score().orElseThrow().total()).isEqualTo(now.total());
    assertThat(later.score().orElseThrow().calculatedAt()).isEqualTo(NOW.plusSeconds(86_400));
  }

  @Test
  void everyInputIsPartOfTheInputsHash() {
    Digest base = hash(BARS, Optional.of(FIGURES), List.of());

    assertThat(
            List.of(
                hash(changed(0, 0.01), Optional.of(FIGURES), List.of()),
                hash(changed(1, 0.01), Optional.of(FIGURES), List.of()),
                hash(changed(2, 0.01), Optional.of(FIGURES), List.of()),
                hash(changed(3, -0.01), Optional.of(FIGURES), List.of()),
                hash(changedVolume(), Optional.of(FIGURES), List.of()),
                hash(withoutFirst(), Optional.of(FIGURES), List.of()),
                hash(BARS, Optional.empty(), List.of()),
                hash(BARS, Optional.of(figures(TODAY, 18, 0.21)), List.of()),
                hash(BARS, Optional.of(FIGURES), List.of(new GivenFigure("current_ratio", 2))),
                hash(BARS, Optional.of(FIGURES), List.of(new GivenFigure("current_ratio", 3)))))
        .doesNotContain(base)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsAskedOfTheJobIsPartOfTheInputsHashToo() {
    Held held = new Held(0.1, OptionalDouble.of(0.2));
    Optional<PortfolioFit> fit = Optional.of(fit(0.5, 0.5, Optional.of(held)));
    DipBand dips = AIMS.dips();

    assertThat(
            List.of(
                hash(true, Optional.empty(), AIMS),
                hash(false, Optional.empty(), AIMS),
                hash(true, fit, AIMS),
                hash(true, Optional.of(fit(0.4, 0.5, Optional.of(held))), AIMS),
                hash(true, Optional.of(fit(0.5, 0.4, Optional.of(held))), AIMS),
                hash(true, Optional.of(fit(0.5, 0.5, Optional.empty())), AIMS),
                hash(true, Optional.empty(), new ScoringAims(0.1, 0, OptionalDouble.empty(), dips)),
                hash(
                    true,
                    Optional.empty(),
                    new ScoringAims(0.11, 0.01, OptionalDouble.empty(), dips)),
                hash(true, Optional.empty(), new ScoringAims(0.11, 0, OptionalDouble.of(20), dips)),
                hash(
                    true,
                    Optional.empty(),
                    new ScoringAims(0.11, 0, OptionalDouble.empty(), new DipBand(0.1, 0.3))),
                ScoreJob.inputsHash(job(true, Optional.empty(), AIMS), "another edition")))
        .doesNotHaveDuplicates();
  }

  @Test
  void aimsMoveTheScore() {
    SecurityScore usual = run(job(true, Optional.empty(), AIMS));
    double growth = usual.metric(SecurityMetric.GROWTH_5_YEARS).orElseThrow();

    SecurityScore other =
        run(
            job(
                true,
                Optional.empty(),
                new ScoringAims(growth, 0.03, OptionalDouble.of(10), AIMS.dips())));

    assertThat(part(other, "long_term", "cagr")).isGreaterThan(part(usual, "long_term", "cagr"));
    assertThat(other.metric(SecurityMetric.RETURN_OUTLOOK).orElseThrow())
        .isGreaterThan(usual.metric(SecurityMetric.RETURN_OUTLOOK).orElseThrow());
    assertThat(other.metric(SecurityMetric.SHARPE).orElseThrow())
        .isLessThan(usual.metric(SecurityMetric.SHARPE).orElseThrow());
    assertThat(part(other, "opportunity", "pe_ratio"))
        .isLessThan(part(usual, "opportunity", "pe_ratio"));
  }

  private static PortfolioFit fit(double country, double industry, Optional<Held> held) {
    return new PortfolioFit(OptionalDouble.of(country), List.of(industry), held);
  }

  private static double part(SecurityScore score, String group, String part) {
    return score.groups().stream()
        .filter(each -> each.name().equals(group))
        .flatMap(each -> each.parts().stream())
        .filter(each -> each.name().equals(part))
        .findFirst()
        .orElseThrow()
        .score();
  }

  private static ScoringWork.Job job(
      boolean company, Optional<PortfolioFit> fit, ScoringAims aims) {
    return new ScoringWork.Job(
        new Symbol("SAP.DE"), company, BARS, Optional.of(FIGURES), fit, List.of(), aims);
  }

  private static SecurityScore run(ScoringWork.Job job) {
    return ScoreJob.run(new ScoringWork(7, job, CALLER.getRef()), NOW).score().orElseThrow();
  }

  private static Digest hash(boolean company, Optional<PortfolioFit> fit, ScoringAims aims) {
    return run(job(company, fit, aims)).inputsHash();
  }

  @Test
  void aGivenFigureReplacesTheStoredOne() {
    SecurityScore given =
        score(BARS, Optional.of(FIGURES), List.of(new GivenFigure("profit_margin", 0.01)));
    SecurityScore stored = score(BARS, Optional.of(figures(TODAY, 18, 0.01)), List.of());

    assertThat(given.groups()).isEqualTo(stored.groups());
    assertThat(given.total()).isEqualTo(stored.total());
    assertThat(given.total()).isLessThan(score(BARS, Optional.of(FIGURES), List.of()).total());
  }

  @Test
  void figuresCanBeGivenWhereNoneAreStored() {
    List<GivenFigure> given =
        List.of(new GivenFigure("profit_margin", 0.2), new GivenFigure("debt_to_equity", 0.3));

    assertThat(score(BARS, Optional.empty(), given).coverage())
        .isGreaterThan(score(BARS, Optional.empty(), List.of()).coverage());
  }

  @Test
  void tooLittleHistoryIsNamed() {
    ScoringWork.Result few = ScoreJob.run(work(bars(10), Optional.empty(), List.of()), NOW);
    ScoringWork.Result none = ScoreJob.run(work(bars(0), Optional.empty(), List.of()), NOW);

    assertThat(few.number()).isEqualTo(7);
    assertThat(few.score()).isEmpty();
    assertThat(few.reasonForNone()).startsWith("only 10 of the ");
    assertThat(none.score()).isEmpty();
    assertThat(none.reasonForNone()).isEqualTo("no prices are known");
  }

  private static ScoringWork work(
      BarColumns bars, Optional<Fundamentals> figures, List<GivenFigure> overrides) {
    return new ScoringWork(
        7,
        new ScoringWork.Job(
            new Symbol("SAP.DE"), true, bars, figures, Optional.empty(), overrides, AIMS),
        CALLER.getRef());
  }

  private static SecurityScore score(
      BarColumns bars, Optional<Fundamentals> figures, List<GivenFigure> overrides) {
    return ScoreJob.run(work(bars, figures, overrides), NOW).score().orElseThrow();
  }

  private static Digest hash(
      BarColumns bars, Optional<Fundamentals> figures, List<GivenFigure> overrides) {
    return score(bars, figures, overrides).inputsHash();
  }

  private static Fundamentals figures(LocalDate asOf, double priceEarnings, double margin) {
    return new Fundamentals(
        asOf,
        OptionalDouble.empty(),
        OptionalDouble.of(priceEarnings),
        OptionalDouble.of(0.02),
        OptionalDouble.of(margin),
        OptionalDouble.empty(),
        OptionalDouble.of(0.5),
        OptionalDouble.of(1.5),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        "test");
  }

  private static BarColumns bars(int count) {
    SplittableRandom random = new SplittableRandom(42);
    int[] days = new int[count];
    double[] close = new double[count];
    double[] high = new double[count];
    double[] low = new double[count];
    long[] volume = new long[count];
    double price = 100;
    for (int i = 0; i < count; i++) {
      days[i] = (int) TODAY.toEpochDay() - count + 1 + i;
      price *= 1 + random.nextDouble(-0.02, 0.0205);
      close[i] = price;
      high[i] = price * 1.01;
      low[i] = price * 0.99;
      volume[i] = 1000L + random.nextInt(1000);
    }
    return new BarColumns(SAP, Currency.EUR, days, close, high, low, close, close.clone(), volume);
  }

  /** The bars with one figure changed in the middle: close, adjusted close, high or low. */
  private static BarColumns changed(int column, double by) {
    double[][] columns = {
      BARS.close().clone(), BARS.adjustedClose().clone(), BARS.high().clone(), BARS.low().clone()
    };
    columns[column][DAYS / 2] += by;
    return new BarColumns(
        SAP,
        Currency.EUR,
        BARS.days(),
        BARS.open(),
        columns[2],
        columns[3],
        columns[0],
        columns[1],
        BARS.volume());
  }

  private static BarColumns changedVolume() {
    long[] volume = BARS.volume().clone();
    volume[DAYS / 2] += 1;
    return new BarColumns(
        SAP,
        Currency.EUR,
        BARS.days(),
        BARS.open(),
        BARS.high(),
        BARS.low(),
        BARS.close(),
        BARS.adjustedClose(),
        volume);
  }

  private static BarColumns withoutFirst() {
    return new BarColumns(
        SAP,
        Currency.EUR,
        Arrays.copyOfRange(BARS.days(), 1, DAYS),
        Arrays.copyOfRange(BARS.open(), 1, DAYS),
        Arrays.copyOfRange(BARS.high(), 1, DAYS),
        Arrays.copyOfRange(BARS.low(), 1, DAYS),
        Arrays.copyOfRange(BARS.close(), 1, DAYS),
        Arrays.copyOfRange(BARS.adjustedClose(), 1, DAYS),
        Arrays.copyOfRange(BARS.volume(), 1, DAYS));
  }
}
