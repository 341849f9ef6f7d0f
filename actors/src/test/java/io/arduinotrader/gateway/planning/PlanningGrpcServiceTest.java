package io.arduinotrader.gateway.planning;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static io.arduinotrader.gateway.planning.PlanSamples.costing;
import static io.arduinotrader.gateway.planning.PlanSamples.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.common.Position;
import io.arduinotrader.protocol.grpc.planning.CreatePlanRequest;
import io.arduinotrader.protocol.grpc.planning.GetBestResultRequest;
import io.arduinotrader.protocol.grpc.planning.GetPlanRequest;
import io.arduinotrader.protocol.grpc.planning.GetPlanResponse;
import io.arduinotrader.protocol.grpc.planning.ListPlansRequest;
import io.arduinotrader.protocol.grpc.planning.ListPlansResponse;
import io.arduinotrader.protocol.grpc.planning.Plan;
import io.arduinotrader.protocol.grpc.planning.PlanStatus;
import io.arduinotrader.protocol.grpc.planning.PlanUpdate;
import io.arduinotrader.protocol.grpc.planning.PlanningServiceClient;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan.Status;
import io.arduinotrader.protocol.planning.PlanCommand.GetPlans;
import io.arduinotrader.protocol.planning.PlanCommand.PlansView;
import io.arduinotrader.protocol.planning.PlanIndexQuery.ListPlans;
import io.arduinotrader.protocol.planning.PlanIndexQuery.PlanIds;
import io.arduinotrader.protocol.planning.PlanProgress;
import io.arduinotrader.protocol.planning.PlanningCommand.CreatePlan;
import io.arduinotrader.protocol.planning.PlanningCommand.TargetWeight;
import io.arduinotrader.protocol.planning.SearchCounters;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanningGrpcServiceTest extends GatewayTest {

  private static final PlanId ID = new PlanId(Samples.HASH, 4);

  private PlanningServiceClient client;

  @BeforeEach
  void script() {
    client = PlanningServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetValuation.class, asked -> Samples.valued());
    rooms.on(
        GetPlans.class,
        asked ->
            new PlansView(
                List.of(
                    plan(1, 60, Status.DRAFT),
                    plan(2, 40, Status.READY),
                    plan(3, 50, Status.READY),
                    plan(4, 50, Status.READY)),
                List.of()));
  }

  @Test
  void streamsProgressUpToThePlan() {
    rooms.onMany(
        CreatePlan.class,
        asked ->
            List.of(
                new PlanProgress.At(ID, 0, "initializing"),
                new PlanProgress.At(ID, 40, "generating candidates"),
                new PlanProgress.At(ID, 20, "building context"),
                new PlanProgress.At(ID, 100, "evaluating sequences"),
                new PlanProgress.Made(plan(4, 50, Status.READY))));
    List<PlanUpdate> updates = get(create(CreatePlanRequest.newBuilder()));

    assertThat(updates).extracting(PlanUpdate::getProgressPct).containsExactly(0, 40, 40, 99, 100);
    assertThat(updates).extracting(PlanUpdate::getPlanId).containsOnly("0a1b2c3d-4");
    assertThat(updates)
        .extracting(PlanUpdate::getComplete)
        .containsExactly(false, false, false, false, true);
    Plan made = updates.getLast().getPlan();
    assertThat(made.getPortfolioHash()).isEqualTo("0a1b2c3d");
    assertThat(made.getStatus()).isEqualTo(PlanStatus.READY);
    assertThat(made.getActions(0).getReason()).isEqualTo("It is cheap. It is sound.");
    assertThat(made.getActions(0).getPriority()).isEqualTo(1);
  }

  @Test
  void tellsAFailureInTheLastMessage() {
    rooms.on(CreatePlan.class, asked -> new PlanProgress.Failed(ID, "no prices"));
    List<PlanUpdate> updates = get(create(CreatePlanRequest.newBuilder()));
    assertThat(updates).hasSize(1);
    assertThat(updates.getFirst().getComplete()).isTrue();
    assertThat(updates.getFirst().getProgressPct()).isEqualTo(100);
    assertThat(updates.getFirst().getError()).isEqualTo("no prices");
    assertThat(updates.getFirst().hasPlan()).isFalse();
  }

  @Test
  void refusesBeforeTheFirstMessage() {
    refuse(RefusalCode.NOTHING_TO_WORK_WITH);
    assertThat(code(create(CreatePlanRequest.newBuilder())))
        .isEqualTo(io.grpc.Status.Code.FAILED_PRECONDITION);
    refuse(RefusalCode.BUSY);
    assertThat(code(create(CreatePlanRequest.newBuilder())))
        .isEqualTo(io.grpc.Status.Code.RESOURCE_EXHAUSTED);
    refuse(RefusalCode.UNAVAILABLE);
    assertThat(code(create(CreatePlanRequest.newBuilder())))
        .isEqualTo(io.grpc.Status.Code.UNAVAILABLE);
  }

  @Test
  void handsOptionsOn() {
    rooms.on(CreatePlan.class, asked -> new PlanProgress.Made(plan(4, 50, Status.READY)));
    get(
        create(
            CreatePlanRequest.newBuilder()
                .addPositions(Position.newBuilder().setIsin("DE0007164600").setQuantity(10))
                .setAvailableCash(money("500"))
                .setMonthlyDeposit(money("250"))
                .setMaxPositions(7)
                .setTargetAllocationPct(90)
                .putConstraints("transaction_cost_fixed", "2.0")
                .putConstraints("max_plan_depth", "5")
                .putConstraints("cash_after", "1000")
                .putConstraints("max_portfolio_volatility", "0.2")
                .putConstraints("target_AAPL.US", "0.25")));

    CreatePlan asked = rooms.told(CreatePlan.class).getFirst();
    assertThat(asked.holdings()).hasSize(1);
    assertThat(asked.targets()).containsExactly(new TargetWeight(Samples.APPLE_ISIN, 0.25));
    assertThat(asked.options().monthlyDeposit())
        .contains(io.arduinotrader.protocol.vocab.Money.of("250", Currency.EUR));
    assertThat(asked.options().maximumPositions()).contains(7);
    assertThat(asked.options().investedTarget()).contains(new BigDecimal("0.9"));
    assertThat(asked.options().knobs())
        .containsOnly(entry("transaction_cost_fixed", "2.0"), entry("max_plan_depth", "5"));
    assertThat(asked.options().cashAfter())
        .contains(io.arduinotrader.protocol.vocab.Money.of("1000", Currency.EUR));
    assertThat(asked.options().largestRisk()).contains(0.2);
  }

  @Test
  void listsEverythingWrongWithAnOrderForAPlan() {
    assertThat(
            fields(
                create(
                    CreatePlanRequest.newBuilder()
                        .setPortfolioHash("XYZ")
                        .addPositions(Position.newBuilder().setQuantity(-1))
                        .setAvailableCash(money("-1"))
                        .setMonthlyDeposit(money(""))
                        .setMaxPositions(-1)
                        .setTargetAllocationPct(101)
                        .putConstraints("cash_after", "much")
                        .putConstraints("max_portfolio_volatility", "1.5")
                        .putConstraints("target_AAPL.US", "1.1"))))
        .containsExactly(
            "portfolio_hash",
            "positions[0].isin",
            "positions[0].quantity",
            "available_cash.amount",
            "monthly_deposit.amount",
            "max_positions",
            "target_allocation_pct",
            "constraints.cash_after",
            "constraints.max_portfolio_volatility",
            "constraints.target_AAPL.US");
    assertThat(fields(create(CreatePlanRequest.newBuilder().putConstraints("target_GONE", "0.1"))))
        .containsExactly("constraints.target_GONE");
  }

  @Test
  void listsEveryKnobThePlannerDoesNotUnderstand() {
    rooms.on(
        CreatePlan.class,
        asked ->
            new PlanProgress.Misread(
                List.of(
                    new Refusal(RefusalCode.UNKNOWN_OPTION, "there is none", "beam"),
                    new Refusal(RefusalCode.UNKNOWN_OPTION, "must be a number", "weight_gap"))));

    assertThat(fields(create(CreatePlanRequest.newBuilder().putConstraints("beam", "10"))))
        .containsExactly("constraints.beam", "constraints.weight_gap");
  }

  @Test
  void tellsHowFarTheSearchIs() {
    PlanId id = new PlanId(new PortfolioHash("0a1b2c3d"), 4);
    rooms.onMany(
        CreatePlan.class,
        asked ->
            List.of(
                new PlanProgress.Searching(id, new SearchCounters(1000, 300, 200, 61.25)),
                new PlanProgress.Made(plan(4, 50, Status.READY))));

    PlanUpdate update = get(create(CreatePlanRequest.newBuilder())).getFirst();
    assertThat(update.getCurrentStep())
        .isEqualTo("1,000 sequences, 300 evaluated, 200 left out, best score 61.3");
    assertThat(update.getProgressPct()).isEqualTo(60);
  }

  @Test
  void findsAPlanByIdOrByTheHashOfItsState() {
    assertThat(find("0a1b2c3d-2").getPlan().getId()).isEqualTo("0a1b2c3d-2");
    assertThat(find("0a1b2c3d").getPlan().getId()).isEqualTo("0a1b2c3d-4");
    assertThat(find("0a1b2c3d-9").getFound()).isFalse();
    assertThat(find("whatever").getFound()).isFalse();
    assertThat(fields(client.getPlan(GetPlanRequest.getDefaultInstance())))
        .containsExactly("plan_id");
  }

  @Test
  void listsTheBestFirst() {
    ListPlansResponse response =
        get(
            client.listPlans(
                ListPlansRequest.newBuilder()
                    .setPortfolioHash("0a1b2c3d")
                    .setLimit(2)
                    .setOffset(1)
                    .build()));
    assertThat(response.getPlansList())
        .extracting(Plan::getId)
        .containsExactly("0a1b2c3d-4", "0a1b2c3d-3");
    assertThat(response.getTotal()).isEqualTo(4);
    rooms.on(
        ListPlans.class,
        asked -> new PlanIds(List.of(new PlanId(Samples.HASH, 3), new PlanId(Samples.HASH, 1)), 9));
    ListPlansResponse all = get(client.listPlans(ListPlansRequest.getDefaultInstance()));
    assertThat(all.getPlansList())
        .extracting(Plan::getId)
        .containsExactly("0a1b2c3d-3", "0a1b2c3d-1");
    assertThat(all.getTotal()).isEqualTo(9);
  }

  @Test
  void prefersAPlanThatCanBeExecuted() {
    assertThat(
            get(client.getBestResult(GetBestResultRequest.getDefaultInstance())).getPlan().getId())
        .isEqualTo("0a1b2c3d-4");
    rooms.on(GetPlans.class, asked -> new PlansView(List.of(), List.of()));
    assertThat(get(client.getBestResult(GetBestResultRequest.getDefaultInstance())).getFound())
        .isFalse();
  }

  @Test
  void whatWasBestAtOtherPricesIsNoAdvice() {
    Digest today = Digest.of(new byte[] {1});
    rooms.on(
        GetPlans.class,
        asked ->
            new PlansView(
                List.of(
                    plan(1, 90, Status.READY),
                    costing("5", plan(2, 50, today)),
                    costing("3", plan(3, 50, today)),
                    costing("4", plan(4, 50, today))),
                List.of()));

    assertThat(
            get(client.getBestResult(GetBestResultRequest.getDefaultInstance())).getPlan().getId())
        .isEqualTo("0a1b2c3d-3");
  }

  @Test
  void whileAPlanIsMadeItsBestSoFarIsTheAnswer() {
    Digest today = Digest.of(new byte[] {2});
    io.arduinotrader.protocol.planning.Plan soFar = plan(5, 45, today).withStatus(Status.DRAFT);
    rooms.on(GetPlans.class, asked -> new PlansView(List.of(), List.of(soFar)));

    Plan best = get(client.getBestResult(GetBestResultRequest.getDefaultInstance())).getPlan();
    assertThat(best.getId()).isEqualTo("0a1b2c3d-5");
    assertThat(best.getStatus()).isEqualTo(PlanStatus.DRAFT);
    assertThat(best.getActionsCount()).isEqualTo(1);
    assertThat(find("0a1b2c3d-5").getFound()).isFalse();
    assertThat(find("0a1b2c3d").getFound()).isFalse();
  }

  @Test
  void whatIsBeingMadeDoesNotHideAFinishedPlanOfOtherInputs() {
    Digest yesterday = Digest.of(new byte[] {1});
    Digest today = Digest.of(new byte[] {2});
    rooms.on(
        GetPlans.class,
        asked ->
            new PlansView(
                List.of(plan(4, 40, yesterday)),
                List.of(plan(5, 90, today).withStatus(Status.DRAFT))));

    assertThat(
            get(client.getBestResult(GetBestResultRequest.getDefaultInstance())).getPlan().getId())
        .isEqualTo("0a1b2c3d-4");
  }

  @Test
  void aFinishedPlanOfTheSameInputsIsBetterThanOneThatIsBeingMade() {
    Digest today = Digest.of(new byte[] {2});
    rooms.on(
        GetPlans.class,
        asked ->
            new PlansView(
                List.of(plan(4, 40, today)), List.of(plan(5, 45, today).withStatus(Status.DRAFT))));

    assertThat(
            get(client.getBestResult(GetBestResultRequest.getDefaultInstance())).getPlan().getId())
        .isEqualTo("0a1b2c3d-4");
  }

  private void refuse(RefusalCode code) {
    rooms.on(CreatePlan.class, asked -> new PlanProgress.Refused(Refusal.of(code, "why")));
  }

  private GetPlanResponse find(String id) {
    return get(client.getPlan(GetPlanRequest.newBuilder().setPlanId(id).build()));
  }

  private CompletionStage<List<PlanUpdate>> create(CreatePlanRequest.Builder request) {
    return client.createPlan(request.build()).runWith(Sink.seq(), gateway.kit.system());
  }

  private static Money money(String amount) {
    return Money.newBuilder().setAmount(amount).setCurrency("EUR").build();
  }
}
