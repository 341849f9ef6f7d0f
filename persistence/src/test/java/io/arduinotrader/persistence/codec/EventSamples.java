package io.arduinotrader.persistence.codec;

import static io.arduinotrader.persistence.codec.ValueSamples.APPLE;
import static io.arduinotrader.persistence.codec.ValueSamples.APPLE_SYMBOL;
import static io.arduinotrader.persistence.codec.ValueSamples.AT;
import static io.arduinotrader.persistence.codec.ValueSamples.DAY;
import static io.arduinotrader.persistence.codec.ValueSamples.DOLLARS;
import static io.arduinotrader.persistence.codec.ValueSamples.INTENT;
import static io.arduinotrader.persistence.codec.ValueSamples.LATER;
import static io.arduinotrader.persistence.codec.ValueSamples.PLAN_ID;

import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.cycle.StepOutcome;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingMode;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.universe.UniverseEvent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.RunId;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;
import java.util.Optional;

/**
 * At least one sample of every event there is. Their stored bytes are golden, so a sample is never
 * changed: a further case is a further sample at the end of its kind.
 */
public final class EventSamples {

  private static final Money EUROS = Money.of("616.35", Currency.EUR);
  private static final CycleId CYCLE = new CycleId("cycle-7");
  private static final DepositId DEPOSIT = new DepositId("deposit-2026-03");
  private static final RunId RUN = new RunId("run-41");

  /** All samples of a family with the codec that stores them. */
  public record Family<E>(EventCodec<E> codec, Class<E> type, List<E> samples) {}

  private EventSamples() {}

  /** The samples of every family. */
  public static List<Family<?>> families() {
    return List.of(
        new Family<>(JournalCodecs.PORTFOLIO_EVENTS, PortfolioEvent.class, portfolio()),
        new Family<>(JournalCodecs.ORDER_EVENTS, OrderEvent.class, order()),
        new Family<>(JournalCodecs.TRADING_EVENTS, TradingEvent.class, trading()),
        new Family<>(JournalCodecs.UNIVERSE_EVENTS, UniverseEvent.class, universe()),
        new Family<>(JournalCodecs.SECURITY_EVENTS, SecurityEvent.class, security()),
        new Family<>(JournalCodecs.CYCLE_EVENTS, CycleEvent.class, cycle()),
        new Family<>(JournalCodecs.PLAN_EVENTS, PlanEvent.class, plan()),
        new Family<>(JournalCodecs.JOB_EVENTS, JobEvent.class, job()));
  }

  /** Samples of what happens to a portfolio. */
  public static List<PortfolioEvent> portfolio() {
    return List.of(
        new PortfolioEvent.DepositBooked(DEPOSIT, Money.of("1000.00", Currency.EUR), "March", AT),
        new PortfolioEvent.FundsReserved(
            INTENT, APPLE, Quantity.of("3.5"), List.of(Money.of("50.10", Currency.USD), EUROS), AT),
        new PortfolioEvent.SharesReserved(INTENT, APPLE, Quantity.of("2.25"), AT),
        new PortfolioEvent.ReservationReleased(INTENT, AT),
        new PortfolioEvent.FillBooked(ValueSamples.PURCHASE, LATER),
        new PortfolioEvent.FillBooked(ValueSamples.SALE, LATER),
        new PortfolioEvent.PositionCorrected(
            "drift:0a1b2c3d",
            APPLE,
            APPLE_SYMBOL,
            Quantity.of(13),
            Optional.of(new PortfolioRequest.Basis(Price.of("151.25", Currency.USD), DOLLARS)),
            "bought in the broker's app",
            "anna",
            AT),
        new PortfolioEvent.PositionCorrected(
            "drift:0a1b2c3e",
            APPLE,
            APPLE_SYMBOL,
            Quantity.ZERO,
            Optional.empty(),
            "sold in the broker's app",
            "anna",
            LATER),
        new PortfolioEvent.CashCorrected(
            "drift:0a1b2c3f", Money.of("-2.50", Currency.EUR), "a fee", "anna", LATER),
        new PortfolioEvent.PositionsCorrected(
            "correction-1",
            List.of(
                new PortfolioRequest.Holding(
                    APPLE,
                    APPLE_SYMBOL,
                    Quantity.of(12),
                    Price.of("151.25", Currency.USD),
                    DOLLARS)),
            "broker statement of February",
            AT),
        new PortfolioEvent.ValueMarked(
            DAY,
            Money.of("10250.17", Currency.EUR),
            Money.of("-0.83", Currency.EUR),
            Money.zero(Currency.EUR),
            AT));
  }

