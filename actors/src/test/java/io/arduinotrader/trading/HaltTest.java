package io.arduinotrader.trading;

import static io.arduinotrader.trading.TradingHouse.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.AdmissionReply;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.trading.domain.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a person has stopped is not traded, and what went wrong is not traded until one has looked.
 */
class HaltTest {

  private static final Isin SAP = Samples.SAP;
  private static final Isin SIEMENS = new Isin("DE0007236101");
  private static final Duration SOON = Duration.ofSeconds(30);

  private TradingHouse house;

  @BeforeEach
  void open(@TempDir Path folder) {
    house =
        new TradingHouse(
            folder,
            TradingHouse.impatient(),
            security("DE0007164600", "SAP.DE", "XETRA", Currency.EUR),
            security("DE0007236101", "SIE.DE", "XETRA", Currency.EUR));
    house.quote(SAP, "100", Currency.EUR);
    house.quote(SIEMENS, "200", Currency.EUR);
    house.deposit("d-1", Samples.eur("10000"));
    house.reconcile();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void withBuysStoppedOnlySalesGoThrough() {
    buyTenOfSap();
    change(HaltState.REDUCE, "on holiday");
    OrderView buy = house.place(siemens("b"));
    assertThat(code(buy)).contains(RefusalCode.BUYS_HALTED);
    assertThat(house.place(Samples.intent("c", Side.SELL, "4")).phase())
        .isEqualTo(OrderPhase.FILLED);
    assertThat(house.broker.submissions.get()).as("the purchase and the sale").isEqualTo(2);
  }

  @Test
  void withEverythingStoppedNothingReachesTheBrokerAlsoAfterARestart() {
    buyTenOfSap();
    change(HaltState.HALT, "the figures look wrong");
    house.rooms.stopEntities();
    assertThat(code(house.place(siemens("b")))).contains(RefusalCode.TRADING_HALTED);
    assertThat(code(house.place(Samples.intent("c", Side.SELL, "4"))))
        .contains(RefusalCode.TRADING_HALTED);
    assertThat(house.broker.submissions.get()).isEqualTo(1);
    assertThat(validated(siemens("d")))
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(RefusalCode.TRADING_HALTED);
              assertThat(refusal.message()).contains("the figures look wrong");
            });

