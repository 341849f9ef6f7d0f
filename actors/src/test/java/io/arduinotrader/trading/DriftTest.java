package io.arduinotrader.trading;

import static io.arduinotrader.trading.TradingHouse.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.GrpcErrors;
import io.arduinotrader.gateway.operations.OperationsGrpcService;
import io.arduinotrader.portfolio.PortfolioEntity;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.operations.ApproveDriftRequest;
import io.arduinotrader.protocol.grpc.operations.BookDrift;
import io.arduinotrader.protocol.grpc.operations.DriftsResponse;
import io.arduinotrader.protocol.grpc.operations.ListDriftsRequest;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.trading.BrokerView.Kind;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.TradingView.OpenDrift;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.trading.domain.Samples;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Differences between our books and the broker's are noted, never repaired by themselves, and made
 * good one by one on the word of a person (I14, I15).
 */
class DriftTest {

  private static final Isin SAP = Samples.SAP;
  private static final Isin SIEMENS = new Isin("DE0007236101");
  private static final Duration SOON = Duration.ofSeconds(30);

  private TradingHouse house;
  private OperationsGrpcService operations;
  private volatile List<DepositId> unsettled = List.of();
  private volatile boolean fillsHeldBack;
  private final CallContext.Source calls =
      new CallContext.Source(
          System::nanoTime, () -> UUID.randomUUID().toString(), Duration.ofSeconds(20));

