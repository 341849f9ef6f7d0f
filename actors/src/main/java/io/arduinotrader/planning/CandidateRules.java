package io.arduinotrader.planning;

import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PlanningWork;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a security may be in a plan. The account's own rules refuse again when an order is placed;
 * knowing them here keeps trades out of the plan that would be refused anyway.
 */
record CandidateRules(TraderSettings.Trading trading) {

  /** What is known about a security and the account's dealings in it. */
  record Known(
      SecurityView view,
      Optional<SecurityRecord> security,
      Quotes quotes,
      TradingView clocks,
      Instant now) {}

  /**
   * The security as a candidate.
   *
   * @throws IllegalStateException when it is not in the universe, or has no price or rate: a plan
   *     that leaves it out would value the portfolio wrongly
   */
  PlanningWork.Candidate candidate(Known known, Quantity held, double target) {
    Isin isin = known.view().isin();
    SecurityRecord security =
        known
            .security()
            .orElseThrow(() -> new IllegalStateException(isin + " is not in the universe"));
    Quote quote =
        known.quotes().quotes().stream()
            .filter(each -> each.isin().equals(isin))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no price is known for " + security.symbol()));
    return new PlanningWork.Candidate(
        isin,
        security.symbol(),
        security.minimumLot(),
        held,
        quote.price(),
        rate(known, quote.price().currency()),
        target,
        known.view().latestScore().map(SecurityScore::total),
        open(known, isin).or(() -> buyBlocked(known, security)),
        open(known, isin).or(() -> sellBlocked(known, security)));
  }

  private static FxRate rate(Known known, Currency currency) {
    if (currency.equals(Currency.EUR)) {
      return FxRate.identity(currency, known.now());
    }
    return known.quotes().rates().stream()
        .filter(rate -> rate.quote().equals(currency))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no exchange rate is known for " + currency));
  }

  private static Optional<Refusal> open(Known known, Isin isin) {
    return known.clocks().open().stream()
        .filter(order -> order.isin().equals(isin))
        .findFirst()
        .map(
            order ->
                Refusal.of(
                    RefusalCode.PENDING_ORDER, "order " + order.intent() + " is still open"));
  }

  private Optional<Refusal> buyBlocked(Known known, SecurityRecord security) {
    if (!security.active() || !security.allowBuy()) {
      return Optional.of(
          Refusal.of(RefusalCode.BUY_DISABLED, "the universe does not allow buying it"));
    }
    return last(known, security.isin(), Optional.of(Side.BUY))
        .filter(
            at ->
                Duration.between(at, known.now())
                        .compareTo(Duration.ofDays(trading.buyCooldownDays()))
                    <= 0)
        .map(
            at ->
                Refusal.of(
                    RefusalCode.BUY_COOLDOWN,
                    "it was bought less than " + trading.buyCooldownDays() + " days ago"));
  }

  private Optional<Refusal> sellBlocked(Known known, SecurityRecord security) {
    if (!security.allowSell()) {
      return Optional.of(
          Refusal.of(RefusalCode.SELL_DISABLED, "the universe does not allow selling it"));
    }
    return last(known, security.isin(), Optional.empty())
        .filter(at -> Duration.between(at, known.now()).toDays() < trading.minimumHoldDays())
        .map(
            at ->
                Refusal.of(
                    RefusalCode.MIN_HOLD,
                    "it was traded less than " + trading.minimumHoldDays() + " days ago"));
  }

  private static Optional<Instant> last(Known known, Isin isin, Optional<Side> side) {
    return known.clocks().lastTraded().stream()
        .filter(trade -> trade.isin().equals(isin))
        .filter(trade -> side.isEmpty() || trade.side() == side.get())
        .map(TradingView.LastTrade::at)
        .max(Instant::compareTo);
  }
}
