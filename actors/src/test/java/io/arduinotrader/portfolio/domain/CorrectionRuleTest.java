package io.arduinotrader.portfolio.domain;

import static io.arduinotrader.portfolio.domain.Books.APPLE;
import static io.arduinotrader.portfolio.domain.Books.APPLE_US;
import static io.arduinotrader.portfolio.domain.Books.EUR_USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Basis;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectCash;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPosition;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One approved figure becomes the broker's, or nothing does (I06, I07, I09, I15). */
class CorrectionRuleTest {

  private static final Optional<Basis> AT_EIGHTY =
      Optional.of(new Basis(Price.of("80", Currency.USD), EUR_USD));

  private Books books;

  @BeforeEach
  void open() {
    books = new Books();
    books.granted(new PortfolioRequest.BookDeposit(new DepositId("d-1"), euros("1000.00"), "test"));
    books.granted(shares("c-0", "0", "10", AT_EIGHTY));
  }

  @Test
  void aBalanceMovesToTheBrokersOnce() {
    CorrectCash fee = new CorrectCash("c-1", euros("1000.00"), euros("997.50"), "a fee", "anna");
    books.granted(fee);
    assertThat(books.state().cash().balance(Currency.EUR)).isEqualTo(euros("997.50"));
    assertThat(books.request(fee))
        .isInstanceOfSatisfying(
            Decision.Events.class, again -> assertThat(again.events()).isEmpty());
  }

  @Test
  void figuresThatHaveChangedMeanwhileAreNotCorrected() {
    assertThat(refusal(new CorrectCash("c-1", euros("999.00"), euros("1.00"), "x", "anna")))
        .isEqualTo(RefusalCode.CONFLICT);
    assertThat(refusal(shares("c-2", "9", "12", Optional.empty()))).isEqualTo(RefusalCode.CONFLICT);
  }

  @Test
  void whatOpenOrdersCountOnStays() {
    books.granted(
        new PortfolioRequest.Reserve(
            new IntentId("sale"),
            Side.SELL,
            APPLE,
            APPLE_US,
            Quantity.of(6),
            Money.zero(Currency.USD),
            EUR_USD));
    assertThat(refusal(shares("c-1", "10", "5", Optional.empty()))).isEqualTo(RefusalCode.CONFLICT);
    books.granted(shares("c-2", "10", "6", Optional.empty()));

    books.granted(
        new PortfolioRequest.Reserve(
            new IntentId("buy"),
            Side.BUY,
            Books.SAP,
            Books.SAP_DE,
            Quantity.of(6),
            euros("600.00"),
            Books.EUR_EUR));
    assertThat(refusal(new CorrectCash("c-3", euros("1000.00"), euros("599.99"), "x", "anna")))
        .isEqualTo(RefusalCode.CONFLICT);
    books.granted(new CorrectCash("c-4", euros("1000.00"), euros("600.00"), "x", "anna"));
  }

  @Test
  void aBalanceBelowZeroIsABalanceToo() {
    books.granted(new CorrectCash("c-1", euros("1000.00"), euros("-12.50"), "a fee", "anna"));
    assertThat(books.state().cash().balance(Currency.EUR)).isEqualTo(euros("-12.50"));
  }

  @Test
  void anotherAverageKeepsTheRatesOfThePurchases() {
    BigDecimal before = position().baseCost();
    FxRate today =
        new FxRate(Currency.EUR, Currency.USD, new BigDecimal("2"), EUR_USD.at(), "test");
    books.granted(
        shares("c-1", "10", "10", Optional.of(new Basis(Price.of("40", Currency.USD), today))));
    assertThat(position().cost()).isEqualByComparingTo("400");
    assertThat(position().baseCost())
        .isEqualByComparingTo(before.divide(new BigDecimal("2"), MathContext.DECIMAL128));

    books.granted(
        shares("c-2", "10", "12", Optional.of(new Basis(Price.of("40", Currency.USD), today))));
    assertThat(position().baseCost())
        .as("two shares more cost 80 dollars, at two for a euro")
        .isEqualByComparingTo(
            before.divide(new BigDecimal("2"), MathContext.DECIMAL128).add(new BigDecimal("40")));
  }

  @Test
  void withoutAStatedCostTheAverageStays() {
    books.granted(shares("c-1", "10", "4", Optional.empty()));
    assertThat(books.state().holdings().position(APPLE).orElseThrow().cost())
        .isEqualByComparingTo(new BigDecimal("320"));
    books.granted(shares("c-2", "4", "0", Optional.empty()));
    assertThat(books.state().holdings().position(APPLE).orElseThrow().cost())
        .isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(refusal(shares("c-3", "0", "4", Optional.empty())))
        .isEqualTo(RefusalCode.PRICE_NOT_POSITIVE);
  }

  @Test
  void aCostNeedsTheCurrencyOfThePositionAndARate() {
    assertThat(
            refusal(
                shares(
                    "c-1",
                    "10",
                    "11",
                    Optional.of(new Basis(Price.of("80", Currency.EUR), EUR_USD)))))
        .isEqualTo(RefusalCode.RATE_UNAVAILABLE);
    assertThat(
            refusal(
                shares(
                    "c-2",
                    "10",
                    "11",
                    Optional.of(new Basis(Price.of("80", Currency.EUR), Books.EUR_EUR)))))
        .isEqualTo(RefusalCode.CONFLICT);
  }

  private PortfolioView.Position position() {
    return books.state().holdings().position(APPLE).orElseThrow();
  }

  private RefusalCode refusal(PortfolioRequest request) {
    return ((Decision.Refused) books.request(request)).refusal().code();
  }

  private static CorrectPosition shares(
      String id, String expected, String quantity, Optional<Basis> basis) {
    return new CorrectPosition(
        id, APPLE, APPLE_US, Quantity.of(expected), Quantity.of(quantity), basis, "seen", "anna");
  }

  private static Money euros(String amount) {
    return Money.of(amount, Currency.EUR);
  }
}
