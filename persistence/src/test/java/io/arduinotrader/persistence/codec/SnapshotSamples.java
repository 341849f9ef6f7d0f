package io.arduinotrader.persistence.codec;

import static io.arduinotrader.persistence.codec.ValueSamples.APPLE;
import static io.arduinotrader.persistence.codec.ValueSamples.APPLE_SYMBOL;
import static io.arduinotrader.persistence.codec.ValueSamples.AT;
import static io.arduinotrader.persistence.codec.ValueSamples.DAY;
import static io.arduinotrader.persistence.codec.ValueSamples.INTENT;
import static io.arduinotrader.persistence.codec.ValueSamples.LATER;

import io.arduinotrader.protocol.cycle.CycleSnapshot;
import io.arduinotrader.protocol.cycle.CycleView;
import io.arduinotrader.protocol.cycle.Stage;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobsSnapshot;
import io.arduinotrader.protocol.portfolio.DayValues;
import io.arduinotrader.protocol.portfolio.PortfolioSnapshot;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingMode;
import io.arduinotrader.protocol.trading.TradingSnapshot;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.RunId;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Samples of every kind of snapshot, full and empty; their stored bytes are golden too. */
public final class SnapshotSamples {

  /** All samples of a kind with the codec that stores them. */
  public record Kind<T>(SnapshotCodec<T> codec, List<T> samples) {}

  private SnapshotSamples() {}

  /** The samples of every kind. */
  public static List<Kind<?>> kinds() {
    return List.of(
        new Kind<>(JournalCodecs.PORTFOLIO_SNAPSHOTS, portfolio()),
        new Kind<>(JournalCodecs.TRADING_SNAPSHOTS, trading()),
        new Kind<>(
            JournalCodecs.UNIVERSE_SNAPSHOTS,
            List.of(
                new UniverseView(List.of(ValueSamples.SECURITY, ValueSamples.BARE_SECURITY)),
                new UniverseView(List.of()))),
        new Kind<>(
            JournalCodecs.SECURITY_SNAPSHOTS,
            List.of(
                new SecurityView(
                    APPLE,
                    Optional.of(ValueSamples.FUNDAMENTALS),
                    List.of(ValueSamples.ANOMALY),
                    Optional.of(ValueSamples.SCORE)),
                new SecurityView(APPLE, Optional.empty(), List.of(), Optional.empty()))),
        new Kind<>(JournalCodecs.CYCLE_SNAPSHOTS, cycle()),
        new Kind<>(JournalCodecs.JOB_SNAPSHOTS, jobs()));
  }

  private static List<PortfolioSnapshot> portfolio() {
    return List.of(
        new PortfolioSnapshot(
            List.of(
                new PortfolioView.Position(
                    APPLE,
                    APPLE_SYMBOL,
                    Currency.USD,
                    Quantity.of("3.5"),
                    new BigDecimal("665.432096"),
                    new BigDecimal("614.2071219265"),
                    new BigDecimal("-12.340"),
                    new BigDecimal("1E+1"),
                    AT,
                    LATER)),
            List.of(Money.of("12.34", Currency.EUR), Money.of("-5.00", Currency.USD)),
            List.of(
                new PortfolioView.Reservation(
                    INTENT,
                    Side.BUY,
                    APPLE,
                    Quantity.of("3.5"),
                    List.of(Money.of("100", Currency.EUR))),
                new PortfolioView.Reservation(
                    new IntentId("caller:sale-1"), Side.SELL, APPLE, Quantity.of(1), List.of())),
            List.of(
                new PortfolioSnapshot.BookedDeposit(
                    new DepositId("deposit-1"), Money.of("1000", Currency.EUR))),
            List.of(new FillId("SIM-F-12")),
            List.of("correction-1"),
            List.of(new IntentId("cycle-6#step-1")),
            List.of(
                new DayValues.DayValue(
                    DAY,
                    Money.of("10250.17", Currency.EUR),
                    Money.of("12.34", Currency.EUR),
                    Money.of("1000", Currency.EUR))),
            Money.of("-3", Currency.EUR),
            Optional.of(LATER)),
        new PortfolioSnapshot(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Money.zero(Currency.EUR),
            Optional.empty()));
  }

  private static List<TradingSnapshot> trading() {
    return List.of(
        new TradingSnapshot(
            List.of(new TradingView.OpenIntent(INTENT, APPLE, Side.BUY, AT)),
            List.of(new TradingView.LastTrade(APPLE, Side.SELL, LATER)),
            List.of(AT, LATER),
            List.of(new IntentId("cycle-6#step-1")),
            List.of(new FillId("SIM-F-12")),
            Halts.NONE,
            List.of(),
            List.of(),
            TradingMode.RESEARCH),
        new TradingSnapshot(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Halts.NONE,
            List.of(),
            List.of(),
            TradingMode.RESEARCH),
        new TradingSnapshot(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Halts(
                HaltState.HALT,
                "on holiday",
                Optional.of(AT),
                List.of(new Halts.SecurityHalt(APPLE, "executed beyond its 10 shares", LATER))),
            List.of(INTENT),
            List.of(),
            TradingMode.RESEARCH),
        new TradingSnapshot(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Halts.NONE,
            List.of(),
            List.of(
                new TradingView.OpenDrift(
                    new BrokerView.Drift(BrokerView.Kind.CASH, "EUR", "100.00", "99.50"), AT)),
            TradingMode.RESEARCH),
        new TradingSnapshot(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Halts.NONE,
            List.of(),
            List.of(),
            new TradingMode(
                TradingMode.State.RESEARCH,
                "on holiday",
                Optional.of(AT),
                Optional.of(new TradingMode.Arming("live-0a1b2c", "back again", "anna", LATER)))));
  }

  private static List<CycleSnapshot> cycle() {
    return List.of(
        new CycleSnapshot(
            new CycleView(
                Optional.of(new CycleId("cycle-7")),
                true,
                false,
                List.of(Stage.SYNC, Stage.SCORE, Stage.OPTIMIZE, Stage.PLAN),
                List.of("all clear", ""),
                Optional.of(ValueSamples.PLAN_ID),
                List.of(EventSamples.filledStep()),
                Optional.of("no prices"),
                Optional.of(AT),
                Optional.of(LATER)),
            true,
            ValueSamples.TARGETS,
            Optional.of(ValueSamples.PLAN),
            List.of(
                new CycleSnapshot.AnnouncedDeposit(
                    new DepositId("deposit-2"), Money.of("1000", Currency.EUR), true, false))),
        new CycleSnapshot(
            new CycleView(
                Optional.empty(),
                false,
                false,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            false,
            List.of(),
            Optional.empty(),
            List.of()));
  }

  private static List<JobsSnapshot> jobs() {
    return List.of(
        new JobsSnapshot(
            List.of(
                new JobsSnapshot.JobHistory(
                    "price-sync",
                    Optional.of(new RunId("run-41")),
                    Optional.of(AT),
                    Optional.of(LATER),
                    JobCommand.Status.RUNNING,
                    12,
                    9,
                    2,
                    List.of(AT, LATER),
                    "the feed is down"),
                new JobsSnapshot.JobHistory(
                    "trading-cycle",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    JobCommand.Status.IDLE,
                    0,
                    0,
                    0,
                    List.of(),
                    ""))),
        new JobsSnapshot(List.of()));
  }
}
