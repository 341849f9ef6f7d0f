package io.arduinotrader.optimization;

import io.arduinotrader.config.OptimizationSettings;
import io.arduinotrader.config.TraderSettings;
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
import io.arduinotrader.support.calendar.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Orders and what is known of their markets, turned into a schedule. */
final class ExecutionQuestion {

  private static final int VOLUME_SESSIONS = 20;

  /** Sessions looked at for one that is long enough to trade in. */
  private static final int LONGEST_CLOSURE = 10;

  private final Market market;
  private final MarketCalendars calendars;
  private final Instant now;
  private final ExecutionRules rules;
  private final BigDecimal halfSpread;
  private final Duration margin;

  ExecutionQuestion(
      Market market, MarketCalendars calendars, Instant now, TraderSettings settings) {
    this.market = market;
    this.calendars = calendars;
    this.now = now;
    this.halfSpread = settings.planning().halfSpread();
    this.margin = settings.optimization().execution().sessionMargin();
    OptimizationSettings.Execution execution = settings.optimization().execution();
    this.rules =
        new ExecutionRules(
            new CostRules(
                settings.trading().commissionFixed(),
                settings.trading().commissionPercent(),
                settings.planning().maximumCostRatio()),
            execution.maximumParticipation(),
            execution.maximumSlices(),
            execution.impactFactor(),
            execution.assumedImpact(),
            execution.riskAversion());
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
    Price price = order.limit().orElseGet(() -> expectedPrice(order));
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

  /** The last price and half the spread to the other side. */
  private Price expectedPrice(Order order) {
    Quote quote = market.quotes().get(order.isin());
    if (quote == null) {
      throw new IllegalStateException("no price is known for " + order.isin());
    }
    BigDecimal factor =
        switch (order.side()) {
          case BUY -> BigDecimal.ONE.add(halfSpread);
          case SELL -> BigDecimal.ONE.subtract(halfSpread);
        };
    return Price.rounded(quote.price().amount().multiply(factor), quote.price().currency());
  }

  /**
   * The first slice is due now while the session is well under way, else once the next one is; each
   * later slice in a session of its own, as far as the calendar knows.
   */
  private Instant start(Order order, int session) {
    return Optional.ofNullable(market.securities().get(order.isin()))
        .map(SecurityRecord::exchange)
        .flatMap(calendars::calendar)
        .flatMap(venue -> start(venue, session))
        .orElse(now);
  }

  private Optional<Instant> start(MarketCalendar venue, int session) {
    Optional<Instant> slot = quiet(venue, now);
    for (int i = 0; i < session; i++) {
      slot =
          slot.flatMap(
              before ->
                  quiet(
                      venue,
                      venue.dateOf(before).plusDays(1).atStartOfDay(venue.zone()).toInstant()));
    }
    return slot;
  }

  /** The first instant from one on that is neither near an opening nor near a close. */
  private Optional<Instant> quiet(MarketCalendar venue, Instant from) {
    Instant searched = from;
    for (int day = 0; day < LONGEST_CLOSURE; day++) {
      Optional<Session> session =
          venue.nextOpen(searched).flatMap(open -> venue.session(venue.dateOf(open)));
      if (session.isEmpty()) {
        return Optional.empty();
      }
      Instant first = session.get().open().plus(margin);
      Instant due = searched.isAfter(first) ? searched : first;
      if (!due.isAfter(session.get().close().minus(margin))) {
        return venue.nextOpen(due);
      }
      searched = session.get().date().plusDays(1).atStartOfDay(venue.zone()).toInstant();
    }
    return Optional.empty();
  }

  private static Money base(BigDecimal amount) {
    return Money.rounded(amount, Currency.EUR);
  }
}
