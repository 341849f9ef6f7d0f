package io.arduinotrader.trading;

import static io.arduinotrader.trading.TradingHouse.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.ModeReply;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingMode;
import io.arduinotrader.protocol.trading.TradingMode.State;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.broker.BrokerPrices;
import io.arduinotrader.trading.broker.BrokerSocket;
import io.arduinotrader.trading.broker.ResearchBroker;
import io.arduinotrader.trading.broker.SimulatedBroker;
import io.arduinotrader.trading.broker.server.BrokerCall;
import io.arduinotrader.trading.broker.server.Fault;
import io.arduinotrader.trading.domain.Samples;
import io.arduinotrader.trading.domain.memory.ModeBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker outside the house gets an order only of an account that was armed, twice said (I12). */
class ModeTest {

  private static final Isin SAP = Samples.SAP;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @SuppressWarnings("NullAway.Init") // injected
  @TempDir
  private Path folder;

  private final List<BrokerSocket> sockets = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // every test opens its own
  private TradingHouse house;

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void inResearchNoOrderReachesABrokerOutside() {
    open(this::outside);
    assertThat(code(house.place(Samples.intent("a", Side.BUY, "1"))))
        .contains(RefusalCode.RESEARCH_MODE);
    assertThat(house.broker.submissions).hasValue(0);
    ValidationReply.Validated verdict = validated();
    assertThat(verdict.errors())
        .extracting(Refusal::code)
        .containsExactly(RefusalCode.RESEARCH_MODE);
    assertThat(verdict.warnings())
        .extracting(Refusal::code)
        .doesNotContain(RefusalCode.RESEARCH_MODE);
    assertThat(house.trading().admittedSevenDays()).as("limits count nothing").isEmpty();
  }

  @Test
  void twoStepsArmTheAccountOverRestartsAndOneDisarmsIt() {
    open(this::outside);
    String phrase = begin().arming().orElseThrow().phrase();
    assertThat(refused(confirm("live-000000"))).isEqualTo(RefusalCode.WRONG_STATE);
    house.rooms.stopEntities();
    assertThat(mode(confirm(phrase)).state()).isEqualTo(State.LIVE);
    house.rooms.stopEntities();
    assertThat(house.place(Samples.intent("a", Side.BUY, "1")).phase())
        .isEqualTo(OrderPhase.FILLED);

    await().atMost(SOON).until(() -> house.trading().open().isEmpty());
    OrderView waiting = house.place(Samples.limited(Samples.intent("b", Side.SELL, "1"), "1000"));
    assertThat(waiting.phase().isTerminal()).isFalse();
    mode(house.mode(replyTo -> new TradingCommand.Disarm("on holiday", replyTo)));
    assertThat(code(house.place(Samples.intent("c", Side.BUY, "1"))))
        .contains(RefusalCode.RESEARCH_MODE);
    house.cancel(new IntentId("b"));
    await("what is at the broker can be cancelled in research")
        .atMost(SOON)
        .until(() -> house.order(new IntentId("b")).phase() == OrderPhase.CANCELLED);
    assertThat(house.broker.submissions).hasValue(2);
  }

  @Test
  void aPhraseThatIsTooOldArmsNothing() {
    open(this::outside);
    String phrase = begin().arming().orElseThrow().phrase();
    house.setNow(house.now().plus(ModeBook.PATIENCE).plusSeconds(1));
    assertThat(refused(confirm(phrase))).isEqualTo(RefusalCode.WRONG_STATE);
  }

  @Test
  void nothingIsArmedWhileTheBooksDiffer() {
    open(this::outside);
    String phrase = begin().arming().orElseThrow().phrase();
    house.broker.noteDeposit(new DepositId("past-us"), Samples.eur("50"));
    await().atMost(SOON).until(() -> !house.trading().drifts().isEmpty());
    assertThat(refused(arm())).isEqualTo(RefusalCode.WRONG_STATE);
    assertThat(refused(confirm(phrase))).isEqualTo(RefusalCode.WRONG_STATE);
  }

  @Test
  void nothingIsArmedWhileTheBrokerIsAway() {
    open(this::outside);
    house.broker.unreachable = true;
    await().atMost(SOON).until(() -> !house.reconciled().join().ready());
    assertThat(refused(arm())).isEqualTo(RefusalCode.BROKER_UNAVAILABLE);
  }

