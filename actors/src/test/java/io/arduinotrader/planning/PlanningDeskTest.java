package io.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.planning.domain.PlanSearch;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.planning.PlanFacts;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlanningCommand;
import io.arduinotrader.protocol.planning.PlanningCommand.CreatePlan;
import io.arduinotrader.protocol.planning.PlanningCommand.Holding;
import io.arduinotrader.protocol.planning.PlanningCommand.PlanOptions;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.planning.SearchCounters;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.support.ProbeRooms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.receptionist.Receptionist;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanningDeskTest {

  private static final PortfolioHash HASH = new PortfolioHash("3fa2b1c0");
  private static final PlanId ID = new PlanId(HASH, 4);

  private final ActorTestKit kit = EntityKit.create();
  private final ProbeRooms rooms = new ProbeRooms(kit);
  private final TestProbe<PlanProgress> caller = kit.createTestProbe();
  private final ActorRef<PlanningCommand> desk =
      kit.spawn(
          PlanningDesk.create(rooms, () -> Market.NOW, Market.SETTINGS, ForkJoinPool.commonPool()));

  private final ActorRef<PlanningWork> worker =
      kit.spawn(PlanningWorker.create(ForkJoinPool.commonPool()));

  /** What the last kept plan was made from. */
  private PlanFacts facts = PlanFacts.of(Plans.with("0").inputs());

  @BeforeEach
  void furnish() {
    rooms.answer(ValuationQuery.KEY, query -> value("10000.00", query));
    rooms.answer(
        UniverseCommand.KEY,
        UniverseCommand.DEFAULT_ID,
        command ->
            ((UniverseCommand.GetUniverse) command)
                .replyTo()
                .tell(new UniverseCommand.UniverseView(List.of(Market.APPLE, Market.SAP))));
    rooms.answer(
        MarketDataQuery.KEY,
        query -> ((MarketDataQuery.GetQuotes) query).replyTo().tell(Market.quotes()));
    rooms.answer(
        TradingCommand.KEY,
        AccountId.DEFAULT.value(),
        command ->
            ((TradingCommand.GetTrading) command)
                .replyTo()
                .tell(Market.trading(List.of(), List.of())));
    for (SecurityRecord security : List.of(Market.APPLE, Market.SAP)) {
      rooms.answer(
          SecurityCommand.KEY,
          security.isin().value(),
          command -> ((SecurityCommand.GetSecurity) command).replyTo().tell(Market.view(security)));
    }
  }

  @AfterEach
  void stop() {
    kit.shutdownTestKit();
  }

  @Test
  void aPlanIsNumberedMadeKeptAndTold() {
    desk.tell(request(List.of(), List.of(new TargetWeight(Market.APPLE.isin(), 0.5))));

    number();
    PlanCommand.KeepPlan keep = keptBy(keeper());
    assertThat(keep.plan().id()).isEqualTo(ID);
    assertThat(keep.plan().steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.side()).isEqualTo(Side.BUY);
              assertThat(step.isin()).isEqualTo(Market.APPLE.isin());
            });
    assertThat(keep.plan().findings().proven()).isTrue();
    caller.expectMessage(new PlanProgress.At(ID, 0, "gathering what the plan depends on"));
    caller.expectMessage(new PlanProgress.At(ID, 20, "looking for candidates"));
    assertThat(hear(PlanProgress.Searching.class).id()).isEqualTo(ID);
    keep.replyTo().tell(new PlanCommand.PlansView(List.of(keep.plan()), List.of()));
    assertThat(hear(PlanProgress.Made.class).plan()).isEqualTo(keep.plan());
  }

  @Test
  void theBestSoFarIsNotedWhileTheSearchGoesOn() {
    kit.stop(worker);
    TestProbe<PlanningWork> slow = kit.createTestProbe();
    kit.system().receptionist().tell(Receptionist.register(PlanningWork.WORKERS, slow.getRef()));
    desk.tell(request(List.of(), List.of(new TargetWeight(Market.APPLE.isin(), 0.5))));
    number();

    PlanningWork.Job job =
        slow.expectMessageClass(PlanningWork.Search.class, Duration.ofSeconds(30)).job();
    List<Integer> part = List.of(job.part().first());
    job.watcher()
        .tell(
            new PlanningWork.Sighting(
                new PartResult(
                    part,
                    List.of(new PartResult.Found(part, 0.9, 2.5)),
                    new SearchCounters(1, 1, 0, 90),
                    false,
                    1)));

    Plan soFar =
        keeper().expectMessageClass(PlanCommand.NotePlan.class, Duration.ofSeconds(30)).soFar();
    assertThat(soFar.id()).isEqualTo(ID);
    assertThat(soFar.status()).isEqualTo(Plan.Status.DRAFT);
    assertThat(soFar.steps()).singleElement().extracting(Plan.Step::side).isEqualTo(Side.BUY);
  }

  @Test
  void aKeptPlanCanBeMadeAgainFromItsFacts() {
    Plan plan = made(ID);
    PlanInputs inputs = facts.with(settings(plan.findings().settings()));

    assertThat(PlanSearch.inputsHash(inputs)).isEqualTo(plan.inputsHash());
    assertThat(
            ((PlanSearch.Ready) PlanSearch.prepare(inputs))
                .search()
                .planAlone(SearchWatch.PATIENT, plan.id(), plan.createdAt()))
        .isEqualTo(plan);
  }

  @Test
  void knobsOfTheRequestGoOverThoseOfTheNode() {
    desk.tell(
        request(
            Map.of("max_plan_depth", "1", "beam_width", "3"),
            List.of(new TargetWeight(Market.APPLE.isin(), 0.5))));

    number();
    assertThat(kept().findings().settings())
        .contains("max_plan_depth = 1")
        .contains("beam_width = 3")
        .contains("min_cash_reserve = 500");
  }

  @Test
  void everyKnobThatIsNotUnderstoodIsNamed() {
    desk.tell(request(Map.of("beam", "3", "max_plan_depth", "99"), List.of()));

    assertThat(caller.expectMessageClass(PlanProgress.Misread.class).problems())
        .extracting(Refusal::field)
        .containsExactly("beam", "max_plan_depth");
  }

  @Test
  void d23WithoutTargetsTheOptimizationIsAskedOnceAndItsFailureIsTold() {
    List<OptimizationCommand> asked = new CopyOnWriteArrayList<>();
    rooms.answer(
        OptimizationCommand.KEY,
        command -> {
          asked.add(command);
          ((OptimizationCommand.OptimizeAllocation) command)
              .replyTo()
              .tell(new AllocationReply.Infeasible(List.of("SAP needs 30 % of 20 %")));
        });
    desk.tell(request(List.of(), List.of()));

    number();
    assertThat(kept().findings().summary())
        .contains("There are no target weights: SAP needs 30 % of 20 %.");
    assertThat(asked)
        .singleElement()
        .isInstanceOfSatisfying(
            OptimizationCommand.OptimizeAllocation.class,
            question -> {
              assertThat(question.account()).isEqualTo(AccountId.DEFAULT);
              assertThat(question.limits()).isEqualTo(OptimizationCommand.Limits.none());
            });
    assertThat(facts.targetsMissing()).isEqualTo("SAP needs 30 % of 20 %");
    assertThat(facts.securities())
        .extracting(PlanSecurity::isin)
        .containsExactly(Market.SAP.isin(), Market.APPLE.isin());
  }

  @Test
  void d23WithoutAnAnswerOfTheOptimizationNoPlanIsMadeByOtherRules() {
    rooms.cutOff(OptimizationCommand.KEY);
    desk.tell(request(List.of(), List.of()));

    number();
    assertThat(hear(PlanProgress.Failed.class).reason()).contains("can be reached");
  }

  @Test
  void theSameStateGivesTheSamePlanUnderAnotherNumber() {
    Plan first = made(ID);
    Plan second = made(new PlanId(HASH, 5));

    assertThat(second.inputsHash()).isEqualTo(first.inputsHash());
    assertThat(second.steps()).isEqualTo(first.steps());
    assertThat(second.id()).isNotEqualTo(first.id());
  }

  @Test
  void withNeitherPositionsNorCashThereIsNothingToPlan() {
    rooms.answer(ValuationQuery.KEY, query -> value("0.00", query));

    desk.tell(request(List.of(), List.of(new TargetWeight(Market.APPLE.isin(), 0.5))));

    assertThat(refused()).isEqualTo(RefusalCode.NOTHING_TO_WORK_WITH);
  }

  @Test
  void withoutTheAccountNothingStarts() {
    rooms.cutOff(ValuationQuery.KEY);

    desk.tell(request(List.of(), List.of()));

    assertThat(refused()).isEqualTo(RefusalCode.UNAVAILABLE);
  }

  @Test
  void aSecurityWithoutPriceFailsThePlan() {
    rooms.answer(
        MarketDataQuery.KEY,
        query ->
            ((MarketDataQuery.GetQuotes) query)
                .replyTo()
                .tell(new MarketDataQuery.Quotes(List.of(), List.of(), List.of(Market.DOLLARS))));
    desk.tell(
        request(
            List.of(new Holding(Market.SAP.isin(), Quantity.of(3))),
            List.of(new TargetWeight(Market.APPLE.isin(), 0.5))));

    number();
    assertThat(hear(PlanProgress.Failed.class).reason())
        .contains("SAP.DE is held, but no price is known");
  }

  @Test
  void oneTooManyIsRefusedUntilAnotherIsDone() {
    CreatePlan request = request(List.of(), List.of(new TargetWeight(Market.APPLE.isin(), 0.5)));
    for (int i = 0; i < Market.SETTINGS.pools().concurrentPlans(); i++) {
      desk.tell(request);
    }
    PlanCommand.NextPlan first = keeper().expectMessageClass(PlanCommand.NextPlan.class);
    keeper().expectMessageClass(PlanCommand.NextPlan.class);
    desk.tell(request);
    assertThat(refused()).isEqualTo(RefusalCode.BUSY);

    first.replyTo().tell(new PlanCommand.NumberedPlan(ID));
    kept();
    caller.fishForMessage(
        Duration.ofSeconds(3),
        progress ->
            progress instanceof PlanProgress.Made
                ? FishingOutcomes.complete()
                : FishingOutcomes.continueAndIgnore());
    desk.tell(request);
    keeper().expectMessageClass(PlanCommand.NextPlan.class);
  }

  private Plan made(PlanId id) {
    desk.tell(request(List.of(), List.of(new TargetWeight(Market.APPLE.isin(), 0.5))));
    keeper()
        .expectMessageClass(PlanCommand.NextPlan.class)
        .replyTo()
        .tell(new PlanCommand.NumberedPlan(id));
    Plan plan = kept();
    hear(PlanProgress.Made.class);
    return plan;
  }

  private void number() {
    keeper()
        .expectMessageClass(PlanCommand.NextPlan.class)
        .replyTo()
        .tell(new PlanCommand.NumberedPlan(ID));
  }

  private Plan kept() {
    PlanCommand.KeepPlan keep = keptBy(keeper());
    keep.replyTo().tell(new PlanCommand.PlansView(List.of(keep.plan()), List.of()));
    facts = keep.facts();
    return keep.plan();
  }

  /** The plan it is told to keep; before that it may be told drafts. */
  private static PlanCommand.KeepPlan keptBy(TestProbe<PlanCommand> keeper) {
    return (PlanCommand.KeepPlan)
        keeper
            .fishForMessage(
                Duration.ofSeconds(30),
                command ->
                    command instanceof PlanCommand.KeepPlan
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore())
            .getLast();
  }

  /** The first message of the kind; the search may tell any number of others before. */
  private <P extends PlanProgress> P hear(Class<P> kind) {
    return kind.cast(
        caller
            .fishForMessage(
                Duration.ofSeconds(30),
                progress ->
                    kind.isInstance(progress)
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore())
            .getLast());
  }

  private static PlannerSettings settings(String lines) {
    Map<String, String> knobs =
        lines
            .lines()
            .map(line -> line.split(" = ", 2))
            .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    return ((SettingsText.Read) SettingsText.read(knobs)).settings();
  }

  private CreatePlan request(Map<String, String> knobs, List<TargetWeight> targets) {
    return new CreatePlan(
        AccountId.DEFAULT,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        targets,
        new PlanOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            knobs),
        caller.getRef());
  }

  private TestProbe<PlanCommand> keeper() {
    return rooms.entity(PlanCommand.KEY, HASH.value());
  }

  private RefusalCode refused() {
    return caller.expectMessageClass(PlanProgress.Refused.class).refusal().code();
  }

  private CreatePlan request(List<Holding> holdings, List<TargetWeight> targets) {
    return new CreatePlan(
        AccountId.DEFAULT,
        Optional.empty(),
        holdings,
        Optional.empty(),
        targets,
        PlanOptions.none(),
        caller.getRef());
  }

  private static void value(String cash, ValuationQuery query) {
    Money free = Money.of(cash, Currency.EUR);
    Money zero = Money.zero(Currency.EUR);
    ((ValuationQuery.GetValuation) query)
        .replyTo()
        .tell(
            new ValuationQuery.Valued(
                new PortfolioView(
                    AccountId.DEFAULT,
                    0,
                    Digest.EMPTY,
                    List.of(),
                    List.of(free),
                    List.of(),
                    Optional.empty()),
                new AccountValue(
                    List.of(),
                    zero,
                    free,
                    free,
                    zero,
                    zero,
                    BigDecimal.ZERO,
                    List.of(),
                    List.of(),
                    BigDecimal.ZERO),
                HASH,
                Optional.empty(),
                Market.NOW));
  }
}
