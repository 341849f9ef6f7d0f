package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.BROKER;
import static io.arduinotrader.trading.domain.Samples.NOW;
import static io.arduinotrader.trading.domain.Samples.RULES;
import static io.arduinotrader.trading.domain.Samples.SAP;
import static io.arduinotrader.trading.domain.Samples.SAP_DE;
import static io.arduinotrader.trading.domain.Samples.as;
import static io.arduinotrader.trading.domain.Samples.closed;
import static io.arduinotrader.trading.domain.Samples.eur;
import static io.arduinotrader.trading.domain.Samples.facts;
import static io.arduinotrader.trading.domain.Samples.intent;
import static io.arduinotrader.trading.domain.Samples.limited;
import static io.arduinotrader.trading.domain.Samples.ofCycle;
import static io.arduinotrader.trading.domain.Samples.with;
import static io.arduinotrader.trading.domain.Samples.withBooks;
import static io.arduinotrader.trading.domain.Samples.withBroker;
import static io.arduinotrader.trading.domain.Samples.withListing;
import static io.arduinotrader.trading.domain.Samples.withQuote;
import static io.arduinotrader.trading.domain.Samples.withRate;
import static io.arduinotrader.trading.domain.Samples.withWorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Quote;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetyChecksTest {

  private static final Intent BUY = intent("wish", Side.BUY, "10");
  private static final Intent SELL = intent("wish", Side.SELL, "10");

  @Test
  void anOrdinaryOrderOfEitherSideMayGo() {
    assertThat(codes(BUY, facts())).isEmpty();
    assertThat(codes(SELL, facts())).isEmpty();
  }

  @Test
  void aMarketBuyIsReservedWithAMarginAndCommission() {
    Costs costs = check(BUY, facts(), RULES).costs().orElseThrow();
    assertThat(costs.estimated()).isEqualTo(eur("1004.00"));
    assertThat(costs.worst()).isEqualTo(eur("1024.04"));
    assertThat(costs.commission()).isEqualTo(eur("4.00"));
  }

  @Test
  void aLimitBuyIsReservedAtItsLimit() {
    assertThat(check(limited(BUY, "99"), facts(), RULES).costs().orElseThrow().worst())
        .isEqualTo(eur("993.98"));
  }

  @Test
  void aSaleReservesNoCashAndBringsItsValueLessCommission() {
    Costs costs = check(SELL, facts(), RULES).costs().orElseThrow();
    assertThat(costs.worst()).isEqualTo(eur("0"));
    assertThat(costs.estimated()).isEqualTo(eur("996.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, QTY_NOT_POSITIVE",
    "1000001, QTY_TOO_LARGE",
    "7, LOT_SIZE",
    "7.5, LOT_SIZE",
  })
  void quantitiesMustFitTheSecurity(String quantity, RefusalCode code) {
    Facts inLotsOfFive =
        withListing(
            facts(),
            Optional.of(new Facts.Listing(SAP_DE, Currency.EUR, Quantity.of(5), true, true)));
    assertThat(codes(intent("wish", Side.BUY, quantity), inLotsOfFive)).contains(code);
  }

  @Test
  void aMillionSharesAreNotTooMany() {
    assertThat(codes(intent("wish", Side.BUY, "1000000"), facts()))
        .containsExactly(RefusalCode.INSUFFICIENT_FUNDS);
  }

  @ParameterizedTest
  @EnumSource(
      value = OrderType.class,
      names = {"STOP", "STOP_LIMIT"})
  void typesTheBrokerDoesNotKnowAreRefused(OrderType type) {
    Intent wish = as(BUY, type, Optional.of(Price.of("99", Currency.EUR)), TimeInForce.DAY);
    assertThat(codes(wish, facts())).containsExactly(RefusalCode.ORDER_TYPE_UNSUPPORTED);
  }

  @ParameterizedTest
  @EnumSource(
      value = TimeInForce.class,
      names = {"IOC", "FOK"})
  void timesInForceTheBrokerDoesNotKnowAreRefused(TimeInForce timeInForce) {
    Intent wish = as(BUY, OrderType.MARKET, Optional.empty(), timeInForce);
    assertThat(codes(wish, facts())).containsExactly(RefusalCode.ORDER_TYPE_UNSUPPORTED);
  }

  @Test
  void aLimitOrderNeedsALimitInTheSecuritysCurrency() {
    Intent without = as(BUY, OrderType.LIMIT, Optional.empty(), TimeInForce.DAY);
    Intent inDollars =
        as(BUY, OrderType.LIMIT, Optional.of(Price.of("99", Currency.USD)), TimeInForce.DAY);
    assertThat(codes(without, facts())).containsExactly(RefusalCode.LIMIT_PRICE_INVALID);
    assertThat(codes(inDollars, facts())).containsExactly(RefusalCode.LIMIT_PRICE_INVALID);
  }

  @Test
  void theUniverseDecidesWhatIsTraded() {
    Facts unknown = withListing(facts(), Optional.empty());
    Facts closedForBoth =
        withListing(
            facts(),
            Optional.of(new Facts.Listing(SAP_DE, Currency.EUR, Quantity.of(1), false, false)));
    assertThat(codes(BUY, unknown))
        .containsExactly(RefusalCode.UNKNOWN_SECURITY, RefusalCode.PRICE_NOT_POSITIVE);
    assertThat(codes(BUY, closedForBoth)).containsExactly(RefusalCode.BUY_DISABLED);
    assertThat(codes(SELL, closedForBoth)).containsExactly(RefusalCode.SELL_DISABLED);
  }

  @Test
  void nothingIsTradedBeforeTheBrokerIsReady() {
    Facts facts = withBroker(facts(), new Facts.BrokerState(false, BROKER));
    assertThat(codes(BUY, facts)).containsExactly(RefusalCode.BROKER_UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "98000.01, , ",
    "98000.00, , DAILY_LOSS_SELL_HALT",
    "95000.01, , DAILY_LOSS_SELL_HALT",
    "95000.00, DAILY_LOSS_HALT, DAILY_LOSS_HALT",
  })
  void losingDaysStopSalesFirstAndThenEverything(
      String worth, RefusalCode onBuy, RefusalCode onSale) {
    Facts facts =
        withWorth(
            facts(),
            Optional.of(new Facts.Worth(eur(worth), Optional.of(eur("100000")), eur("0"))));
    assertThat(codes(BUY, facts)).isEqualTo(Optional.ofNullable(onBuy).stream().toList());
    assertThat(codes(SELL, facts)).isEqualTo(Optional.ofNullable(onSale).stream().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "ACTIVE, , ",
    "REDUCE, BUYS_HALTED, ",
    "HALT, TRADING_HALTED, TRADING_HALTED",
  })
  void aPersonStopsBuyingOrEverything(HaltState to, RefusalCode onBuy, RefusalCode onSale) {
    TradingState state =
        Samples.after(
            TradingState.empty(), TradingState.empty().halts().change(to, "holiday", NOW));
    assertThat(codes(state, BUY, facts(), RULES))
        .isEqualTo(Optional.ofNullable(onBuy).stream().toList());
    assertThat(codes(state, SELL, facts(), RULES))
        .isEqualTo(Optional.ofNullable(onSale).stream().toList());
  }

  @Test
  void aHaltedSecurityIsNotTradedOnEitherSide() {
    TradingState state =
        Samples.after(
            TradingState.empty(),
            TradingState.empty().halts().halt(SAP, intentId("other"), "overfilled", NOW));
    assertThat(codes(state, BUY, facts(), RULES)).containsExactly(RefusalCode.SECURITY_HALTED);
    assertThat(codes(state, SELL, facts(), RULES)).containsExactly(RefusalCode.SECURITY_HALTED);
  }

  /** Unknown worth stops automatic trading (I25). */
  @Test
  void anAccountThatCannotBeValuedIsNotTradedAutomatically() {
    Facts facts = withWorth(facts(), Optional.empty());
    assertThat(codes(ofCycle(BUY), facts)).containsExactly(RefusalCode.DAILY_LOSS_HALT);
    assertThat(codes(BUY, facts)).isEmpty();
  }

  @Test
  void anAccountWithoutACloseHasLostNothing() {
    Facts firstDay =
        withWorth(facts(), Optional.of(new Facts.Worth(eur("5"), Optional.empty(), eur("0"))));
    assertThat(codes(ofCycle(SELL), firstDay)).isEmpty();
  }

  @Test
  void outsideTheSessionOnlyABuyWithALimitOfTheDayMayWait() {
    TradingRules queueing =
        new TradingRules(
            RULES.frequency(),
            RULES.patience(),
            RULES.losses(),
            RULES.pricing(),
            RULES.warnings(),
            RULES.maximumQuantity(),
            true);
    Facts night = with(withQuote(facts(), Optional.of(quote(Duration.ZERO))), closed());
    Intent good = limited(BUY, "100");
    assertThat(codes(good, night, RULES)).containsExactly(RefusalCode.MARKET_CLOSED);
    assertThat(codes(good, night, queueing)).isEmpty();
    assertThat(codes(BUY, night, queueing)).containsExactly(RefusalCode.MARKET_CLOSED);
    assertThat(codes(limited(SELL, "100"), night, queueing))
        .containsExactly(RefusalCode.MARKET_CLOSED);
    assertThat(codes(as(good, OrderType.LIMIT, good.limit(), TimeInForce.GTC), night, queueing))
        .containsExactly(RefusalCode.MARKET_CLOSED);
    Facts strict =
        with(night, new Facts.Venue(Facts.Hours.CLOSED, NOW, night.venue().lastClose(), true));
    assertThat(codes(good, strict, queueing)).containsExactly(RefusalCode.MARKET_CLOSED);
    Facts unknown = with(night, new Facts.Venue(Facts.Hours.UNKNOWN, NOW, Optional.empty(), false));
    assertThat(codes(good, unknown, queueing)).containsExactly(RefusalCode.MARKET_CLOSED);
  }

  @Test
  void oneOrderPerSecurityIsOpenWhateverTheSide() {
    TradingState state = Samples.after(TradingState.empty(), admitted("first", Side.BUY));
    assertThat(first(state, SELL)).contains(RefusalCode.PENDING_ORDER);
    TradingState ended = Samples.after(state, state.settle(BUY.id(), NOW));
    assertThat(first(Samples.after(state, state.settle(intentId("first"), NOW)), SELL))
        .isNotEqualTo(Optional.of(RefusalCode.PENDING_ORDER));
    assertThat(first(ended, SELL)).contains(RefusalCode.PENDING_ORDER);
  }

  @Test
  void aWishDoesNotStandInItsOwnWay() {
    TradingState state = Samples.after(TradingState.empty(), admitted("wish", Side.BUY));
    assertThat(codes(state, BUY, facts(), RULES)).doesNotContain(RefusalCode.PENDING_ORDER);
  }

  @Test
  void salesNeedFreeShares() {
    assertThat(codes(SELL, withBooks(facts(), Optional.of(Samples.books("0", "0")))))
        .containsExactly(RefusalCode.NO_POSITION);
    assertThat(codes(SELL, withBooks(facts(), Optional.of(Samples.books("0", "9")))))
        .containsExactly(RefusalCode.OVERSELL);
    Facts.Cash none = new Facts.Cash(eur("0"), eur("0"));
    Facts.Books setAside = new Facts.Books(none, none, Quantity.of(15), Quantity.of(9));
    assertThat(codes(SELL, withBooks(facts(), Optional.of(setAside))))
        .containsExactly(RefusalCode.OVERSELL);
  }

  /** What cannot be checked is refused (I21). */
  @Test
  void unreadableBooksBlockBothSides() {
    Facts facts = withBooks(facts(), Optional.empty());
    assertThat(codes(BUY, facts)).containsExactly(RefusalCode.CASH_UNKNOWN);
    assertThat(codes(SELL, facts)).containsExactly(RefusalCode.CASH_UNKNOWN);
  }

  /** No rate, no order (I17). */
  @Test
  void foreignSharesNeedARateAndCashForBoth() {
    Facts foreign =
        withListing(
            withQuote(
                facts(), Optional.of(new Quote(SAP, Price.of("100", Currency.USD), NOW, "test"))),
            Optional.of(
                new Facts.Listing(
                    new Symbol("AAPL.US"), Currency.USD, Quantity.of(1), true, true)));
    assertThat(codes(BUY, foreign)).contains(RefusalCode.RATE_UNAVAILABLE);
    FxRate rate = new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.25"), NOW, "test");
    Facts.Cash dollars = new Facts.Cash(usd("24.54"), usd("24.54"));
    // 1,024.54 USD at worst, 24.54 there: 1,000 USD are 800 EUR and 816 EUR with the margin
    Facts enough =
        withBooks(withRate(foreign, Optional.of(rate)), Optional.of(inDollars(dollars, "816.00")));
    Facts cent =
        withBooks(withRate(foreign, Optional.of(rate)), Optional.of(inDollars(dollars, "815.99")));
    assertThat(codes(BUY, enough)).isEmpty();
    assertThat(codes(BUY, cent)).containsExactly(RefusalCode.FX_CONVERSION_FAILED);
  }

  /** No order on a price older than its limit (I24). */
  @Test
  void pricesHaveToBeRecentInASessionUnlessALimitProtects() {
    Facts old = withQuote(facts(), Optional.of(quote(Duration.ofMinutes(15).plusSeconds(1))));
    Facts recent = withQuote(facts(), Optional.of(quote(Duration.ofMinutes(15))));
    Facts beforeLastClose = withQuote(facts(), Optional.of(quote(Duration.ofHours(21))));
    assertThat(codes(BUY, recent)).isEmpty();
    assertThat(codes(BUY, old)).containsExactly(RefusalCode.STALE_PRICE);
    assertThat(codes(limited(BUY, "100"), old)).isEmpty();
    assertThat(codes(limited(BUY, "100"), beforeLastClose))
        .containsExactly(RefusalCode.STALE_PRICE);
    assertThat(codes(BUY, withQuote(facts(), Optional.empty())))
        .containsExactly(RefusalCode.PRICE_NOT_POSITIVE);
  }

  @Test
  void warningsDoNotRefuse() {
    Facts rich = withBooks(facts(), Optional.of(Samples.books("1000000", "0")));
    assertThat(warnings(limited(intent("wish", Side.BUY, "100"), "100.01"), rich))
        .containsExactly(RefusalCode.RESEARCH_MODE, RefusalCode.LARGE_TRADE);
    assertThat(warnings(limited(intent("wish", Side.BUY, "100"), "100"), rich))
        .as("the broker is play")
        .containsExactly(RefusalCode.RESEARCH_MODE);
    assertThat(warnings(intent("wish", Side.BUY, "2"), rich))
        .containsExactly(RefusalCode.RESEARCH_MODE, RefusalCode.COST_RATIO_HIGH);
    assertThat(warnings(intent("wish", Side.BUY, "151"), rich))
        .containsExactly(RefusalCode.RESEARCH_MODE, RefusalCode.CONCENTRATION);
    assertThat(warnings(intent("wish", Side.BUY, "150"), rich))
        .containsExactly(RefusalCode.RESEARCH_MODE);
  }

  /** A broker outside the house gets orders of an armed account only (I12). */
  @Test
  void inResearchABrokerOutsideGetsNoOrder() {
    Facts outside = withBroker(facts(), new Facts.BrokerState(true, Samples.BROKER.fromOutside()));
    assertThat(codes(BUY, outside)).containsExactly(RefusalCode.RESEARCH_MODE);
    TradingState live =
        TradingState.empty().apply(new TradingEvent.LiveArmed("the books agree", NOW));
    assertThat(codes(live, BUY, outside, RULES)).isEmpty();
    assertThat(SafetyChecks.check(live, BUY, outside, RULES).warnings())
        .extracting(Refusal::code)
        .doesNotContain(RefusalCode.RESEARCH_MODE);
  }

  @Test
  void aRehearsalShowsEveryRefusalInTheOrderOfTheRules() {
    Facts bad =
        withBooks(
            with(
                withBroker(
                    withQuote(facts(), Optional.empty()), new Facts.BrokerState(false, BROKER)),
                closed()),
            Optional.of(Samples.books("0", "0")));
    TradingState state =
        Samples.after(
            Samples.traded(SAP, Side.SELL, List.of(NOW.minusSeconds(60))),
            admitted("other", Side.BUY));
    assertThat(codes(state, intent("wish", Side.SELL, "2.5"), bad, RULES))
        .containsExactly(
            RefusalCode.LOT_SIZE,
            RefusalCode.BROKER_UNAVAILABLE,
            RefusalCode.MARKET_CLOSED,
            RefusalCode.PENDING_ORDER,
            RefusalCode.MIN_HOLD,
            RefusalCode.FREQ_MIN_GAP,
            RefusalCode.NO_POSITION,
            RefusalCode.PRICE_NOT_POSITIVE);
  }

  private static Facts.Books inDollars(Facts.Cash dollars, String euro) {
    return new Facts.Books(
        dollars, new Facts.Cash(eur(euro), eur(euro)), Quantity.ZERO, Quantity.ZERO);
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }

  private static Quote quote(Duration age) {
    return new Quote(SAP, Price.of("100", Currency.EUR), NOW.minus(age), "test");
  }

  private static List<TradingEvent> admitted(String id, Side side) {
    return TradingState.empty().admit(intent(id, side, "1"), NOW);
  }

  private static IntentId intentId(String id) {
    return new IntentId(id);
  }

  private static Optional<RefusalCode> first(TradingState state, Intent wish) {
    return SafetyChecks.check(state, wish, facts(), RULES).refusal().map(Refusal::code);
  }

  private static List<RefusalCode> warnings(Intent wish, Facts facts) {
    SafetyChecks.Verdict verdict = check(wish, facts, RULES);
    assertThat(verdict.errors()).isEmpty();
    return verdict.warnings().stream().map(Refusal::code).toList();
  }

  private static SafetyChecks.Verdict check(Intent wish, Facts facts, TradingRules rules) {
    return SafetyChecks.check(TradingState.empty(), wish, facts, rules);
  }

  private static List<RefusalCode> codes(Intent wish, Facts facts) {
    return codes(wish, facts, RULES);
  }

  private static List<RefusalCode> codes(Intent wish, Facts facts, TradingRules rules) {
    return codes(TradingState.empty(), wish, facts, rules);
  }

  private static List<RefusalCode> codes(
      TradingState state, Intent wish, Facts facts, TradingRules rules) {
    return SafetyChecks.check(state, wish, facts, rules).errors().stream()
        .map(Refusal::code)
        .toList();
  }
}
