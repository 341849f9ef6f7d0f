package io.arduinotrader.optimization;

import io.arduinotrader.optimization.domain.trades.CostRules;
import io.arduinotrader.optimization.domain.trades.ExecutionOrder;
import io.arduinotrader.optimization.domain.trades.ExecutionRules;
import io.arduinotrader.optimization.domain.trades.ExecutionSchedule;
import io.arduinotrader.optimization.domain.trades.ExecutionSlicing;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.ExecutionReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand.Order;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Orders and what is known of their markets, turned into a schedule. */
final class ExecutionQuestion {

  private static final int VOLUME_SESSIONS = 20;
  private static final double PARTICIPATION = 0.05;
  private static final int MAXIMUM_SLICES = 10;
  private static final double IMPACT_FACTOR = 1;
  private static final double ASSUMED_IMPACT = 0.001;

  private final Market market;
  private final MarketCalendars calendars;
  private final Instant now;
  private final ExecutionRules rules;

  ExecutionQuestion(Market market, MarketCalendars calendars, Instant now, CostRules costs) {
    this.market = market;
    this.calendars = calendars;
    this.now = now;
    this.rules =
        new ExecutionRules(costs, PARTICIPATION, MAXIMUM_SLICES, IMPACT_FACTOR, ASSUMED_IMPACT, 0);
  }

  ExecutionReply answer(List<Order> orders, Optional<Money> cash) {
    List<ExecutionOrder> known = new ArrayList<>();
    for (Order order : orders) {
      SecurityRecord security = market.securities().get(order.isin());
      Optional<BigDecimal> price = market.basePrice(order.isin());
      if (security == null) {
        return refused(RefusalCode.UNKNOWN_SECURITY, order.isin() + " is not in the universe");
      }
      if (price.isEmpty()) {
        return refused(
            RefusalCode.PRICE_NOT_POSITIVE, "no price or rate is known for " + security.symbol());
      }
      known.add(order(order, security, price.get()));
    }
    ExecutionSchedule schedule =
        ExecutionSlicing.schedule(known, cash.orElse(market.freeCash()).amount(), rules);
    return new ExecutionReply.Scheduled(
        schedule.isFunded(),
        schedule.orders().stream().map(slices -> schedule(orders, slices)).toList(),
        base(schedule.commissions()),
        base(schedule.impact()),
        schedule.isFunded()
            ? "the cash pays for every buy"
            : "the cash lacks " + base(schedule.shortfall()));
  }

  private static ExecutionReply refused(RefusalCode code, String message) {
    return new ExecutionReply.Refused(Refusal.of(code, message));
  }

  private ExecutionOrder order(Order order, SecurityRecord security, BigDecimal price) {
    BarColumns bars = market.bars().get(order.isin());
    return new ExecutionOrder(
        order.side(),
        order.quantity(),
        security.minimumLot(),
        price,
        bars == null ? OptionalDouble.empty() : averageVolume(bars),
        bars == null ? OptionalDouble.empty() : volatility(bars));
  }

  private static OptionalDouble averageVolume(BarColumns bars) {
    int count = Math.min(VOLUME_SESSIONS, bars.size());
    double sum = 0;
    for (int i = bars.size() - count; i < bars.size(); i++) {
      sum += bars.volume()[i];
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  /** Standard deviation of the daily returns. */
  private static OptionalDouble volatility(BarColumns bars) {
    int returns = bars.size() - 1;
    if (returns < VOLUME_SESSIONS) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    double squares = 0;
    for (int i = 1; i <= returns; i++) {
      double change = bars.adjustedClose()[i] / bars.adjustedClose()[i - 1] - 1;
      sum += change;
      squares += change * change;
    }
    double mean = sum / returns;
    return OptionalDouble.of(
        Math.sqrt(Math.max(0, (squares - returns * mean * mean) / (returns - 1))));
  }

  private ExecutionReply.Schedule schedule(
      List<Order> orders, ExecutionSchedule.OrderSlices slices) {
    Order order = orders.get(slices.order());
    Price price = order.limit().orElseGet(() -> lastPrice(order));
    String strategy = slices.pace().name().toLowerCase(Locale.ROOT);
    return new ExecutionReply.Schedule(
        order.isin(),
        slices.slices().stream()
            .map(
                slice ->
                    new ExecutionReply.Slice(
                        slice.quantity(), start(order, slice.session()), price, strategy))
            .toList());
  }

  private Price lastPrice(Order order) {
    Quote quote = market.quotes().get(order.isin());
    if (quote == null) {
      throw new IllegalStateException("no price is known for " + order.isin());
    }
    return quote.price();
  }

  /**
   * The running session is now; later ones begin with their opening, as far as the calendar knows.
   */
  private Instant start(Order order, int session) {
    Optional<MarketCalendar> calendar =
        Optional.ofNullable(market.securities().get(order.isin()))
            .map(SecurityRecord::exchange)
            .flatMap(calendars::calendar);
    return session == 0 ? now : calendar.map(venue -> opening(venue, session)).orElse(now);
  }

  /** The opening of a session after the one that runs now or, when none does, comes next. */
  private Instant opening(MarketCalendar venue, int session) {
    Instant opening = venue.nextOpen(now).orElse(now);
    for (int i = 0; i < session; i++) {
      Instant nextDay = venue.dateOf(opening).plusDays(1).atStartOfDay(venue.zone()).toInstant();
      opening = venue.nextOpen(nextDay).orElse(opening);
    }
    return opening;
  }

  private static Money base(BigDecimal amount) {
    return Money.rounded(amount, Currency.EUR);
  }
}
