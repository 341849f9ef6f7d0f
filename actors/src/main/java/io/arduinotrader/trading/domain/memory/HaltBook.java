package io.arduinotrader.trading.domain.memory;

import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.Halts.SecurityHalt;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingEvent.HaltEvent;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of an account is halted.
 *
 * @param causes the last orders that halted their security, oldest first: none does so twice, or a
 *     release would be undone by an order that only repeats itself
 */
public record HaltBook(Halts now, List<IntentId> causes) {

  /** An account of which nothing was ever halted. */
  public static final HaltBook NONE = new HaltBook(Halts.NONE, List.of());

  private static final int REMEMBERED = 1000;

  /** A person says how much may be traded; the same state again is no change. */
  public List<TradingEvent> change(HaltState state, String reason, Instant at) {
    return state == now.state()
        ? List.of()
        : List.of(new TradingEvent.HaltChanged(state, reason, at));
  }

  /** An order went wrong and halts its security, once. */
  public List<TradingEvent> halt(Isin isin, IntentId cause, String reason, Instant at) {
    return causes.contains(cause)
        ? List.of()
        : List.of(new TradingEvent.SecurityHalted(isin, cause, reason, at));
  }

  /** A person releases a security. */
  public List<TradingEvent> release(Isin isin, String reason, Instant at) {
    return of(isin).isEmpty()
        ? List.of()
        : List.of(new TradingEvent.SecurityReleased(isin, reason, at));
  }

  /** The halt of a security, empty when it has none of its own. */
  public Optional<SecurityHalt> of(Isin isin) {
    return now.securities().stream().filter(halt -> halt.isin().equals(isin)).findFirst();
  }

  /** The book after an event. */
  public HaltBook apply(HaltEvent event) {
    return switch (event) {
      case TradingEvent.HaltChanged changed ->
          new HaltBook(
              new Halts(
                  changed.state(), changed.reason(), Optional.of(changed.at()), now.securities()),
              causes);
      case TradingEvent.SecurityHalted halted ->
          new HaltBook(
              with(
                  Stream.concat(
                      without(halted.isin()),
                      Stream.of(new SecurityHalt(halted.isin(), halted.reason(), halted.at())))),
              latest(halted.cause()));
      case TradingEvent.SecurityReleased released ->
          new HaltBook(with(without(released.isin())), causes);
    };
  }

  private Halts with(Stream<SecurityHalt> securities) {
    return new Halts(
        now.state(),
        now.reason(),
        now.since(),
        securities.sorted(Comparator.comparing(SecurityHalt::isin)).toList());
  }

  private Stream<SecurityHalt> without(Isin isin) {
    return now.securities().stream().filter(halt -> !halt.isin().equals(isin));
  }

  private List<IntentId> latest(IntentId cause) {
    int dropped = Math.max(0, causes.size() + 1 - REMEMBERED);
    return Stream.concat(causes.stream().skip(dropped), Stream.of(cause)).toList();
  }
}
