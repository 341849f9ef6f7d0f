package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseEvent;
import io.arduinotrader.protocol.universe.UniverseEvent.SecurityAdded;
import io.arduinotrader.protocol.universe.UniverseEvent.SecurityChanged;
import io.arduinotrader.protocol.universe.UniverseEvent.SecurityRemoved;
import io.arduinotrader.protocol.vocab.Isin;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every security the universe ever knew. A removed one stays, inactive, because its history does.
 *
 * @param securities by ISIN
 */
public record UniverseState(Map<Isin, SecurityRecord> securities) {

  /** Nothing is known. */
  public static final UniverseState EMPTY = new UniverseState(Map.of());

  /** Keeps a copy. */
  public UniverseState {
    securities = Collections.unmodifiableMap(new TreeMap<>(securities));
  }

  /**
   * Add a security or work with it again. An active one with the same data needs no change; with
   * other data it is refused, because adding must not alter what somebody set.
   */
  public Decision add(SecurityRecord offered, Instant at) {
    SecurityRecord wanted = offered.withFlags(true, offered.allowBuy(), offered.allowSell());
    Optional<Refusal> broken = brokenRule(wanted);
    if (broken.isPresent()) {
      return new Decision.Refused(broken.get());
    }
    SecurityRecord known = securities.get(wanted.isin());
    if (known == null) {
      return new Decision.Change(List.of(new SecurityAdded(wanted, at)), wanted);
    }
    if (known.active() && !known.equals(wanted)) {
      return Decision.refused(
          RefusalCode.ALREADY_ACTIVE, wanted.isin() + " is in the universe already", "isin");
    }
    return changed(known, wanted, at);
  }

  /** Replace what is known about a security. */
  public Decision change(SecurityRecord wanted, Instant at) {
    SecurityRecord known = securities.get(wanted.isin());
    if (known == null) {
      return unknown(wanted.isin());
    }
    Optional<Refusal> broken = brokenRule(wanted);
    return broken.isPresent() ? new Decision.Refused(broken.get()) : changed(known, wanted, at);
  }

  /** Work with a security no longer; it may neither be bought nor sold then. */
  public Decision remove(Isin isin, String reason, Instant at) {
    SecurityRecord known = securities.get(isin);
    if (known == null) {
      return unknown(isin);
    }
    SecurityRecord removed = known.withFlags(false, false, false);
    return known.equals(removed)
        ? new Decision.Change(List.of(), removed)
        : new Decision.Change(List.of(new SecurityRemoved(isin, reason, at)), removed);
  }

  /** The universe after an event. */
  public UniverseState apply(UniverseEvent event) {
    return switch (event) {
      case SecurityAdded added -> with(added.security());
      case SecurityChanged changed -> with(changed.security());
      case SecurityRemoved removed ->
          Optional.ofNullable(securities.get(removed.isin()))
              .map(known -> with(known.withFlags(false, false, false)))
              .orElseThrow(
                  () -> new IllegalStateException(removed.isin() + " was removed but never added"));
    };
  }

  /** Every security, by symbol. */
  public List<SecurityRecord> bySymbol() {
    return securities.values().stream()
        .sorted(Comparator.comparing(SecurityRecord::symbol).thenComparing(SecurityRecord::isin))
        .toList();
  }

  private Optional<Refusal> brokenRule(SecurityRecord wanted) {
    return SecurityRules.broken(wanted).or(() -> symbolTaken(wanted));
  }

  private Optional<Refusal> symbolTaken(SecurityRecord wanted) {
    if (!wanted.active()) {
      return Optional.empty();
    }
    return securities.values().stream()
        .filter(other -> other.active() && !other.isin().equals(wanted.isin()))
        .filter(other -> other.symbol().equals(wanted.symbol()))
        .map(
            other ->
                new Refusal(
                    RefusalCode.CONFLICT,
                    "the symbol " + wanted.symbol() + " is that of " + other.isin(),
                    "symbol"))
        .findFirst();
  }

  private UniverseState with(SecurityRecord security) {
    Map<Isin, SecurityRecord> next = new TreeMap<>(securities);
    next.put(security.isin(), security);
    return new UniverseState(next);
  }

  private static Decision changed(SecurityRecord known, SecurityRecord wanted, Instant at) {
    return known.equals(wanted)
        ? new Decision.Change(List.of(), wanted)
        : new Decision.Change(List.of(new SecurityChanged(wanted, at)), wanted);
  }

  private static Decision unknown(Isin isin) {
    return Decision.refused(RefusalCode.UNKNOWN_SECURITY, isin + " is not in the universe", "isin");
  }
}