  /** Samples of what happens to an order. */
  public static List<OrderEvent> order() {
    return List.of(
        new OrderEvent.IntentRecorded(
            ValueSamples.LIMIT_BUY, new ClientOrderId("AT-5d41402abc4b2a76"), AT),
        new OrderEvent.IntentRecorded(
            ValueSamples.MARKET_SALE, new ClientOrderId("AT-7d793037a0760186"), AT),
        new OrderEvent.OrderRejected(
            new Refusal(RefusalCode.LOT_SIZE, "150 is no multiple of 100", "quantity"), AT),
        new OrderEvent.OrderAdmitted(AT),
        new OrderEvent.SubmissionStarted(1, AT),
        new OrderEvent.OrderAccepted(new BrokerOrderId("SIM-O-5"), AT),
        new OrderEvent.OutcomeUnknown("no answer within 10 s", AT),
        new OrderEvent.LookupMissed(2, AT),
        new OrderEvent.SubmissionFailed("three lookups found nothing", AT),
        new OrderEvent.OrderWorking(AT),
        new OrderEvent.FillRecorded(ValueSamples.PURCHASE, LATER),
        new OrderEvent.FillRecorded(ValueSamples.SALE, LATER),
        new OrderEvent.OverfillDetected(AT),
        new OrderEvent.CancelRequested("asked by the caller", AT),
        new OrderEvent.CancelRefused("too late", AT),
        new OrderEvent.OrderCancelled(AT),
        new OrderEvent.OrderExpired(AT),
        new OrderEvent.OrderSettled(AT));
  }

  /** Samples of what the trading rules remember. */
  public static List<TradingEvent> trading() {
    return List.of(
        new TradingEvent.IntentAdmitted(INTENT, APPLE, Side.BUY, AT),
        new TradingEvent.AdmissionWithdrawn(INTENT, AT),
        new TradingEvent.FillNoted(INTENT, new FillId("SIM-F-12"), APPLE, Side.SELL, AT, LATER),
        new TradingEvent.IntentSettled(INTENT, AT),
        new TradingEvent.HaltChanged(HaltState.REDUCE, "on holiday", AT),
        new TradingEvent.HaltChanged(HaltState.ACTIVE, "", LATER),
        new TradingEvent.SecurityHalted(APPLE, INTENT, "executed beyond its 10 shares", AT),
        new TradingEvent.SecurityReleased(APPLE, "the broker confirmed", LATER),
        new TradingEvent.DriftNoted(
            new BrokerView.Drift(BrokerView.Kind.QUANTITY, "US0378331005", "10", "13"), AT),
        new TradingEvent.DriftNoted(
            new BrokerView.Drift(BrokerView.Kind.CASH, "EUR", "100.00", "99.50"), AT),
        new TradingEvent.DriftCleared("US0378331005", LATER),
        new TradingEvent.ArmingBegun(
            new TradingMode.Arming("live-0a1b2c", "the books agree", "anna", LATER), AT),
        new TradingEvent.LiveArmed("the books agree", LATER),
        new TradingEvent.LiveDisarmed("on holiday", LATER));
  }

  /** Samples of what happens to the universe. */
  public static List<UniverseEvent> universe() {
    return List.of(
        new UniverseEvent.SecurityAdded(ValueSamples.SECURITY, AT),
        new UniverseEvent.SecurityAdded(ValueSamples.BARE_SECURITY, AT),
        new UniverseEvent.SecurityChanged(ValueSamples.SECURITY, AT),
        new UniverseEvent.SecurityRemoved(APPLE, "delisted", AT));
  }