    change(HaltState.ACTIVE, "");
    assertThat(house.place(siemens("e")).phase()).isEqualTo(OrderPhase.FILLED);
  }

  /** A node stops between the account's yes and the order's own note of it. */
  @Test
  void anOrderThatWasAdmittedAndNotSentIsJudgedAgain() {
    Behavior<?> deaf = Behaviors.ignore();
    Intent wish = Samples.intent("a", Side.BUY, "10");
    house.rooms.kind(OrderCommand.KEY, id -> deaf);
    assertThat(admit(wish)).isInstanceOf(AdmissionReply.Admitted.class);
    assertThat(house.portfolio().reservations()).hasSize(1);
    house.rooms.stopEntities();
    assertThat(admit(wish)).as("nothing has changed").isInstanceOf(AdmissionReply.Admitted.class);
    assertThat(house.trading().admittedSevenDays()).as("it counts once").hasSize(1);

    change(HaltState.HALT, "the figures look wrong");
    assertThat(admit(wish))
        .isInstanceOfSatisfying(
            AdmissionReply.Refused.class,
            no -> assertThat(no.refusal().code()).isEqualTo(RefusalCode.TRADING_HALTED));
    assertThat(house.trading().open()).isEmpty();
    assertThat(house.portfolio().reservations()).as("nothing stays set aside").isEmpty();
  }

  private AdmissionReply admit(Intent intent) {
    return house
        .rooms
        .ask(
            TradingCommand.KEY,
            TradingHouse.ACCOUNT.value(),
            SOON,
            (ActorRef<AdmissionReply> replyTo) -> new TradingCommand.Admit(intent, replyTo))
        .toCompletableFuture()
        .join();
  }

  /** Filled is at most ordered; else the facts are kept and the instrument stops (I05). */
  @Test
  void moreThanWasOrderedHaltsTheSecurityUntilItIsReleased() {
    OrderView order = buyTenOfSap();
    BrokerReport overfilled = overfilled(order);
    report(overfilled);
    await().atMost(SOON).until(() -> !house.trading().halts().securities().isEmpty());
    awaitSettled();
    assertThat(house.portfolio().positions())
        .as("a fact")
        .extracting(PortfolioView.Position::quantity)
        .containsExactly(Quantity.of(13));
    assertThat(house.trading().halts().securities())
        .singleElement()
        .satisfies(
            halt -> {
              assertThat(halt.isin()).isEqualTo(SAP);
              assertThat(halt.reason()).isEqualTo("order a was executed beyond its 10 shares");
            });

    house.rooms.stopEntities();
    assertThat(code(house.place(Samples.intent("b", Side.SELL, "3"))))
        .contains(RefusalCode.SECURITY_HALTED);
    assertThat(house.place(siemens("c")).phase()).isEqualTo(OrderPhase.FILLED);

    Halts after =
        house
            .tell(
                replyTo -> new TradingCommand.ReleaseSecurity(SAP, "the broker confirmed", replyTo))
            .halts();
    assertThat(after.securities()).isEmpty();
    report(overfilled);
    awaitSettled();
    assertThat(house.place(Samples.intent("d", Side.SELL, "3")).phase())
        .isNotEqualTo(OrderPhase.REJECTED);
  }

  private OrderView buyTenOfSap() {
    OrderView order = house.place(Samples.intent("a", Side.BUY, "10"));
    assertThat(order.phase()).isEqualTo(OrderPhase.FILLED);
    awaitSettled();
    return order;
  }

  private static Intent siemens(String id) {
    return Samples.on(Samples.intent(id, Side.BUY, "1"), SIEMENS, new Symbol("SIE.DE"));
  }

  /** The broker says that three shares more were bought. */
  private BrokerReport overfilled(OrderView order) {
    Fill real = order.fills().getFirst();
    Fill more =
        new Fill(
            new FillId("beyond"),
            real.intent(),
            real.order(),
            real.account(),
            real.isin(),
            real.symbol(),
            real.side(),
            Quantity.of(3),
            real.price(),
            real.commission(),
            real.rate(),
            real.conversion(),
            real.executedAt());
    return new BrokerReport(
        order.intent(),
        order.clientOrderId(),
        real.order(),
        BrokerReport.BrokerStatus.FILLED,
        Stream.concat(order.fills().stream(), Stream.of(more)).toList(),
        house.now());
  }

  private void report(BrokerReport report) {
    house
        .rooms
        .ask(
            OrderCommand.KEY,
            report.intent().value(),
            SOON,
            (ActorRef<Done> replyTo) -> new OrderCommand.Report(report, replyTo))
        .toCompletableFuture()
        .join();
  }

  private void change(HaltState state, String reason) {
    TradingView view = house.tell(replyTo -> new TradingCommand.ChangeHalt(state, reason, replyTo));
    assertThat(view.halts())
        .isEqualTo(new Halts(state, reason, Optional.of(house.now()), List.of()));
  }

  private List<Refusal> validated(Intent intent) {
    ValidationReply reply =
        house
            .rooms
            .ask(
                TradingCommand.KEY,
                TradingHouse.ACCOUNT.value(),
                SOON,
                (ActorRef<ValidationReply> replyTo) -> new TradingCommand.Validate(intent, replyTo))
            .toCompletableFuture()
            .join();
    return ((ValidationReply.Validated) reply).errors();
  }

  private static Optional<RefusalCode> code(OrderView order) {
    return order.refusal().map(Refusal::code);
  }

  private void awaitSettled() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(house.trading().open()).isEmpty();
              assertThat(house.portfolio().reservations()).isEmpty();
            });
  }
}
