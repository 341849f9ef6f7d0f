package io.arduinotrader.protocol.scoring;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.ServiceKey;

/** What a scoring worker is told: score one security from what the message carries. */
public record ScoringWork(long number, Job job, ActorRef<Result> replyTo)
    implements ClusterMessage {

  public static final ServiceKey<ScoringWork> WORKERS =
      ServiceKey.create(ScoringWork.class, "scoring-workers");

  /**
   * All that the score depends on.
   *
   * @param company whether there is a company behind the security
   * @param fit how it would sit in the portfolio, empty when no portfolio is known
   * @param aims of the desk that asks; a worker of another device has no say
   */
  public record Job(
      Symbol symbol,
      boolean company,
      BarColumns bars,
      Optional<Fundamentals> fundamentals,
      Optional<PortfolioFit> fit,
      List<ScoringCommand.GivenFigure> overrides,
      ScoringAims aims) {}

  /**
   * What came of the job with this number; the percentile is not known to one job.
   *
   * @param failed whether the job went wrong, so that nobody knows whether there is a score
   */
  public record Result(
      long number, Optional<SecurityScore> score, String reasonForNone, boolean failed)
      implements ClusterMessage {}
}
