package io.arduinotrader.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.scoring.ScoringWork;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.rule.PriceCeiling;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.feed.SampleMarket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who tries the house on its sample market must find something to buy, whatever the day. */
class SampleMarketScoresTest {

  private static final ActorTestKit KIT = EntityKit.create();
  private static final TestProbe<ScoringWork.Result> CALLER = KIT.createTestProbe();
  private static final double LEAST_SCORE = 0.5;

  private final SampleMarket market =
      SampleMarket.standard((exchange, day) -> day.getDayOfWeek().getValue() <= 5);

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  @Test
  void someSecuritiesAreGoodEnoughToBuy() {
    LocalDate last = LocalDate.of(2025, 12, 30);
    for (LocalDate day = last.minusYears(4); !day.isAfter(last); day = day.plusMonths(3)) {
      LocalDate asOf = day;
      List<SecurityRecord> bought =
          market.securities().stream().filter(security -> isBought(security, asOf)).toList();

      assertThat(bought).as("%s", day).hasSizeGreaterThan(2);
    }
  }

  private boolean isBought(SecurityRecord security, LocalDate asOf) {
    ScoringWork.Job job =
        new ScoringWork.Job(
            security.symbol(),
            security.productType().isCompany(),
            DailyBar.columns(
                security.isin(),
                security.currency(),
                market.bars(security, asOf.minusYears(11), asOf)),
            market.fundamentals(security.isin(), asOf),
            Optional.empty(),
            List.of(),
            ScoringHouse.STANDARDS.aims());
    return ScoreJob.run(new ScoringWork(1, job, CALLER.getRef()), Instant.EPOCH)
        .score()
        .filter(SampleMarketScoresTest::isGoodEnough)
        .isPresent();
  }

  private static boolean isGoodEnough(SecurityScore score) {
    return score.total() >= LEAST_SCORE
        && score.metric(SecurityMetric.QUALITY).orElse(0) >= LEAST_SCORE
        && !PriceCeiling.blocks(
            score.metric(SecurityMetric.CLOSE).orElseThrow(),
            score.metric(SecurityMetric.YEAR_HIGH).orElse(0));
  }
}
