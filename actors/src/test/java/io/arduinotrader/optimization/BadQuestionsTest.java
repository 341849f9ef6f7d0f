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

  @Test
  void everyQuestionHasATypedAnswerSoon() {
    Map<String, Job> questions = questions();
    questions.values().forEach(BadQuestionsTest::run); // the compiler has seen the code once

    questions.forEach(
        (name, job) -> {
          long begun = CLOCK.getCurrentThreadCpuTime();
          Result result = run(job);
          Duration taken = Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - begun);

          assertThat(taken).as(name).isLessThan(SOON);
          if (result.status() == Status.INFEASIBLE) {
            assertThat(result.terms()).as(name).isNotEmpty();
            assertThat(result.weights()).as(name).isEmpty();
          } else {
            assertThat(result.weights()).as(name).hasSameSizeAs(job.assets());
            assertThat(result.weights()).as(name).allMatch(Double::isFinite);
          }
          assertThat(result.notes()).as(name).hasSameSizeAs(job.assets());
        });
  }

  private static Map<String, Job> questions() {
    Asset sap = asset(SAP, 300, 0, 1);
    Asset total = asset(TOTAL, 300, 0, 1);
    Map<String, Job> questions = new LinkedHashMap<>();
    questions.put("nothing at all", job(0.97));
    questions.put("one security", job(0.97, sap));
    questions.put("nothing to invest", job(0, sap, total));
    questions.put("only constant prices", job(0.97, constant(SAP), constant(TOTAL)));
    questions.put("one constant price", job(0.97, sap, constant(TOTAL)));
    questions.put("the same prices twice", job(0.97, sap, priced(total, sap.prices())));
    questions.put("fewer days than needed", job(0.97, asset(SAP, 61, 0, 1), asset(TOTAL, 5, 0, 1)));
    questions.put("no prices", job(0.97, priced(sap), priced(total)));
    questions.put("minima above the budget", job(0.5, least(SAP, 0.4), least(TOTAL, 0.4)));
    questions.put("nothing may grow", job(0.97, held(sap, 0, false, true)));
    questions.put(
        "more is locked than there is to invest",
        job(0.5, held(sap, 0.6, false, false), held(total, 0.3, true, false)));
    questions.put(
        "debts: more than everything is invested", job(0, held(sap, 0.9), held(total, 0.4)));
    questions.put(
        "absurd expectations",
        job(0.97, expecting(sap, figures(1e9, 1)), expecting(total, figures(Double.NaN, 0))));
    questions.put("no turnover", limited(job(0.97, sap, total), 0, Integer.MAX_VALUE, 0));
    questions.put("no positions", limited(job(0.97, sap, total), 0, 0, 1));
    questions.put("positions too large to have", limited(job(0.97, sap, total), 5, 2, 9));
    questions.put(
        "targets of more than everything",
        wanted(wantedAsset(SAP, 300, 1, 1), wantedAsset(TOTAL, 300, 1, 1)));
    questions.put(
        "targets above their maxima",
        wanted(wantedAsset(SAP, 300, 0.9, 0.1), wantedAsset(TOTAL, 300, 0.1, 0.1)));
    questions.put(
        "targets for what is locked",
        wanted(held(wantedAsset(SAP, 300, 0, 1), 0.9, true, false), wantedAsset(TOTAL, 9, 0.3, 1)));
    questions.put(
        "many securities and few days",
        job(
            0.97,
            asset(SAP, 62, 0, 1),
            asset(TOTAL, 62, 0, 1),
            asset(VODAFONE, 62, 0, 1),
            asset(APPLE, 62, 0, 1)));
    return questions;
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
