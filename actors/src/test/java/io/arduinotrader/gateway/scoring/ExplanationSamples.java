package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.scoring.PortfolioStanding;
import io.arduinotrader.protocol.scoring.ScoreExplanation;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Explained scores as the scoring desk gives them. */
public final class ExplanationSamples {

  private ExplanationSamples() {}

  /** A held security, half of whose total is known from growth alone. */
  public static ScoreExplanation explained(double purchaseValue) {
    SecurityScore score =
        new SecurityScore(
            Samples.SAP_ISIN,
            new Symbol("SAP.EU"),
            GatewayFixture.TODAY.minusDays(1),
            0.72,
            "B",
            90,
            0.54,
            List.of(),
            Map.of(SecurityMetric.SORTINO, 1.5),
            Optional.empty(),
            Digest.EMPTY,
            GatewayFixture.NOW);
    ScoreExplanation.Known growth =
        new ScoreExplanation.Known(0.113, 0.9, 0.8, GatewayFixture.TODAY.minusDays(1));
    return new ScoreExplanation(
        Optional.of(score),
        "",
        List.of(
            new ScoreExplanation.Group(
                "long_term",
                OptionalDouble.of(0.72),
                1,
                0.8,
                List.of(
                    new ScoreExplanation.Part("cagr", Optional.of(growth)),
                    new ScoreExplanation.Part("sortino", Optional.empty()))),
            new ScoreExplanation.Group(
                "opinion",
                OptionalDouble.empty(),
                0,
                0,
                List.of(new ScoreExplanation.Part("recommendation", Optional.empty())))),
        GatewayFixture.TODAY,
        Optional.of(
            new ScoreExplanation.Purchase(purchaseValue, true, standing(60), standing(61.5))),
        Optional.of(
            new ScoreExplanation.Sale(
                Optional.of("MIN_HOLD"),
                0,
                Map.of(),
                0,
                0,
                0.11,
                Optional.of(new ScoreExplanation.Gain(0.05, 0.12, "MEDIUM_WINDFALL", 0.25)))));
  }

  /** A security too young to be scored. */
  public static ScoreExplanation unscored() {
    return new ScoreExplanation(
        Optional.empty(),
        "only 10 of the 50 daily bars a score needs",
        List.of(),
        GatewayFixture.TODAY,
        Optional.empty(),
        Optional.empty());
  }

  private static PortfolioStanding standing(double total) {
    return new PortfolioStanding(total, 70, 50, 62, total / 100, 0.5);
  }
}