  @Test
  void nothingIsArmedWhileTheOutcomeOfAnOrderIsUnknown() {
    open(this::outside);
    house.arm();
    sockets.getFirst().fault(BrokerCall.LOOKUP, Fault.Kind.ERROR_BEFORE, 100_000);
    sockets.getFirst().fault(BrokerCall.SUBMIT, Fault.Kind.ERROR_BEFORE, 1);
    assertThat(house.place(Samples.intent("a", Side.BUY, "1")).phase())
        .isEqualTo(OrderPhase.UNKNOWN);
    mode(house.mode(replyTo -> new TradingCommand.Disarm("look first", replyTo)));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(arm())
                    .isInstanceOfSatisfying(
                        ModeReply.Refused.class,
                        no ->
                            assertThat(no.refusal().message())
                                .isEqualTo("the outcome of order a is not known")));
  }

  /** As an order is that was sent to the play, when the next node has a broker outside. */
  @Test
  void anOrderTheBrokerOutsideDoesNotKnowIsNotSentThereInResearch() {
    open(this::outside);
    house.arm();
    sockets.getFirst().fault(BrokerCall.LOOKUP, Fault.Kind.ERROR_BEFORE, 3);
    house.broker.next(FaultyBroker.Fault.LOST_ON_THE_WAY);
    house.broker.whileSubmitting =
        () -> mode(house.mode(replyTo -> new TradingCommand.Disarm("another broker", replyTo)));
    assertThat(house.place(Samples.intent("a", Side.BUY, "1")).phase())
        .isIn(OrderPhase.UNKNOWN, OrderPhase.SEND_FAILED);
    await().atMost(SOON).until(() -> house.hasEnded(new IntentId("a")));
    OrderView order = house.order(new IntentId("a"));
    assertThat(order.phase()).isEqualTo(OrderPhase.SEND_FAILED);
    assertThat(house.broker.submissions).as("before it was disarmed").hasValue(1);
    await().atMost(SOON).until(() -> house.portfolio().reservations().isEmpty());
  }

  @Test
  void thePlayOfTheHouseIsTradedInResearchAndSaysSo() {
    open(
        (prices, maker) -> {
          SimulatedBroker play = maker.apply(prices);
          return new TradingHouse.Broker(new ResearchBroker(play), play::close);
        });
    assertThat(refused(arm())).as("nothing to arm").isEqualTo(RefusalCode.WRONG_STATE);
    ValidationReply.Validated verdict = validated();
    assertThat(verdict.errors()).isEmpty();
    assertThat(verdict.warnings()).extracting(Refusal::code).contains(RefusalCode.RESEARCH_MODE);
    OrderView order = house.place(Samples.intent("a", Side.BUY, "1"));
    assertThat(order.phase()).isEqualTo(OrderPhase.FILLED);
    assertThat(order.brokerOrderId().map(BrokerOrderId::value).orElseThrow())
        .startsWith("RESEARCH_");
    assertThat(order.fills())
        .allSatisfy(fill -> assertThat(fill.order().value()).startsWith("RESEARCH_"));
  }

  private void open(TradingHouse.BrokerOpening opening) {
    house =
        new TradingHouse(
            folder,
            TradingHouse.impatient(),
            opening,
            security("DE0007164600", "SAP.DE", "XETRA", Currency.EUR));
    house.quote(SAP, "100", Currency.EUR);
    await("the first connection takes longer than those after it")
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> house.broker.account().positions().isEmpty());
    house.deposit("d-1", Samples.eur("10000"));
    house.reconcile();
  }

  private TradingHouse.Broker outside(
      BrokerPrices prices, Function<BrokerPrices, SimulatedBroker> maker) {
    BrokerSocket socket = new BrokerSocket(prices, maker, LIMIT);
    sockets.add(socket);
    return new TradingHouse.Broker(socket.port(), socket::close);
  }

  private TradingMode begin() {
    return mode(arm());
  }

  private ModeReply arm() {
    return house.mode(replyTo -> new TradingCommand.Arm("the books agree", "anna", replyTo));
  }

  private ModeReply confirm(String phrase) {
    return house.mode(replyTo -> new TradingCommand.ConfirmArming(phrase, replyTo));
  }

  private static TradingMode mode(ModeReply reply) {
    return ((ModeReply.Known) reply).mode();
  }

  private static RefusalCode refused(ModeReply reply) {
    return ((ModeReply.Refused) reply).refusal().code();
  }

  private static Optional<RefusalCode> code(OrderView order) {
    return order.refusal().map(Refusal::code);
  }

  private ValidationReply.Validated validated() {
    return (ValidationReply.Validated)
        house
            .rooms
            .ask(
                TradingCommand.KEY,
                TradingHouse.ACCOUNT.value(),
                TradingHouse.BUDGET,
                (ActorRef<ValidationReply> replyTo) ->
                    new TradingCommand.Validate(Samples.intent("v", Side.BUY, "1"), replyTo))
            .toCompletableFuture()
            .join();
  }
}
