package io.arduinotrader.portfolio.domain.valuation;

import static io.arduinotrader.portfolio.domain.valuation.Values.APPLE;
import static io.arduinotrader.portfolio.domain.valuation.Values.NOW;
import static io.arduinotrader.portfolio.domain.valuation.Values.SAP;
import static io.arduinotrader.portfolio.domain.valuation.Values.TENCENT;
import static io.arduinotrader.portfolio.domain.valuation.Values.position;
import static io.arduinotrader.portfolio.domain.valuation.Values.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.portfolio.PortfolioView.Reservation;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioHasherTest {

  private static final Map<Isin, SecurityFacts> UNIVERSE =
      Map.of(SAP, facts(SAP, "SAP.DE", true), TENCENT, facts(TENCENT, "700.HK", true));

  @Test
  void openBuyCountsAsIfExecutedAtWhatItHasSetAside() {
    PortfolioView before = view(List.of(sap("3")), List.of(eur("1000")), buy("2", "400"));
    PortfolioView filled = view(List.of(sap("5")), List.of(eur("600")), buy("0", "0"));
    PortfolioView ended = view(List.of(sap("5")), List.of(eur("600")));

    assertThat(hash(before)).isEqualTo(hash(ended));
    assertThat(hash(filled)).isEqualTo(hash(ended));
    assertThat(hash(before)).isNotEqualTo(hash(view(List.of(sap("3")), List.of(eur("1000")))));
  }

  @Test
  void restOfAFilledBuyChangesNothing() {
    PortfolioView filled = view(List.of(sap("5")), List.of(eur("600")), buy("0", "13"));

    assertThat(hash(filled)).isEqualTo(hash(view(List.of(sap("5")), List.of(eur("600")))));
  }

  @Test
  void openSaleTakesSharesButBringsNoCash() {
    Reservation sale =
        new Reservation(new IntentId("s"), Side.SELL, SAP, Quantity.of(3), List.of());

    assertThat(hash(view(List.of(sap("3")), List.of(eur("10")), sale)))
        .isEqualTo(hash(view(List.of(), List.of(eur("10")))));
  }

  @Test
  void inactiveSecuritiesCountOnlyWhileHeld() {
    Map<Isin, SecurityFacts> without = Map.of(TENCENT, facts(TENCENT, "700.HK", true));
    Map<Isin, SecurityFacts> inactive =
        Map.of(
            TENCENT, facts(TENCENT, "700.HK", true),
            SAP, facts(SAP, "SAP.DE", false));
    PortfolioView empty = view(List.of(), List.of());
    PortfolioView held = view(List.of(sap("3")), List.of());

    assertThat(PortfolioHasher.hash(empty, inactive))
        .isEqualTo(PortfolioHasher.hash(empty, without));
    assertThat(PortfolioHasher.hash(held, inactive))
        .isNotEqualTo(PortfolioHasher.hash(held, without));
  }

  @Test
  void unknownSecurityOfAnOpenBuyIsNamedByItsIsin() {
    Reservation open =
        new Reservation(new IntentId("b"), Side.BUY, APPLE, Quantity.of(1), List.of(eur("100")));

    assertThat(hash(view(List.of(), List.of(eur("100")), open)))
        .isNotEqualTo(hash(view(List.of(), List.of())));
  }

  private static PortfolioHash hash(PortfolioView portfolio) {
    return PortfolioHasher.hash(portfolio, UNIVERSE);
  }

  private static Reservation buy(String quantity, String amount) {
    return new Reservation(
        new IntentId("b"), Side.BUY, SAP, Quantity.of(quantity), List.of(eur(amount)));
  }

  private static Position sap(String quantity) {
    return position(
        SAP,
        "SAP.DE",
        new BigDecimal(quantity),
        new BigDecimal("200"),
        FxRate.identity(Currency.EUR, NOW));
  }

  private static SecurityFacts facts(Isin isin, String symbol, boolean active) {
    return new SecurityFacts(
        isin,
        new Symbol(symbol),
        "",
        active,
        true,
        true,
        Optional.empty(),
        Optional.empty(),
        "",
        "",
        "");
  }

  private static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }
}