  @BeforeEach
  void open(@TempDir Path folder) {
    house =
        new TradingHouse(
            folder,
            TradingHouse.impatient(),
            security("DE0007164600", "SAP.DE", "XETRA", Currency.EUR),
            security("DE0007236101", "SIE.DE", "XETRA", Currency.EUR));
    house.rooms.kind(CycleCommand.KEY, id -> Behaviors.receiveMessage(this::onCycle));
    house.rooms.kind(PortfolioCommand.KEY, id -> Behaviors.setup(this::books));
    house.quote(SAP, "100", Currency.EUR);
    house.deposit("d-1", Samples.eur("10000"));
    house.reconcile();
    operations =
        new OperationsGrpcService(
            new Edge(
                house.kit.system(),
                house.rooms,
                calls,
                house::now,
                () -> LocalDate.of(2026, 5, 4)));
    assertThat(house.place(Samples.intent("a", Side.BUY, "10")).phase())
        .isEqualTo(OrderPhase.FILLED);
    await().atMost(SOON).until(() -> house.trading().open().isEmpty());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aDifferenceIsNotedOverRestartsAndChangesNoBookUntilItIsApproved() {
    PortfolioView before = house.portfolio();
    house.broker.noteDeposit(new DepositId("past-us"), Samples.eur("50"));
    OpenDrift drift = noted(Kind.CASH);
    house.rooms.stopEntities();
    assertThat(house.trading().drifts()).containsExactly(drift);
    assertThat(house.portfolio().cash()).as("no book is changed").isEqualTo(before.cash());

    BookDrift listed = list().getDrifts(0);
    assertThat(listed.getDriftId()).isEqualTo(drift.id());
    assertThat(listed.getKind()).isEqualTo("cash");
    DriftsResponse rest = approve(drift.id());

    assertThat(rest.getDriftsList()).isEmpty();
    assertThat(house.trading().drifts()).isEmpty();
    assertThat(house.portfolio().balance(Currency.EUR))
        .isEqualTo(before.balance(Currency.EUR).plus(Samples.eur("50")));
    house.rooms.stopEntities();
    assertThat(house.portfolio().balance(Currency.EUR))
        .isEqualTo(before.balance(Currency.EUR).plus(Samples.eur("50")));
    assertRefused(() -> approve(drift.id()), Status.Code.NOT_FOUND);
    assertThat(house.portfolio().balance(Currency.EUR))
        .as("an approval counts once")
        .isEqualTo(before.balance(Currency.EUR).plus(Samples.eur("50")));
  }

  @Test
  void aDifferenceThatGoesAwayIsForgotten() {
    house.broker.noteDeposit(new DepositId("late"), Samples.eur("50"));
    noted(Kind.CASH);
    house.change(
        new PortfolioRequest.BookDeposit(new DepositId("late"), Samples.eur("50"), "late"));
    await().atMost(SOON).until(() -> house.trading().drifts().isEmpty());
  }

  @Test
  void anApprovalIsForTheFiguresItWasGivenFor() {
    house.broker.noteDeposit(new DepositId("one"), Samples.eur("50"));
    OpenDrift seen = noted(Kind.CASH);
    PortfolioView before = house.portfolio();
    house.broker.noteDeposit(new DepositId("two"), Samples.eur("7"));
    await().atMost(SOON).until(() -> !house.trading().drifts().equals(List.of(seen)));
    assertRefused(() -> approve(seen.id()), Status.Code.NOT_FOUND);
    assertThat(house.portfolio().cash()).isEqualTo(before.cash());
  }

  @Test
  void whatAnOpenOrderFilledIsNotBookedTwice() {
    Position bought = position(SAP);
    fillsHeldBack = true;
    house.placeUnheard(Samples.intent("b", Side.BUY, "5"));
    noted(Kind.CASH);
    noted(Kind.QUANTITY);
    assertThat(house.trading().drifts())
        .hasSize(2)
        .allSatisfy(
            drift ->
                assertRefused(() -> approve(drift.id()), Status.Code.FAILED_PRECONDITION, "order"));
    fillsHeldBack = false;
    await().atMost(SOON).until(() -> house.trading().open().isEmpty());
    assertThat(position(SAP).quantity()).isEqualTo(bought.quantity().plus(Quantity.of(5)));
    await().atMost(SOON).until(() -> house.trading().drifts().isEmpty());
  }

  @Test
  void aDepositOnItsWayIsNotBookedTwice() {
    DepositId late = new DepositId("late");
    unsettled = List.of(late);
    house.broker.noteDeposit(late, Samples.eur("50"));
    OpenDrift drift = noted(Kind.CASH);
    assertRefused(() -> approve(drift.id()), Status.Code.FAILED_PRECONDITION, "deposit late");
    house.change(new PortfolioRequest.BookDeposit(late, Samples.eur("50"), "late"));
    await().atMost(SOON).until(() -> house.trading().drifts().isEmpty());
  }

  @Test
  void aFigureThatMovedSinceItWasNotedIsNotApproved() {
    house.broker.noteDeposit(new DepositId("one"), Samples.eur("50"));
    OpenDrift seen = noted(Kind.CASH);
    house.broker.beforeBooks =
        () ->
            house.broker.noteDeposit(new DepositId(UUID.randomUUID().toString()), Samples.eur("1"));
    PortfolioView before = house.portfolio();
    assertRefused(() -> approve(seen.id()), Status.Code.FAILED_PRECONDITION, "look again");
    assertThat(house.portfolio().cash()).isEqualTo(before.cash());
  }

  @Test
  void readingsSomebodyAsksForConfirmNothing() {
    house.reconcile(Duration.ofHours(1));
    house.broker.noteDeposit(new DepositId("past-us"), Samples.eur("50"));
    for (int reading = 0; reading < 3; reading++) {
      assertThat(house.reconciled().join().drifts()).isEmpty();
    }
  }

  @Test
  void moreSharesAtTheBrokerKeepTheAverage() {
    Position bought = position(SAP);
    state(new Holding(SAP, Samples.SAP_DE, Quantity.of(7), average(bought), euro()));
    approve(noted(Kind.QUANTITY).id());
    assertThat(position(SAP).quantity()).isEqualTo(Quantity.of(10));
    assertThat(position(SAP).averagePrice()).isEqualTo(bought.averagePrice());
  }

  @Test
  void sharesTheBrokerDoesNotHaveAreClosed() {
    Position bought = position(SAP);
    state(
        new Holding(SAP, Samples.SAP_DE, Quantity.of(10), average(bought), euro()),
        new Holding(
            SIEMENS, new Symbol("SIE.DE"), Quantity.of(2), Price.of("1", Currency.EUR), euro()));
    approve(noted(Kind.MISSING_AT_BROKER).id());
    assertThat(position(SIEMENS).quantity()).isEqualTo(Quantity.ZERO);
    assertThat(position(SAP)).isEqualTo(bought);
  }

  @Test
  void sharesOurBooksKnowNothingOfNeedAPriceFromAPerson() {
    state();
    OpenDrift drift = noted(Kind.MISSING_LOCALLY);
    assertRefused(() -> approve(drift.id()), Status.Code.INVALID_ARGUMENT);
    approve(request(drift.id()).setAveragePrice(price("100.05")).build());
    assertThat(position(SAP).quantity()).isEqualTo(Quantity.of(10));
    assertThat(average(position(SAP))).isEqualTo(Price.of("100.05", Currency.EUR));
  }

  @Test
  void anotherAverageThanTheBrokersIsADifferenceToo() {
    Position bought = position(SAP);
    state(new Holding(SAP, Samples.SAP_DE, Quantity.of(10), Price.of("120", Currency.EUR), euro()));
    OpenDrift drift = noted(Kind.AVERAGE_PRICE);
    assertRefused(
        () -> approve(request(drift.id()).setAveragePrice(price("1")).build()),
        Status.Code.INVALID_ARGUMENT);
    approve(drift.id());
    assertThat(average(position(SAP))).isEqualTo(average(bought));
    assertThat(position(SAP).quantity()).isEqualTo(Quantity.of(10));
  }

  @Test
  void aBrokerThatCannotBeReadIsNoReasonToBelieveAnything() {
    house.broker.noteDeposit(new DepositId("past-us"), Samples.eur("50"));
    OpenDrift drift = noted(Kind.CASH);
    house.broker.unreachable = true;
    await().atMost(SOON).until(() -> !house.reconciled().join().ready());
    assertThat(house.trading().drifts()).as("absence is not agreement").containsExactly(drift);
    assertRefused(() -> approve(drift.id()), Status.Code.UNAVAILABLE);
  }

  private Behavior<CycleCommand> onCycle(CycleCommand command) {
    if (command instanceof CycleCommand.GetUnsettledDeposits get) {
      get.replyTo().tell(new CycleCommand.UnsettledDeposits(unsettled));
    }
    return Behaviors.same();
  }

  /** Our books, which no fill reaches while the test says so. */
  private Behavior<PortfolioCommand> books(ActorContext<PortfolioCommand> context) {
    ActorRef<PortfolioCommand> books =
        context.spawn(
            PortfolioEntity.create(TradingHouse.ACCOUNT, house::now, ZoneOffset.UTC), "books");
    return Behaviors.receiveMessage(
        command -> {
          boolean fill =
              command instanceof PortfolioCommand.Change change
                  && change.request() instanceof PortfolioRequest.BookFill;
          if (!fill || !fillsHeldBack) {
            books.tell(command);
          }
          return Behaviors.same();
        });
  }

  private OpenDrift noted(Kind kind) {
    await()
        .atMost(SOON)
        .until(
            () ->
                house.trading().drifts().stream().anyMatch(drift -> drift.drift().kind() == kind));
    return house.trading().drifts().getFirst();
  }

  private void state(Holding... holdings) {
    PortfolioReply reply =
        house.change(
            new PortfolioRequest.CorrectPositions("stated", List.of(holdings), "a mistake"));
    assertThat(reply).isInstanceOf(PortfolioReply.Accepted.class);
  }

  private Position position(Isin isin) {
    return house.portfolio().position(isin).orElseThrow();
  }

  private static Price average(Position position) {
    return position.averagePrice().orElseThrow();
  }

  private static FxRate euro() {
    return FxRate.identity(Currency.EUR, Samples.NOW);
  }

  private static Money price(String amount) {
    return Money.newBuilder().setAmount(amount).setCurrency("EUR").build();
  }

  private DriftsResponse list() {
    return operations
        .listDrifts(ListDriftsRequest.getDefaultInstance(), new MetadataBuilder().build())
        .toCompletableFuture()
        .join();
  }

  private DriftsResponse approve(String id) {
    return approve(request(id).build());
  }

  private DriftsResponse approve(ApproveDriftRequest request) {
    return operations
        .approveDrift(request, new MetadataBuilder().build())
        .toCompletableFuture()
        .join();
  }

  private static ApproveDriftRequest.Builder request(String id) {
    return ApproveDriftRequest.newBuilder()
        .setDriftId(id)
        .setReason("seen in the broker's app")
        .setApprovedBy("anna");
  }

  private void assertRefused(ThrowingCallable call, Status.Code code, String reason) {
    assertThatThrownBy(call).hasMessageContaining(reason);
    assertRefused(call, code);
  }

  private void assertRefused(ThrowingCallable call, Status.Code code) {
    assertThatThrownBy(call)
        .satisfies(
            failure ->
                assertThat(
                        GrpcErrors.trailers(failure, calls.of(new MetadataBuilder().build()))
                            .status()
                            .getCode())
                    .isEqualTo(code));
  }
}