  /** Samples of what becomes known about a security. */
  public static List<SecurityEvent> security() {
    return List.of(
        new SecurityEvent.FundamentalsRecorded(ValueSamples.FUNDAMENTALS, AT),
        new SecurityEvent.FundamentalsRecorded(ValueSamples.UNKNOWN_FIGURES, AT),
        new SecurityEvent.AnomalyRecorded(ValueSamples.ANOMALY, AT),
        new SecurityEvent.ScoreRecorded(ValueSamples.SCORE, AT),
        new SecurityEvent.ScoreRecorded(ValueSamples.MEASURED_SCORE, AT));
  }

  /** Samples of what happens to trading cycles. */
  public static List<CycleEvent> cycle() {
    return List.of(
        new CycleEvent.CycleStarted(CYCLE, true, false, AT),
        new CycleEvent.StageCompleted(CYCLE, Stage.SYNC, "all clear", List.of(), none(), AT),
        new CycleEvent.StageCompleted(CYCLE, Stage.OPTIMIZE, "", ValueSamples.TARGETS, none(), AT),
        new CycleEvent.StageCompleted(
            CYCLE, Stage.PLAN, "", List.of(), Optional.of(ValueSamples.PLAN), AT),
        new CycleEvent.StepCompleted(CYCLE, filledStep(), AT),
        new CycleEvent.StepCompleted(CYCLE, refusedStep(), AT),
        new CycleEvent.CycleEnded(CYCLE, Optional.empty(), AT),
        new CycleEvent.CycleEnded(CYCLE, Optional.of("no prices"), AT),
        new CycleEvent.DepositAnnounced(DEPOSIT, Money.of("1000", Currency.EUR), true, AT),
        new CycleEvent.DepositSettled(DEPOSIT, AT));
  }

  static StepOutcome filledStep() {
    return new StepOutcome(
        1,
        INTENT,
        APPLE,
        APPLE_SYMBOL,
        Side.BUY,
        Quantity.of("3.5"),
        Optional.of(Price.of("190.123456", Currency.USD)),
        EUROS,
        Money.of("2.15", Currency.EUR),
        true,
        "");
  }

  private static StepOutcome refusedStep() {
    return new StepOutcome(
        2,
        INTENT,
        APPLE,
        APPLE_SYMBOL,
        Side.SELL,
        Quantity.of(1),
        Optional.empty(),
        Money.zero(Currency.EUR),
        Money.zero(Currency.EUR),
        false,
        "the venue is closed");
  }

  /** Samples of what happens to plans. */
  public static List<PlanEvent> plan() {
    return List.of(
        new PlanEvent.PlanNumbered(PLAN_ID, AT),
        new PlanEvent.PlanKept(ValueSamples.PLAN, Optional.empty(), AT),
        new PlanEvent.PlanKept(ValueSamples.EMPTY_PLAN, Optional.empty(), AT),
        new PlanEvent.PlanKept(PlanSamples.SEARCHED_PLAN, Optional.of(PlanSamples.FACTS), AT),
        new PlanEvent.PlanKept(PlanSamples.SEARCHED_PLAN, Optional.of(PlanSamples.KNOWN_FACTS), AT),
        new PlanEvent.PlanMarked(PLAN_ID, Plan.Status.EXECUTING, AT));
  }

  /** Samples of which jobs ran. */
  public static List<JobEvent> job() {
    return List.of(
        new JobEvent.RunStarted(
            "price-sync",
            RUN,
            Optional.of(LATER),
            List.of(new JobCommand.Parameter("isins", "US0378331005")),
            AT),
        new JobEvent.RunStarted("price-sync", RUN, Optional.empty(), List.of(), AT),
        new JobEvent.RunFinished("price-sync", RUN, "12 securities", AT),
        new JobEvent.RunFailed("price-sync", RUN, "the feed is down", AT));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
