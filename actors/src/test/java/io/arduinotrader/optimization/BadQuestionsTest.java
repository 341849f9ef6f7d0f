package io.arduinotrader.optimization;

import static io.arduinotrader.optimization.JobSamples.asset;
import static io.arduinotrader.optimization.JobSamples.expecting;
import static io.arduinotrader.optimization.JobSamples.held;
import static io.arduinotrader.optimization.JobSamples.job;
import static io.arduinotrader.optimization.JobSamples.limited;
import static io.arduinotrader.optimization.JobSamples.priced;
import static io.arduinotrader.optimization.JobSamples.wanted;
import static io.arduinotrader.optimization.JobSamples.wantedAsset;
import static io.arduinotrader.optimization.MarketSamples.APPLE;
import static io.arduinotrader.optimization.MarketSamples.SAP;
import static io.arduinotrader.optimization.MarketSamples.TOTAL;
import static io.arduinotrader.optimization.MarketSamples.VODAFONE;
import static io.arduinotrader.optimization.MarketSamples.figures;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Result;
import io.arduinotrader.protocol.optimization.OptimizationWork.Status;
import io.arduinotrader.protocol.universe.SecurityRecord;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whatever is asked, there is a typed answer, soon. */
class BadQuestionsTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final TestProbe<Result> CALLER = KIT.createTestProbe();

  /** What the machine does besides is not our time. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private static final Duration SOON = Duration.ofMillis(100);

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  /**
   * A question and what it comes to.
   *
   * @param invested sum of the weights; nothing without weights
   */
  private record Question(Job job, Status status, double invested) {}

  @Test
  void everyQuestionHasItsAnswerSoon() {
    Map<String, Question> questions = questions();
    questions.values().forEach(each -> run(each.job())); // the compiler has seen the code once

    SoftAssertions all = new SoftAssertions();
    questions.forEach((name, question) -> all.check(() -> check(name, question)));
    all.assertAll();
  }

  private static void check(String name, Question question) {
    long begun = CLOCK.getCurrentThreadCpuTime();
    Result result = run(question.job());
    Duration taken = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - begun);

    assertThat(taken).as(name).isLessThan(SOON);
    assertThat(result.status()).as("%s: %s", name, result.terms()).isEqualTo(question.status());
    assertThat(result.terms().isEmpty())
        .as("%s: only what is as asked has no terms", name)
        .isEqualTo(result.status() == Status.OPTIMAL);
    assertThat(result.notes()).as(name).hasSameSizeAs(question.job().assets());
    if (result.status() == Status.INFEASIBLE) {
      assertThat(result.weights()).as(name).isEmpty();
    } else {
      assertThat(result.weights()).as(name).hasSameSizeAs(question.job().assets());
      assertThat(result.weights().stream().mapToDouble(Double::doubleValue).sum())
          .as(name)
          .isEqualTo(question.invested(), within(1e-9));
      result.weights().forEach(weight -> assertThat(weight).as(name).isGreaterThan(-1e-9));
    }
    if (result.status() == Status.OPTIMAL || result.status() == Status.CLIPPED) {
      assertWithinLimits(name, question.job(), result);
    }
  }

  private static void assertWithinLimits(String name, Job job, Result result) {
    for (int i = 0; i < job.assets().size(); i++) {
      Asset asset = job.assets().get(i);
      double least = asset.maySell() ? asset.minimum() : Math.max(asset.minimum(), asset.current());
      double most =
          asset.mayBuy() ? Math.max(least, asset.maximum()) : Math.max(least, asset.current());
      assertThat(result.weights().get(i)).as(name).isBetween(least - 1e-9, most + 1e-9);
    }
    double traded = 0;
    for (int i = 0; i < job.assets().size(); i++) {
      traded += Math.abs(result.weights().get(i) - job.assets().get(i).current());
    }
    assertThat(traded).as(name).isLessThan(job.maximumTurnover().orElse(9.0) + 1e-9);
    assertThat(result.weights().stream().filter(weight -> weight > 1e-9).count())
        .as(name)
        .isLessThanOrEqualTo(job.maximumPositions());
  }

  private static Map<String, Question> questions() {
    Asset sap = asset(SAP, 300, 0, 1);
    Asset total = asset(TOTAL, 300, 0, 1);
    Map<String, Question> questions = new LinkedHashMap<>();
    questions.put("nothing at all", new Question(job(0.97), Status.INFEASIBLE, 0));
    questions.put("one security", new Question(job(0.97, sap), Status.CLIPPED, 0.97));
    questions.put("nothing to invest", new Question(job(0, sap, total), Status.CLIPPED, 0));
    questions.put(
        "only constant prices",
        new Question(job(0.97, constant(SAP), constant(TOTAL)), Status.INFEASIBLE, 0));
    questions.put(
        "one constant price", new Question(job(0.97, sap, constant(TOTAL)), Status.CLIPPED, 0.97));
    questions.put(
        "the same prices twice",
        new Question(job(0.97, sap, priced(total, sap.prices())), Status.CLIPPED, 0.97));
    questions.put(
        "fewer days than needed",
        new Question(job(0.97, asset(SAP, 61, 0, 1), asset(TOTAL, 5, 0, 1)), Status.CLIPPED, 0.97));
    questions.put(
        "no prices", new Question(job(0.97, priced(sap), priced(total)), Status.INFEASIBLE, 0));
    questions.put(
        "minima above the budget",
        new Question(job(0.5, least(SAP, 0.4), least(TOTAL, 0.4)), Status.RELAXED, 0.5));
    questions.put(
        "nothing may grow", new Question(job(0.97, held(sap, 0, false, true)), Status.CLIPPED, 0));
    questions.put(
        "more is locked than there is to invest",
        new Question(
            job(0.5, held(sap, 0.6, false, false), held(total, 0.3, true, false)),
            Status.CLIPPED,
            0.9));
    questions.put(
        "debts: more than everything is invested",
        new Question(job(0, held(sap, 0.9), held(total, 0.4)), Status.CLIPPED, 0));
    questions.put(
        "absurd expectations",
        new Question(
            job(0.97, expecting(sap, figures(1e9, 1)), expecting(total, figures(Double.NaN, 0))),
            Status.OPTIMAL,
            0.97));
    questions.put(
        "no turnover",
        new Question(
            limited(job(0.97, sap, total), 0, Integer.MAX_VALUE, 0), Status.RELAXED, 0.97));
    questions.put(
        "no positions", new Question(limited(job(0.97, sap, total), 0, 0, 1), Status.CLIPPED, 0));
    questions.put(
        "positions too large to have",
        new Question(limited(job(0.97, sap, total), 5, 2, 9), Status.INFEASIBLE, 0));
    questions.put(
        "targets of more than everything",
        new Question(
            wanted(wantedAsset(SAP, 300, 1, 1), wantedAsset(TOTAL, 300, 1, 1)), Status.CLIPPED, 1));
    questions.put(
        "targets above their maxima",
        new Question(
            wanted(wantedAsset(SAP, 300, 0.9, 0.1), wantedAsset(TOTAL, 300, 0.1, 0.1)),
            Status.CLIPPED,
            0.2));
    questions.put(
        "targets for what is locked",
        new Question(
            wanted(
                held(wantedAsset(SAP, 300, 0, 1), 0.9, true, false), wantedAsset(TOTAL, 9, 0.3, 1)),
            Status.CLIPPED,
            0.9));
    questions.put(
        "many securities and few days",
        new Question(
            job(
                0.97,
                asset(SAP, 62, 0, 1),
                asset(TOTAL, 62, 0, 1),
                asset(VODAFONE, 62, 0, 1),
                asset(APPLE, 62, 0, 1)),
            Status.CLIPPED,
            0.97));
    questions.put(
        "a price that is no number",
        new Question(job(0.97, sap, spoilt(total, Double.NaN)), Status.CLIPPED, 0.97));
    questions.put(
        "a price without end",
        new Question(
            job(0.97, sap, spoilt(total, Double.POSITIVE_INFINITY)), Status.CLIPPED, 0.97));
    questions.put(
        "a price of nothing", new Question(job(0.97, sap, spoilt(total, 0)), Status.CLIPPED, 0.97));
    questions.put(
        "only prices that are no numbers",
        new Question(
            job(0.97, spoilt(sap, Double.NaN), spoilt(total, Double.NaN)), Status.INFEASIBLE, 0));
    questions.put(
        "days out of order",
        new Question(job(0.97, sap, dated(total, 7, 9)), Status.CLIPPED, 0.97));
    questions.put(
        "a day twice", new Question(job(0.97, sap, dated(total, 7, 6)), Status.CLIPPED, 0.97));
    questions.put(
        "the same security twice", new Question(job(0.97, sap, sap), Status.CLIPPED, 0.97));
    return questions;
  }

  private static Asset spoilt(Asset asset, double price) {
    double[] prices = asset.prices().clone();
    prices[150] = price;
    return priced(asset, prices);
  }

  /** The day of one price comes where that of another should. */
  private static Asset dated(Asset asset, int place, int other) {
    int[] days = asset.days().clone();
    days[place] = asset.days()[other];
    return new Asset(
        asset.isin(),
        asset.symbol(),
        asset.current(),
        asset.wanted(),
        asset.minimum(),
        asset.maximum(),
        asset.mayBuy(),
        asset.maySell(),
        asset.figures(),
        days,
        asset.prices());
  }

  private static Asset least(SecurityRecord security, double minimum) {
    return asset(security, 300, minimum, 1);
  }

  private static Asset constant(SecurityRecord security) {
    double[] prices = new double[300];
    Arrays.fill(prices, 50);
    return priced(asset(security, 300, 0, 1), prices);
  }

  private static Result run(Job job) {
    return WeightJob.run(new OptimizationWork(7, job, CALLER.getRef()));
  }
}
