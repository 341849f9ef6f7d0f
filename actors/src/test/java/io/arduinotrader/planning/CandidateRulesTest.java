package io.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.planning.CandidateRules.Known;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PlanningWork.Candidate;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateRulesTest {

  private static final CandidateRules RULES = new CandidateRules(Market.SETTINGS.trading());

  @Test
  void aCandidateCarriesWhatThePlanNeeds() {
    Candidate candidate = RULES.candidate(known(Market.APPLE), Quantity.of(7), 0.25);

    assertThat(candidate.isin()).isEqualTo(Market.APPLE.isin());
    assertThat(candidate.symbol()).isEqualTo(Market.APPLE.symbol());
    assertThat(candidate.lot()).isEqualTo(Quantity.of(1));
    assertThat(candidate.held()).isEqualTo(Quantity.of(7));
    assertThat(candidate.price()).isEqualTo(Price.of("108", Currency.USD));
    assertThat(candidate.rate()).isEqualTo(Market.DOLLARS);
    assertThat(candidate.target()).isEqualTo(0.25);
    assertThat(candidate.score()).contains(0.731);
    assertThat(candidate.buyBlocked()).isEmpty();
    assertThat(candidate.sellBlocked()).isEmpty();
  }

  @Test
  void theBaseCurrencyNeedsNoRate() {
    Known known =
        new Known(
            Market.view(Market.SAP),
            Optional.of(Market.SAP),
            new Quotes(List.of(Market.quote(Market.SAP)), List.of(), List.of()),
            Market.trading(List.of(), List.of()),
            Market.NOW);

    assertThat(RULES.candidate(known, Quantity.ZERO, 0).rate())
        .isEqualTo(FxRate.identity(Currency.EUR, Market.NOW));
  }

  @Test
  void whatTheUniverseDoesNotAllowIsBlocked() {
    Candidate frozen =
        RULES.candidate(known(Market.APPLE.withFlags(true, false, false)), Quantity.of(1), 0);
    Candidate retired =
        RULES.candidate(known(Market.APPLE.withFlags(false, true, true)), Quantity.of(1), 0);

    assertThat(code(frozen.buyBlocked())).contains(RefusalCode.BUY_DISABLED);
    assertThat(code(frozen.sellBlocked())).contains(RefusalCode.SELL_DISABLED);
    assertThat(code(retired.buyBlocked())).contains(RefusalCode.BUY_DISABLED);
    assertThat(retired.sellBlocked()).isEmpty();
  }

  @Test
  void anOpenOrderBlocksBothSides() {
    TradingView.OpenIntent order =
        new TradingView.OpenIntent(new IntentId("o-1"), Market.APPLE.isin(), Side.SELL, Market.NOW);
    Candidate candidate =
        RULES.candidate(
            known(Market.APPLE, Market.trading(List.of(order), List.of())), Quantity.of(1), 0);

    Refusal refusal = Refusal.of(RefusalCode.PENDING_ORDER, "order o-1 is still open");
    assertThat(candidate.buyBlocked()).contains(refusal);
    assertThat(candidate.sellBlocked()).contains(refusal);
  }

  /** Exactly thirty days after a purchase the next one still waits. */
  @ParameterizedTest
  @CsvSource({"PT720H, BUY, true", "PT720H0.001S, BUY, false", "PT1H, SELL, false"})
  void aPurchaseIsNotRepeatedTooSoon(Duration ago, Side side, boolean blocked) {
    Candidate candidate =
        RULES.candidate(known(Market.APPLE, traded(ago, side)), Quantity.of(1), 0.5);

    assertThat(code(candidate.buyBlocked()))
        .isEqualTo(blocked ? Optional.of(RefusalCode.BUY_COOLDOWN) : Optional.empty());
  }

  /** Exactly ninety days after a trade of either side it may be sold. */
  @ParameterizedTest
  @CsvSource({"PT2160H, BUY, false", "PT2159H59M59S, BUY, true", "PT1H, SELL, true"})
  void whatWasJustTradedIsHeld(Duration ago, Side side, boolean blocked) {
    Candidate candidate =
        RULES.candidate(known(Market.APPLE, traded(ago, side)), Quantity.of(1), 0);

    assertThat(code(candidate.sellBlocked()))
        .isEqualTo(blocked ? Optional.of(RefusalCode.MIN_HOLD) : Optional.empty());
  }

  @Test
  void aSecurityThatCannotBeValuedStopsThePlan() {
    Quotes nothing = new Quotes(List.of(), List.of(), List.of());
    Quotes noRate = new Quotes(List.of(Market.quote(Market.APPLE)), List.of(), List.of());
    TradingView clocks = Market.trading(List.of(), List.of());

    assertThatThrownBy(
            () ->
                RULES.candidate(
                    new Known(
                        Market.view(Market.APPLE),
                        Optional.of(Market.APPLE),
                        nothing,
                        clocks,
                        Market.NOW),
                    Quantity.ZERO,
                    0))
        .hasMessage("no price is known for AAPL.US");
    assertThatThrownBy(
            () ->
                RULES.candidate(
                    new Known(
                        Market.view(Market.APPLE),
                        Optional.of(Market.APPLE),
                        noRate,
                        clocks,
                        Market.NOW),
                    Quantity.ZERO,
                    0))
        .hasMessage("no exchange rate is known for USD");
    assertThatThrownBy(
            () ->
                RULES.candidate(
                    new Known(
                        Market.view(Market.APPLE), Optional.empty(), noRate, clocks, Market.NOW),
                    Quantity.ZERO,
                    0))
        .hasMessage("US0378331005 is not in the universe");
  }

  private static TradingView traded(Duration ago, Side side) {
    return Market.trading(
        List.of(),
        List.of(new TradingView.LastTrade(Market.APPLE.isin(), side, Market.NOW.minus(ago))));
  }

  private static Known known(SecurityRecord security) {
    return known(security, Market.trading(List.of(), List.of()));
  }

  private static Known known(SecurityRecord security, TradingView clocks) {
    return new Known(
        Market.view(security), Optional.of(security), Market.quotes(), clocks, Market.NOW);
  }

  private static Optional<RefusalCode> code(Optional<Refusal> refusal) {
    return refusal.map(Refusal::code);
  }
}
