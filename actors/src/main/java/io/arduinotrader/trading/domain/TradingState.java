package io.arduinotrader.trading.domain;

import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingSnapshot;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.domain.memory.DriftBook;
import io.arduinotrader.trading.domain.memory.HaltBook;
import io.arduinotrader.trading.domain.memory.ModeBook;
import io.arduinotrader.trading.domain.memory.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the rules of an account remember: which intents are open, when each security was last
 * traded, how often the account traded lately. Immutable.
 */
public final class TradingState {

  /** How far back admissions are kept; the longest limit looks back seven days. */
  private static final Duration MEMORY = Duration.ofDays(8);

  /**
   * How many ended intents and noted executions are kept: far more than can still be on their way
   * here a second time, and few enough that replaying a long history stays quick.
   */
  private static final int REMEMBERED = 1000;

  private static final Comparator<TradingView.OpenIntent> OLDEST_FIRST =
      Comparator.comparing(TradingView.OpenIntent::since)
          .thenComparing(TradingView.OpenIntent::intent);

  private record Line(Isin isin, Side side) implements Comparable<Line> {
    @Override
    public int compareTo(Line other) {
      int byIsin = isin.compareTo(other.isin);
      return byIsin != 0 ? byIsin : side.compareTo(other.side);
    }
  }

  private final SortedMap<IntentId, TradingView.OpenIntent> open;
  private final SortedMap<Line, Instant> lastTraded;
  private final List<Instant> admittedAt;
  private final List<IntentId> settled;
  private final List<FillId> fills;
  private final Standing standing;

  private TradingState(
      SortedMap<IntentId, TradingView.OpenIntent> open,
      SortedMap<Line, Instant> lastTraded,
      List<Instant> admittedAt,
      List<IntentId> settled,
      List<FillId> fills,
      Standing standing) {
    this.open = open;
    this.lastTraded = lastTraded;
    this.admittedAt = List.copyOf(admittedAt);
    this.settled = List.copyOf(settled);
    this.fills = List.copyOf(fills);
    this.standing = standing;
  }

  /** The memory of an account that never traded. */
  public static TradingState empty() {
    return new TradingState(
        new TreeMap<>(), new TreeMap<>(), List.of(), List.of(), List.of(), Standing.NEW);
  }

  /** The state a snapshot was taken of. */
  public static TradingState of(TradingSnapshot snapshot) {
    SortedMap<IntentId, TradingView.OpenIntent> open = new TreeMap<>();
    snapshot.open().forEach(intent -> open.put(intent.intent(), intent));
    SortedMap<Line, Instant> lastTraded = new TreeMap<>();
    snapshot
        .lastTraded()
        .forEach(trade -> lastTraded.put(new Line(trade.isin(), trade.side()), trade.at()));
    return new TradingState(
        open,
        lastTraded,
        snapshot.admittedAt(),
        snapshot.settled(),
        snapshot.fills(),
        new Standing(
            new HaltBook(snapshot.halts(), snapshot.haltCauses()),
            new DriftBook(snapshot.drifts()),
            new ModeBook(snapshot.mode())));
  }

  /** Everything, in a fixed order, so that equal states are equal snapshots. */
  public TradingSnapshot snapshot() {
    return new TradingSnapshot(
        openIntents(),
        lastTrades(),
        admittedAt,
        settled,
        fills,
        halts().now(),
        halts().causes(),
        standing.drifts().open(),
        standing.mode().now());
  }

  /** What others may see of it. */
  public TradingView view(AccountId account, Instant now) {
    Instant weekAgo = now.minus(Duration.ofDays(7));
    return new TradingView(
        account,
        openIntents(),
        lastTrades(),
        admittedAt.stream().filter(at -> !at.isBefore(weekAgo)).toList(),
        halts().now(),
        standing.drifts().open());
  }

  /** An intent that passed the rules. */
  public List<TradingEvent> admit(Intent intent, Instant now) {
    return open.containsKey(intent.id())
        ? List.of()
        : List.of(new TradingEvent.IntentAdmitted(intent.id(), intent.isin(), intent.side(), now));
  }

  /**
   * An order that was placed past the rules, at the broker. It counts like one that passed them,
   * because it moves the same account.
   */
  public List<TradingEvent> adopt(IntentId intent, Isin isin, Side side, Instant now) {
    return open.containsKey(intent) || settled.contains(intent)
        ? List.of()
        : List.of(new TradingEvent.IntentAdmitted(intent, isin, side, now));
  }

  /** The portfolio could not set aside what an admitted intent needs. */
  public List<TradingEvent> withdraw(IntentId intent, Instant now) {
    return open.containsKey(intent)
        ? List.of(new TradingEvent.AdmissionWithdrawn(intent, now))
        : List.of();
  }

