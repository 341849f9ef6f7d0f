package io.arduinotrader.persistence.codec;

import io.arduinotrader.persistence.codec.form.CycleEventCodec;
import io.arduinotrader.persistence.codec.form.CycleSnapshotCodec;
import io.arduinotrader.persistence.codec.form.JobEventCodec;
import io.arduinotrader.persistence.codec.form.JobsSnapshotCodec;
import io.arduinotrader.persistence.codec.form.OrderEventCodec;
import io.arduinotrader.persistence.codec.form.PlanEventCodec;
import io.arduinotrader.persistence.codec.form.PortfolioEventCodec;
import io.arduinotrader.persistence.codec.form.PortfolioSnapshotCodec;
import io.arduinotrader.persistence.codec.form.SecurityEventCodec;
import io.arduinotrader.persistence.codec.form.SecuritySnapshotCodec;
import io.arduinotrader.persistence.codec.form.TradingEventCodec;
import io.arduinotrader.persistence.codec.form.TradingSnapshotCodec;
import io.arduinotrader.persistence.codec.form.UniverseEventCodec;
import io.arduinotrader.persistence.codec.form.UniverseSnapshotCodec;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.CycleSnapshot;
import io.arduinotrader.protocol.jobs.JobEvent;
import io.arduinotrader.protocol.jobs.JobsSnapshot;
import io.arduinotrader.protocol.planning.PlanEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioSnapshot;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingSnapshot;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.universe.UniverseEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every codec there is. An entity takes its own by name, the serializer finds one by manifest. */
public final class JournalCodecs {

  public static final EventCodec<PortfolioEvent> PORTFOLIO_EVENTS = new PortfolioEventCodec();
  public static final EventCodec<OrderEvent> ORDER_EVENTS = new OrderEventCodec();
  public static final EventCodec<TradingEvent> TRADING_EVENTS = new TradingEventCodec();
  public static final EventCodec<UniverseEvent> UNIVERSE_EVENTS = new UniverseEventCodec();
  public static final EventCodec<SecurityEvent> SECURITY_EVENTS = new SecurityEventCodec();
  public static final EventCodec<CycleEvent> CYCLE_EVENTS = new CycleEventCodec();
  public static final EventCodec<PlanEvent> PLAN_EVENTS = new PlanEventCodec();
  public static final EventCodec<JobEvent> JOB_EVENTS = new JobEventCodec();

  public static final SnapshotCodec<PortfolioSnapshot> PORTFOLIO_SNAPSHOTS =
      new PortfolioSnapshotCodec();
  public static final SnapshotCodec<TradingSnapshot> TRADING_SNAPSHOTS = new TradingSnapshotCodec();
  public static final SnapshotCodec<UniverseView> UNIVERSE_SNAPSHOTS = new UniverseSnapshotCodec();
  public static final SnapshotCodec<SecurityView> SECURITY_SNAPSHOTS = new SecuritySnapshotCodec();
  public static final SnapshotCodec<CycleSnapshot> CYCLE_SNAPSHOTS = new CycleSnapshotCodec();
  public static final SnapshotCodec<JobsSnapshot> JOB_SNAPSHOTS = new JobsSnapshotCodec();

  /** The codecs of all families of events. */
  public static final List<EventCodec<?>> EVENTS =
      List.of(
          PORTFOLIO_EVENTS,
          ORDER_EVENTS,
          TRADING_EVENTS,
          UNIVERSE_EVENTS,
          SECURITY_EVENTS,
          CYCLE_EVENTS,
          PLAN_EVENTS,
          JOB_EVENTS);

  /** The codecs of all kinds of snapshots. */
  public static final List<SnapshotCodec<?>> SNAPSHOTS =
      List.of(
          PORTFOLIO_SNAPSHOTS,
          TRADING_SNAPSHOTS,
          UNIVERSE_SNAPSHOTS,
          SECURITY_SNAPSHOTS,
          CYCLE_SNAPSHOTS,
          JOB_SNAPSHOTS);

  private static final Map<String, EventCodec<?>> EVENTS_BY_FAMILY =
      EVENTS.stream().collect(Collectors.toUnmodifiableMap(EventCodec::family, codec -> codec));

  private static final Map<String, SnapshotCodec<?>> SNAPSHOTS_BY_MANIFEST =
      SNAPSHOTS.stream()
          .collect(Collectors.toUnmodifiableMap(SnapshotCodec::manifest, Function.identity()));

  private JournalCodecs() {}

  /** The codec of a family of events. */
  public static Optional<EventCodec<?>> events(String family) {
    return Optional.ofNullable(EVENTS_BY_FAMILY.get(family));
  }

  /** The codec whose snapshots have the manifest. */
  public static Optional<SnapshotCodec<?>> snapshots(String manifest) {
    return Optional.ofNullable(SNAPSHOTS_BY_MANIFEST.get(manifest));
  }
}
