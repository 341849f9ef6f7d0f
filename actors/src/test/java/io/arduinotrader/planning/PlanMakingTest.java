package io.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.planning.domain.PlanSearch;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.planning.SearchCounters;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.WorkPool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanMakingTest {

  private static final PlanId ID = new PlanId(new PortfolioHash("3fa2b1c0"), 4);
  private static final Duration AMPLE = Duration.ofMinutes(1);
  private static final Executor THREADS = ForkJoinPool.commonPool();

  /** A job that is given to it is never begun. */
  private static final Executor NEVER = job -> {};

  private final List<Plan> drafts = new CopyOnWriteArrayList<>();
  private final ActorTestKit kit = EntityKit.create();
  private final TestProbe<PlanProgress> caller = kit.createTestProbe();
  private ActorRef<WorkPool.Command<PlanningWork.Job, PlanningWork, PlanningWork.Result>> pool =
      pool();

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void aPlanOfManyWorkersIsThePlanOfOne() throws Exception {
    PlanInputs inputs = wishes(10, 4).inputs();
    for (int worker = 0; worker < 3; worker++) {
      kit.spawn(PlanningWorker.create(THREADS));
    }

    assertThat(made(inputs, AMPLE)).isEqualTo(alone(inputs));
  }

  @Test
  void aPartWhoseWorkerIsLostIsSearchedAgain() throws Exception {
    PlanInputs inputs = wishes(10, 4).inputs();
    ActorRef<PlanningWork> dying = kit.spawn(PlanningWorker.create(NEVER));
    CompletableFuture<Plan> plan = start(inputs, AMPLE);
    caller.expectMessageClass(PlanProgress.Searching.class);
    kit.spawn(PlanningWorker.create(THREADS));

    kit.stop(dying);

    assertThat(plan.get(30, TimeUnit.SECONDS)).isEqualTo(alone(inputs));
  }

  /** D22: progress is counted, not staged. */
  @Test
  void aSearchWhoseTimeIsOverSaysHowFarItCame() throws Exception {
    kit.spawn(PlanningWorker.create(THREADS));

    List<SearchCounters> told = new CopyOnWriteArrayList<>();
    ActorRef<PlanProgress> listener =
        kit.spawn(
            Behaviors.receiveMessage(
                progress -> {
                  told.add(((PlanProgress.Searching) progress).counters());
                  return Behaviors.same();
                }));

    Plan plan =
        start(endless().inputs(), Duration.ofMillis(900), listener).get(30, TimeUnit.SECONDS);

    assertThat(plan.findings().proven()).isFalse();
    assertThat(plan.findings().remaining()).isPositive();
    assertThat(told).hasSizeGreaterThanOrEqualTo(4);
    assertThat(told).extracting(SearchCounters::evaluated).isSorted();
    assertThat(told).extracting(SearchCounters::pruned).isSorted();
    assertThat(told).extracting(SearchCounters::bestScore).isSorted();
    assertThat(told.getLast().evaluated()).isPositive();
  }

  @Test
  void whenTheCallerIsGoneTheWorkStops() {
    AtomicInteger busy = new AtomicInteger();
    kit.spawn(
        PlanningWorker.create(
            job ->
                THREADS.execute(
                    () -> {
                      busy.incrementAndGet();
                      job.run();
                      busy.decrementAndGet();
                    })));
    CompletableFuture<Plan> plan = start(endless().inputs(), AMPLE);
    caller.receiveSeveralMessages(3);
    await().atMost(AMPLE).until(() -> busy.get() == 1);
    assertThat(plan).isNotDone();

    caller.stop();

    assertThatThrownBy(() -> plan.get(30, TimeUnit.SECONDS))
        .isInstanceOfAny(CancellationException.class, ExecutionException.class);
    await("the thread of the worker is free").atMost(AMPLE).until(() -> busy.get() == 0);
  }

  @Test
  void theBestSoFarIsToldWhileTheSearchGoesOn() {
    kit.spawn(PlanningWorker.create(THREADS));

    CompletableFuture<Plan> plan = start(endless().inputs(), AMPLE);

    await("a draft that is told again").atMost(AMPLE).until(() -> drafts.size() >= 3);
    assertThat(plan).isNotDone();
    assertThat(drafts)
        .allSatisfy(
            draft -> {
              assertThat(draft.id()).isEqualTo(ID);
              assertThat(draft.status()).isEqualTo(Plan.Status.DRAFT);
              assertThat(draft.steps()).isNotEmpty();
              assertThat(draft.score()).isGreaterThan(draft.scoreBefore());
              assertThat(draft.findings().proven()).isFalse();
              assertThat(draft.findings().remaining()).isPositive();
              assertThat(draft.findings().scenarios()).isEmpty();
              assertThat(draft.findings().summary())
                  .anyMatch(sentence -> sentence.contains("and the search goes on; another one"));
            });
    assertThat(drafts).extracting(Plan::score).isSorted();
  }

  /** Two desks share the worker, and each has a job for it. */
  @Test
  void aJobThatIsStoppedBeforeItBeginsLeavesThePlanUnproven() throws Exception {
    kit.spawn(PlanningWorker.create(THREADS));
    CompletableFuture<Plan> first = start(endless().inputs(), AMPLE);
    await().atMost(AMPLE).until(() -> !drafts.isEmpty());
    pool = pool();

    Plan second = start(wishes(10, 4).inputs(), Duration.ofMillis(300)).get(30, TimeUnit.SECONDS);

    assertThat(second.findings().proven()).isFalse();
    assertThat(first).isNotDone();
  }

  /** D2: a stage that fails is not left out. */
  @Test
  void aPartThatFailsFailsThePlan() {
    kit.spawn(
        Behaviors.<PlanningWork>setup(
            context -> {
              context
                  .getSystem()
                  .receptionist()
                  .tell(Receptionist.register(PlanningWork.WORKERS, context.getSelf()));
              return Behaviors.receiveMessage(
                  work -> {
                    if (work instanceof PlanningWork.Search search) {
                      search
                          .replyTo()
                          .tell(
                              new PlanningWork.Result(
                                  search.number(), Optional.empty(), "a part failed: why"));
                    }
                    return Behaviors.same();
                  });
            }));

    CompletableFuture<Plan> plan = start(wishes(10, 4).inputs(), AMPLE);

    assertThatThrownBy(() -> plan.get(30, TimeUnit.SECONDS)).hasMessageContaining("a part failed");
  }

  @Test
  void impossibleInputsMakeNoPlan() {
    CompletableFuture<Plan> plan =
        start(Plans.with("0").and(Stock.number(1).target(0.5)).inputs(), AMPLE);

    assertThatThrownBy(() -> plan.get(5, TimeUnit.SECONDS))
        .hasMessageContaining("positions and cash are worth 0.00 EUR together");
  }

  private ActorRef<WorkPool.Command<PlanningWork.Job, PlanningWork, PlanningWork.Result>> pool() {
    return kit.spawn(
        WorkPool.create(
            new WorkPool.Form<>(
                PlanningWork.WORKERS,
                PlanningWork.Search::new,
                PlanningWork.Result::number,
                Optional.of(PlanningWork.Stop::new)),
            100,
            AMPLE,
            PlanningWork.Result.class));
  }

  private Plan made(PlanInputs inputs, Duration limit) throws Exception {
    return start(inputs, limit).get(30, TimeUnit.SECONDS);
  }

  private CompletableFuture<Plan> start(PlanInputs inputs, Duration limit) {
    return start(inputs, limit, caller.getRef());
  }

  private CompletableFuture<Plan> start(
      PlanInputs inputs, Duration limit, ActorRef<PlanProgress> listener) {
    CompletableFuture<Plan> made = new CompletableFuture<>();
    kit.spawn(
        PlanMaking.create(
            new PlanMaking.Order(ID, inputs, Stock.NOW, limit, listener, drafts::add, made),
            pool,
            THREADS));
    return made;
  }

  static Plan alone(PlanInputs inputs) {
    return ((PlanSearch.Ready) PlanSearch.prepare(inputs))
        .search()
        .planAlone(SearchWatch.PATIENT, ID, Stock.NOW);
  }

  /** So many securities that should all be bought, in plans of so many trades. */
  static Plans wishes(int securities, int depth) {
    return plans(
        depth,
        IntStream.rangeClosed(1, securities)
            .mapToObj(
                number ->
                    Stock.number(number)
                        .price(20 + number)
                        .score(0.5 + 0.005 * number)
                        .target(0.9 / securities)));
  }

  /**
   * A thousand million sequences of which only a few are calm enough, so that fewer are known than
   * are to be kept and none can be left out.
   */
  private static Plans endless() {
    return plans(
            10,
            IntStream.rangeClosed(1, 60)
                .mapToObj(number -> Stock.number(number).score(0.7).target(0.015)))
        .set("beam_width", 50)
        .risk(0.0035);
  }

  private static Plans plans(int depth, Stream<Stock> stocks) {
    return Plans.with("100000")
        .free()
        .set("max_plan_depth", depth)
        .set("max_opportunities_per_category", 20)
        .set("max_evaluations", 1_000_000_000)
        .and(stocks.toArray(Stock[]::new));
  }
}
