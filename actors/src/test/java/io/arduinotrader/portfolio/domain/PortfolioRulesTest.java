package io.arduinotrader.portfolio.domain;

import static io.arduinotrader.portfolio.domain.Books.APPLE;
import static io.arduinotrader.portfolio.domain.Books.EUR_EUR;
import static io.arduinotrader.portfolio.domain.Books.EUR_USD;
import static io.arduinotrader.portfolio.domain.Books.SAP;
import static io.arduinotrader.portfolio.domain.Books.SAP_DE;
import static io.arduinotrader.portfolio.domain.Books.buy;
import static io.arduinotrader.portfolio.domain.Books.deposit;
import static io.arduinotrader.portfolio.domain.Books.dollarFill;
import static io.arduinotrader.portfolio.domain.Books.eur;
import static io.arduinotrader.portfolio.domain.Books.fill;
import static io.arduinotrader.portfolio.domain.Books.sell;
import static io.arduinotrader.portfolio.domain.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookDeposit;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPositions;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Release;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Reserve;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortfolioRulesTest {

  private static final IntentId BUY_1 = new IntentId("buy-1");

  @Test
  void depositIsBookedOnceUnderItsId() {
    Books books = new Books().granted(deposit("d1", "100.00")).repeated(deposit("d1", "100"));

    assertThat(books.refused(deposit("d1", "100.01"), RefusalCode.CONFLICT))
        .contains("d1", "100.00 EUR", "100.01 EUR");
    assertThat(books.view().balance(Currency.EUR)).isEqualTo(eur("100"));
  }

  @Test
  void depositMustBeAboveZeroAndInBaseCurrency() {
    Books books = new Books();

    books.refused(deposit("d1", "0"), RefusalCode.AMOUNT_NOT_POSITIVE);
    books.refused(deposit("d1", "-5"), RefusalCode.AMOUNT_NOT_POSITIVE);
    books.refused(new BookDeposit(new DepositId("d1"), usd("5"), ""), RefusalCode.RATE_UNAVAILABLE);
  }

  /** Cash is never spent twice (I07). */
  @Test
  void secondBuyCannotSpendTheSameCash() {
    Books books = new Books().granted(deposit("d1", "600")).granted(buy("buy-1", eur("360")));

    assertThat(books.refused(buy("buy-2", eur("360")), RefusalCode.INSUFFICIENT_FUNDS))
        .contains("360.00 EUR", "240.00 EUR");
    books.granted(buy("buy-3", eur("240")));
    assertThat(books.view().free(Currency.EUR)).isEqualTo(eur("0"));
  }

  @Test
  void foreignBuyTakesItsOwnCurrencyFirstAndTheRestWithAMarginFromEuros() {
    Books books =
        new Books()
            .granted(deposit("d1", "1000"))
            .granted(
                new BookFill(
                    dollarFill(
                        "f0",
                        "other",
                        Side.BUY,
                        "1",
                        "25",
                        "0",
                        Optional.of(new Conversion(eur("100"), usd("125"), EUR_USD)))));

    books.granted(buy("buy-1", usd("225")));

    // 100 of 225 dollars are there; 125 / 1.25 × 1.02 = 102 euros
    assertThat(books.view().reservations())
        .singleElement()
        .satisfies(
            reservation ->
                assertThat(reservation.amounts()).containsExactly(eur("102.00"), usd("100.00")));
    assertThat(books.view().free(Currency.USD)).isEqualTo(usd("0"));
    assertThat(books.view().free(Currency.EUR)).isEqualTo(eur("798"));
  }

  @Test
  void theMarginIsRoundedUpToWholeCents() {
    Books books = new Books().granted(deposit("d1", "100")).granted(buy("buy-1", usd("0.01")));

    assertThat(books.view().reservations().getFirst().amounts()).containsExactly(eur("0.01"));
  }

  @Test
  void euroCashMustPayForTheConversion() {
    Books books = new Books().granted(deposit("d1", "101.99"));

    assertThat(books.refused(buy("buy-1", usd("125")), RefusalCode.FX_CONVERSION_FAILED))
        .contains("125.00 USD", "102.00 EUR", "101.99 EUR");
    books.granted(deposit("d2", "0.01")).granted(buy("buy-1", usd("125")));
  }

  /** No order makes cash negative, and none adds to cash that is (I08). */
  @Test
  void nothingIsSetAsideOnANegativeBalance() {
    Books books =
        new Books()
            .granted(deposit("d1", "100"))
            .granted(new BookFill(fill("f1", "external", Side.BUY, "1", "101", "0")));

    books.refused(buy("buy-1", eur("1")), RefusalCode.NEGATIVE_BALANCE);
    books.refused(buy("buy-1", usd("1")), RefusalCode.NEGATIVE_BALANCE);
  }

  @Test
  void rateMustFitTheTradeCurrency() {
    Reserve fitting = buy("buy-1", usd("1"));
    Books books = new Books().granted(deposit("d1", "100"));

    books.refused(
        new Reserve(
            BUY_1, Side.BUY, APPLE, fitting.symbol(), fitting.quantity(), usd("1"), EUR_EUR),
        RefusalCode.RATE_UNAVAILABLE);
  }

  @Test
  void reservationIsRepeatedWhileOpenAndRefusedAfterItsEnd() {
    Books books =
        new Books()
            .granted(deposit("d1", "100"))
            .granted(buy("buy-1", eur("100")))
            .repeated(buy("buy-1", eur("100")))
            .granted(new Release(BUY_1))
            .repeated(new Release(BUY_1));

    books.refused(buy("buy-1", eur("100")), RefusalCode.CONFLICT);
    assertThat(books.view().free(Currency.EUR)).isEqualTo(eur("100"));
  }

  @Test
  void endThatOvertakesItsReservationKeepsItOut() {
    Books books = new Books().granted(deposit("d1", "100")).granted(new Release(BUY_1));

    books.refused(buy("buy-1", eur("100")), RefusalCode.CONFLICT);
  }

  @Test
  void partialFillsUseTheReservationUpByWhatWasPaid() {
    Books books =
        new Books()
            .granted(deposit("d1", "1000"))
            .granted(buy("buy-1", eur("520")))
            .granted(new BookFill(fill("f1", "buy-1", Side.BUY, "2", "100", "3")));

    assertThat(books.view().reservations().getFirst().amounts()).containsExactly(eur("317"));
    assertThat(books.view().reservations().getFirst().quantity()).isEqualTo(Quantity.of(3));
    assertThat(books.view().free(Currency.EUR)).isEqualTo(eur("480"));

    books.granted(new BookFill(fill("f2", "buy-1", Side.BUY, "3", "110", "3")));
    assertThat(books.view().reservations().getFirst().amounts()).containsExactly(eur("0"));
    assertThat(books.view().balance(Currency.EUR)).isEqualTo(eur("464"));

    books.granted(new Release(BUY_1));
    assertThat(books.view().reservations()).isEmpty();
    assertThat(books.view().free(Currency.EUR)).isEqualTo(eur("464"));
  }

  @Test
  void conversionMovesBothCurrenciesAndUsesUpWhatWasSetAsideInEuros() {
    Books books =
        new Books()
            .granted(deposit("d1", "1000"))
            .granted(buy("buy-1", usd("500")))
            .granted(
                new BookFill(
                    dollarFill(
                        "f1",
                        "buy-1",
                        Side.BUY,
                        "5",
                        "98",
                        "2",
                        Optional.of(new Conversion(eur("395"), usd("493.75"), EUR_USD)))));

    assertThat(books.view().balance(Currency.EUR)).isEqualTo(eur("605"));
    assertThat(books.view().balance(Currency.USD)).isEqualTo(usd("1.75"));
    // 500 / 1.25 × 1.02 = 408 were set aside
    assertThat(books.view().reservations().getFirst().amounts()).containsExactly(eur("13"));
    assertThat(position(books, Books.APPLE).cost()).isEqualByComparingTo("490");
    assertThat(position(books, Books.APPLE).baseCost()).isEqualByComparingTo("392");
    assertThat(position(books, Books.APPLE).fees()).isEqualByComparingTo("2");
  }

  @Test
  void fillIsBookedWhateverItDoesToTheCash() {
    Books books =
        new Books().granted(new BookFill(fill("f1", "external", Side.BUY, "1", "50", "1")));

    assertThat(books.view().balance(Currency.EUR)).isEqualTo(eur("-51"));
    books.repeated(new BookFill(fill("f1", "external", Side.BUY, "1", "50", "1")));
  }

  /** Executions and orders have names of their own: none stands for the other (I13). */
  @Test
  void anExecutionThatIsNamedLikeAnOrderIsAnExecutionOfItsOwn() {
    Books books =
        new Books()
            .granted(new BookFill(fill("f1", "first", Side.BUY, "1", "50", "1")))
            .granted(new BookFill(fill("f2", "first", Side.BUY, "1", "50", "1")))
            .granted(new BookFill(fill("O-first", "second", Side.BUY, "1", "50", "1")));

    assertThat(position(books, SAP).quantity()).isEqualTo(Quantity.of(3));
  }

  /** The weighted average never changes on a sale (I16). */
  @Test
  void saleKeepsTheAverageAndRealisesTheGain() {
    Books books =
        holding("3", "100")
            .granted(sell("sell-1", "2"))
            .granted(new BookFill(fill("f2", "sell-1", Side.SELL, "1", "130", "1")));

    assertThat(position(books, SAP).averagePrice()).contains(Price.of("100", Currency.EUR));
    assertThat(position(books, SAP).realisedGross()).isEqualByComparingTo("30");
    assertThat(books.view().freeShares(SAP)).isEqualTo(Quantity.of(1));
    assertThat(books.view().balance(Currency.EUR)).isEqualTo(eur("829"));
  }

  /** No short sales (I09). */
  @Test
  void saleNeedsFreeShares() {
    Books books = holding("3", "100");

    books.refused(
        new Reserve(BUY_1, Side.SELL, APPLE, Books.APPLE_US, Quantity.of(1), usd("0"), EUR_USD),
        RefusalCode.NO_POSITION);
    books.granted(sell("sell-1", "2"));
    assertThat(books.refused(sell("sell-2", "1.5"), RefusalCode.OVERSELL))
        .contains("1.5", "SAP.DE", "3", "2");
    books.granted(sell("sell-2", "1"));
  }

  @Test
  void orderForNoSharesIsRefused() {
    holding("3", "100").refused(sell("sell-1", "0"), RefusalCode.QTY_NOT_POSITIVE);
  }

  @Test
  void fillThatSellsMoreThanHeldWaitsUntilTheBooksAreRight() {
    Books books = holding("3", "100");
    BookFill oversold = new BookFill(fill("f2", "sell-1", Side.SELL, "5", "110", "0"));

    assertThat(books.refused(oversold, RefusalCode.OVERSELL)).contains("f2", "5", "3");

    // the missing purchase arrives late, and the same request is granted
    books
        .granted(new BookFill(fill("f0", "buy-0", Side.BUY, "2", "100", "0")))
        .granted(oversold)
        .repeated(oversold);
    assertThat(position(books, SAP).quantity()).isEqualTo(Quantity.ZERO);
    assertThat(books.view().balance(Currency.EUR)).isEqualTo(eur("1050"));
  }

  @Test
  void fillOfAnotherAccountOrCurrencyIsNotBooked() {
    Books books = holding("3", "100");
    Fill own = fill("f2", "sell-1", Side.SELL, "1", "110", "0");

    books.refused(new BookFill(withAccount(own, new AccountId("other"))), RefusalCode.CONFLICT);
    assertThat(
            books.refused(
                new BookFill(
                    new Fill(
                        own.id(),
                        own.intent(),
                        own.order(),
                        own.account(),
                        SAP,
                        SAP_DE,
                        Side.SELL,
                        own.quantity(),
                        Price.of("110", Currency.USD),
                        usd("0"),
                        EUR_USD,
                        Optional.empty(),
                        own.executedAt())),
                RefusalCode.CONFLICT))
        .contains("EUR", "USD");
  }

  @Test
  void correctionReplacesPositionsAndLeavesCashAlone() {
    Books books = holding("3", "100");
    CorrectPositions correction =
        new CorrectPositions(
            "c1",
            List.of(
                new Holding(
                    APPLE, Books.APPLE_US, Quantity.of(4), Price.of("50", Currency.USD), EUR_USD)),
            "as the broker says");

    books.granted(correction).repeated(correction);

    assertThat(position(books, SAP).quantity()).isEqualTo(Quantity.ZERO);
    assertThat(position(books, SAP).cost()).isEqualByComparingTo("0");
    assertThat(position(books, APPLE).cost()).isEqualByComparingTo("200");
    assertThat(position(books, APPLE).baseCost()).isEqualByComparingTo("160");
    assertThat(books.view().balance(Currency.EUR)).isEqualTo(eur("700"));
  }

  @Test
  void correctionThatRepeatsWhatIsShownKeepsTheExactCost() {
    Books books =
        holding("3", "100").granted(new BookFill(fill("f2", "b", Side.BUY, "4", "33.33", "0")));
    Position before = position(books, SAP);

    books.granted(
        new CorrectPositions(
            "c1",
            List.of(
                new Holding(
                    SAP, SAP_DE, before.quantity(), before.averagePrice().orElseThrow(), EUR_EUR)),
            "no change"));

    assertThat(position(books, SAP)).isEqualTo(before);
  }

  @Test
  void correctionBelowWhatASaleHasSetAsideLeavesNoFreeShares() {
    Books books =
        holding("3", "100")
            .granted(sell("sell-1", "3"))
            .granted(
                new CorrectPositions(
                    "c1",
                    List.of(
                        new Holding(
                            SAP, SAP_DE, Quantity.of(1), Price.of("100", Currency.EUR), EUR_EUR)),
                    "as the broker says"));

    assertThat(books.view().freeShares(SAP)).isEqualTo(Quantity.ZERO);
    books.refused(sell("sell-2", "1"), RefusalCode.OVERSELL);
  }

  @Test
  void correctionMustStateEachSecurityOnceAndWithItsRate() {
    Holding once = new Holding(SAP, SAP_DE, Quantity.of(1), Price.of("100", Currency.EUR), EUR_EUR);
    Books books = new Books();

    books.refused(new CorrectPositions("c1", List.of(once, once), ""), RefusalCode.CONFLICT);
    books.refused(
        new CorrectPositions(
            "c1",
            List.of(new Holding(SAP, SAP_DE, once.quantity(), once.averagePrice(), EUR_USD)),
            ""),
        RefusalCode.RATE_UNAVAILABLE);
  }

  @Test
  void reopenedPositionCountsItsFirstPurchaseAnew() {
    Books books =
        holding("1", "100").granted(new BookFill(fill("f2", "s", Side.SELL, "1", "100", "0")));
    Fill later = fill("f3", "b", Side.BUY, "1", "90", "0");

    books.granted(
        new BookFill(
            new Fill(
                later.id(),
                later.intent(),
                later.order(),
                later.account(),
                later.isin(),
                later.symbol(),
                later.side(),
                later.quantity(),
                later.price(),
                later.commission(),
                later.rate(),
                later.conversion(),
                Books.START.plusSeconds(3600))));

    assertThat(position(books, SAP).firstBought()).isEqualTo(Books.START.plusSeconds(3600));
    assertThat(position(books, SAP).averagePrice()).contains(Price.of("90", Currency.EUR));
  }

  /** Books with 1000 euros, some of them spent on shares of SAP. */
  private static Books holding(String quantity, String price) {
    return new Books()
        .granted(deposit("d1", "1000"))
        .granted(new BookFill(fill("f1", "first", Side.BUY, quantity, price, "0")));
  }

  private static Position position(Books books, Isin isin) {
    PortfolioView view = books.view();
    return view.position(isin).orElseThrow();
  }

  private static Fill withAccount(Fill fill, AccountId account) {
    return new Fill(
        fill.id(),
        fill.intent(),
        fill.order(),
        account,
        fill.isin(),
        fill.symbol(),
        fill.side(),
        fill.quantity(),
        fill.price(),
        fill.commission(),
        fill.rate(),
        fill.conversion(),
        fill.executedAt());
  }
}
