package io.arduinotrader.portfolio.domain;

import static io.arduinotrader.portfolio.domain.Books.START;
import static io.arduinotrader.portfolio.domain.Books.buy;
import static io.arduinotrader.portfolio.domain.Books.deposit;
import static io.arduinotrader.portfolio.domain.Books.eur;
import static io.arduinotrader.portfolio.domain.Books.fill;
import static io.arduinotrader.portfolio.domain.Books.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.DepositBooked;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.FillBooked;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.FundsReserved;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.ReservationReleased;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.SharesReserved;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookFill;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Release;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortfolioStateTest {

  /** Events that no rule would ever grant after the history of {@link #books()}. */
  static Stream<PortfolioEvent> impossibleEvents() {
    return Stream.of(
        new DepositBooked(new DepositId("d1"), eur("1"), "", START),
        new FundsReserved(
            new IntentId("buy-1"), Books.SAP, Quantity.of(1), List.of(eur("1")), START),
        new FundsReserved(
            new IntentId("done"), Books.SAP, Quantity.of(1), List.of(eur("1")), START),
        new FundsReserved(
            new IntentId("buy-2"), Books.SAP, Quantity.of(1), List.of(eur("600.01")), START),
        new FundsReserved(
            new IntentId("buy-2"), Books.SAP, Quantity.of(1), List.of(eur("-1")), START),
        new SharesReserved(new IntentId("sell-2"), Books.SAP, Quantity.of(2), START),
        new SharesReserved(new IntentId("sell-1"), Books.SAP, Quantity.of(1), START),
        new ReservationReleased(new IntentId("done"), START),
        new FillBooked(fill("f1", "first", Side.BUY, "3", "100", "0"), START),
        new FillBooked(fill("f2", "sell-1", Side.SELL, "4", "100", "0"), START));
  }

  @ParameterizedTest
  @MethodSource("impossibleEvents")
  void historyThatCannotBeIsRefused(PortfolioEvent event) {
    assertThatThrownBy(() -> books().state().apply(event))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a history that cannot be");
  }

  @Test
  void theRestOfTheHistoryCanBe() {
    PortfolioState state = books().state();

    assertThat(
            state
                .apply(
                    new FundsReserved(
                        new IntentId("buy-2"),
                        Books.SAP,
                        Quantity.of(1),
                        List.of(eur("600")),
                        START))
                .apply(new SharesReserved(new IntentId("sell-2"), Books.SAP, Quantity.of(1), START))
                .reservations()
                .byIntent())
        .hasSize(4);
  }

  /** 700 euros, 100 of them set aside; 3 shares, 2 of them set aside; one intent has ended. */
  private static Books books() {
    return new Books()
        .granted(deposit("d1", "1000"))
        .granted(new BookFill(fill("f1", "first", Side.BUY, "3", "100", "0")))
        .granted(buy("buy-1", eur("100")))
        .granted(sell("sell-1", "2"))
        .granted(new Release(new IntentId("done")));
  }
}
