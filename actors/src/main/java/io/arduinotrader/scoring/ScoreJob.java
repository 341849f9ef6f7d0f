package io.arduinotrader.scoring;

import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.protocol.scoring.ScoringCommand.GivenFigure;
import io.arduinotrader.protocol.scoring.ScoringWork;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.scoring.domain.ScoreCard;
import io.arduinotrader.scoring.domain.ScoreConfiguration;
import io.arduinotrader.scoring.domain.ScoreOutcome;
import io.arduinotrader.scoring.domain.SecurityInputs;
import io.arduinotrader.scoring.domain.SecurityScorer;
import io.arduinotrader.scoring.domain.group.AnalystView;
import io.arduinotrader.scoring.domain.group.FundamentalFigures;
import io.arduinotrader.scoring.domain.group.GroupScore;
import io.arduinotrader.scoring.domain.indicator.BarSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One scoring job: from the message's columns to a score that explains itself. */
final class ScoreJob {

  private ScoreJob() {}

  static ScoringWork.Result run(ScoringWork work, Instant now) {
    ScoringWork.Job job = work.job();
    BarColumns bars = job.bars();
    if (bars.size() == 0) {
      return none(work, "no prices are known");
    }
    BarSeries series;
    try {
      series = Facts.series(bars);
    } catch (IllegalArgumentException unusable) {
      return none(work, "stored prices cannot be used: " + unusable.getMessage());
    }
    SecurityInputs inputs =
        new SecurityInputs(series, job.company(), figures(job), analysts(job), job.fit());
    return switch (SecurityScorer.score(inputs, ScoreConfiguration.STANDARD.aimedAt(job.aims()))) {
      case ScoreCard card ->
          new ScoringWork.Result(work.number(), Optional.of(score(job, card, now)), "", false);
      case ScoreOutcome.NoScore reason -> none(work, reason.reason());
    };
  }

  /** The result of a job that ended with an exception. */
  static ScoringWork.Result failed(ScoringWork work, String reason) {
    return new ScoringWork.Result(work.number(), Optional.empty(), reason, true);
  }

  private static ScoringWork.Result none(ScoringWork work, String reason) {
    return new ScoringWork.Result(work.number(), Optional.empty(), reason, false);
  }

  private static Map<String, Double> given(ScoringWork.Job job) {
    Map<String, Double> given = new HashMap<>();
    for (GivenFigure figure : job.overrides()) {
      given.put(figure.name(), figure.value());
    }
    return given;
  }

  /** Nobody's opinion is stored; a caller may give one. */
  private static Optional<AnalystView> analysts(ScoringWork.Job job) {
    Map<String, Double> given = given(job);
    return given.containsKey("recommendation") || given.containsKey("price_target_upside")
        ? Optional.of(
            new AnalystView(
                pick(given, "recommendation", Optional.empty()),
                pick(given, "price_target_upside", Optional.empty())))
        : Optional.empty();
  }

  private static Optional<FundamentalFigures> figures(ScoringWork.Job job) {
    if (job.fundamentals().isEmpty() && job.overrides().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> given = given(job);
    Optional<Fundamentals> stored = job.fundamentals();
    return Optional.of(
        new FundamentalFigures(
            pick(given, "price_earnings", stored.map(Fundamentals::priceEarnings)),
            pick(given, "forward_price_earnings", Optional.empty()),
            pick(given, "profit_margin", stored.map(Fundamentals::profitMargin)),
            pick(given, "debt_to_equity", stored.map(Fundamentals::debtToEquity)),
            pick(given, "current_ratio", stored.map(Fundamentals::currentRatio)),
            pick(given, "dividend_yield", stored.map(Fundamentals::dividendYield)),
            pick(given, "payout_ratio", Optional.empty()),
            pick(given, "dividend_growth", Optional.empty())));
  }

  private static OptionalDouble pick(
      Map<String, Double> given, String name, Optional<OptionalDouble> stored) {
    Double figure = given.get(name);
    return figure == null ? stored.orElse(OptionalDouble.empty()) : OptionalDouble.of(figure);
  }

  private static SecurityScore score(ScoringWork.Job job, ScoreCard card, Instant now) {
    return new SecurityScore(
        job.bars().isin(),
        job.symbol(),
        card.asOf(),
        card.total(),
        card.grade().letter(),
        0,
        card.coverage(),
        card.groups().stream()
            .filter(share -> share.group().score().isPresent())
            .map(ScoreJob::group)
            .toList(),
        card.metrics(),
        job.fundamentals().map(Fundamentals::asOf),
        inputsHash(job, card.edition()),
        now);
  }

  private static SecurityScore.Group group(ScoreCard.GroupShare share) {
    GroupScore group = share.group();
    return new SecurityScore.Group(
        group.group().key(),
        group.score().orElseThrow(),
        share.share(),
        group.coverage(),
        group.parts().stream()
            .filter(part -> part.raw().isPresent() && part.score().isPresent())
            .map(
                part ->
                    new SecurityScore.Part(
                        part.part().key(),
                        part.raw().getAsDouble(),
                        part.score().getAsDouble(),
                        group.shareOf(part)))
            .toList());
  }

  /** Every byte the score depends on, in a fixed order. */
  static Digest inputsHash(ScoringWork.Job job, String edition) {
    BarColumns bars = job.bars();
    ByteBuffer columns = ByteBuffer.allocate(bars.size() * (4 + 5 * 8));
    for (int i = 0; i < bars.size(); i++) {
      columns
          .putInt(bars.days()[i])
          .putDouble(bars.close()[i])
          .putDouble(bars.adjustedClose()[i])
          .putDouble(bars.high()[i])
          .putDouble(bars.low()[i])
          .putLong(bars.volume()[i]);
    }
    String rest =
        String.join(
            "|",
            bars.isin().value(),
            edition,
            Boolean.toString(job.company()),
            job.fundamentals().map(Fundamentals::toString).orElse("none"),
            job.fit().map(PortfolioFit::toString).orElse("none"),
            job.overrides().toString(),
            job.aims().toString());
    return Digest.of(columns.array(), rest.getBytes(StandardCharsets.UTF_8));
  }
}