  /** Shares moved; the same execution again changes nothing. */
  public List<TradingEvent> noteFill(
      IntentId intent, FillId fill, Isin isin, Side side, Instant executedAt, Instant now) {
    return fills.contains(fill)
        ? List.of()
        : List.of(new TradingEvent.FillNoted(intent, fill, isin, side, executedAt, now));
  }

  /**
   * An intent has ended. One that was never admitted is noted as well, so that a request for its
   * admission which comes late finds it ended.
   */
  public List<TradingEvent> settle(IntentId intent, Instant now) {
    return settled.contains(intent)
        ? List.of()
        : List.of(new TradingEvent.IntentSettled(intent, now));
  }

  /** The state after an event. */
  public TradingState apply(TradingEvent event) {
    return switch (event) {
      case TradingEvent.IntentAdmitted admitted -> {
        SortedMap<IntentId, TradingView.OpenIntent> nowOpen = new TreeMap<>(open);
        nowOpen.put(
            admitted.intent(),
            new TradingView.OpenIntent(
                admitted.intent(), admitted.isin(), admitted.side(), admitted.at()));
        Instant horizon = admitted.at().minus(MEMORY);
        List<Instant> admissions =
            Stream.concat(
                    admittedAt.stream().filter(at -> !at.isBefore(horizon)),
                    Stream.of(admitted.at()))
                .sorted()
                .toList();
        yield new TradingState(nowOpen, lastTraded, admissions, settled, fills, standing);
      }
      case TradingEvent.AdmissionWithdrawn withdrawn -> {
        List<Instant> admissions = new ArrayList<>(admittedAt);
        openIntent(withdrawn.intent()).ifPresent(intent -> admissions.remove(intent.since()));
        yield new TradingState(
            without(withdrawn.intent()), lastTraded, admissions, settled, fills, standing);
      }
      case TradingEvent.FillNoted noted -> {
        SortedMap<Line, Instant> trades = new TreeMap<>(lastTraded);
        trades.merge(
            new Line(noted.isin(), noted.side()),
            noted.executedAt(),
            (before, now) -> before.isAfter(now) ? before : now);
        yield new TradingState(
            open, trades, admittedAt, settled, latest(fills, noted.fill()), standing);
      }
      case TradingEvent.IntentSettled ended ->
          new TradingState(
              without(ended.intent()),
              lastTraded,
              admittedAt,
              latest(settled, ended.intent()),
              fills,
              standing);
      case TradingEvent.HaltEvent halt -> with(standing.apply(halt));
      case TradingEvent.DriftEvent drift -> with(standing.apply(drift));
      case TradingEvent.ModeEvent mode -> with(standing.apply(mode));
    };
  }

  /** What is halted. */
  public HaltBook halts() {
    return standing.halts();
  }

  /** What is true of the account as a whole. */
  public Standing standing() {
    return standing;
  }

  /** Whether an intent is between admission and end. */
  public boolean isOpen(IntentId intent) {
    return open.containsKey(intent);
  }

  /** Whether an intent has ended. */
  public boolean hasEnded(IntentId intent) {
    return settled.contains(intent);
  }

  /** The open intent for a security other than the given one, of either side. */
  public Optional<TradingView.OpenIntent> openFor(Isin isin, IntentId except) {
    return openIntents().stream()
        .filter(intent -> intent.isin().equals(isin) && !intent.intent().equals(except))
        .findFirst();
  }

  /** The open intents, oldest first. */
  public List<TradingView.OpenIntent> openIntents() {
    return open.values().stream().sorted(OLDEST_FIRST).toList();
  }

  /** When a security was last traded on a side. */
  Optional<Instant> lastTraded(Isin isin, Side side) {
    return Optional.ofNullable(lastTraded.get(new Line(isin, side)));
  }

  /** When intents were admitted, oldest first, as far back as is remembered. */
  List<Instant> admittedAt() {
    return admittedAt;
  }

  private TradingState with(Standing next) {
    return new TradingState(open, lastTraded, admittedAt, settled, fills, next);
  }

  private static <T> List<T> latest(List<T> known, T next) {
    int dropped = Math.max(0, known.size() + 1 - REMEMBERED);
    return Stream.concat(known.stream().skip(dropped), Stream.of(next)).toList();
  }

  private Optional<TradingView.OpenIntent> openIntent(IntentId intent) {
    return Optional.ofNullable(open.get(intent));
  }

  private SortedMap<IntentId, TradingView.OpenIntent> without(IntentId intent) {
    SortedMap<IntentId, TradingView.OpenIntent> rest = new TreeMap<>(open);
    rest.remove(intent);
    return rest;
  }

  private List<TradingView.LastTrade> lastTrades() {
    return lastTraded.entrySet().stream()
        .map(
            entry ->
                new TradingView.LastTrade(
                    entry.getKey().isin(), entry.getKey().side(), entry.getValue()))
        .toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TradingState state && snapshot().equals(state.snapshot());
  }

  @Override
  public int hashCode() {
    return snapshot().hashCode();
  }

  @Override
  public String toString() {
    return snapshot().toString();
  }
}
