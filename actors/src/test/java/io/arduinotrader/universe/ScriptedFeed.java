package io.arduinotrader.universe;

import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.feed.FeedException;
import io.arduinotrader.universe.feed.PriceFeed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A source of market data that answers what the test has told it to, and remembers the calls. */
final class ScriptedFeed implements PriceFeed {

  final List<SecurityRecord> offered = new CopyOnWriteArrayList<>();
  final Map<Isin, List<DailyBar>> bars = new ConcurrentHashMap<>();
  final Map<Isin, Fundamentals> figures = new ConcurrentHashMap<>();
  final List<FxRate> rates = new CopyOnWriteArrayList<>();
  final Set<Isin> silent = ConcurrentHashMap.newKeySet();
  final List<String> calls = new CopyOnWriteArrayList<>();
  volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public String source() {
    return "script";
  }

  @Override
  public List<SecurityRecord> securities() {
    return offered;
  }

  @Override
  public List<DailyBar> bars(SecurityRecord security, LocalDate from, LocalDate to) {
    calls.add(security.symbol() + " " + from + " " + to);
    answerOrNot(security.isin());
    return bars.getOrDefault(security.isin(), List.of()).stream()
        .filter(bar -> !bar.day().isBefore(from) && !bar.day().isAfter(to))
        .toList();
  }

  @Override
  public Optional<Fundamentals> fundamentals(Isin isin, LocalDate asOf) {
    calls.add("figures " + isin);
    answerOrNot(isin);
    return Optional.ofNullable(figures.get(isin));
  }

  @Override
  public List<FxRate> rates(LocalDate from, LocalDate to) {
    calls.add("rates " + from + " " + to);
    return new ArrayList<>(rates);
  }

  private void answerOrNot(Isin isin) {
    try {
      if (!gate.await(20, TimeUnit.SECONDS)) {
        throw new FeedException("nobody opened the gate", null);
      }
    } catch (InterruptedException e) {
      throw new FeedException("interrupted", e);
    }
    if (silent.contains(isin)) {
      throw new FeedException("no answer", null);
    }
  }
}
