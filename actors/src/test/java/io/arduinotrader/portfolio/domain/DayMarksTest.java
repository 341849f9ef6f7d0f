package io.arduinotrader.portfolio.domain;

import static io.arduinotrader.portfolio.domain.Books.deposit;
import static io.arduinotrader.portfolio.domain.Books.eur;
import static io.arduinotrader.portfolio.domain.Books.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.DayValues.DayValue;
import io.arduinotrader.protocol.portfolio.PortfolioEvent.ValueMarked;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.MarkValue;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayMarksTest {

  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  @Test
  void flowBelongsToTheFirstDayMarkedAfterIt() {
    Books books =
        new Books()
            .granted(deposit("d1", "1000"))
            .granted(mark(MONDAY, "1000", "1000"))
            .granted(deposit("d2", "500"))
            .granted(mark(TUESDAY, "1490", "500"));

    assertThat(books.state().marks().values())
        .containsExactly(
            new DayValue(MONDAY, eur("1000"), eur("1000"), eur("1000")),
            new DayValue(TUESDAY, eur("1490"), eur("1490"), eur("500")));
    assertThat(books.state().marks().flowSinceMark()).isEqualTo(eur("0"));
  }

  @Test
  void lastMarkOfADayCountsAndKeepsTheFlowsOfTheEarlierOnes() {
    Books books =
        new Books()
            .granted(deposit("d1", "1000"))
            .granted(mark(MONDAY, "1000", "1000"))
            .granted(deposit("d2", "300"))
            .granted(mark(TUESDAY, "1300", "300"))
            .granted(deposit("d3", "200"))
            .granted(mark(TUESDAY, "1510", "500"));

    assertThat(books.state().marks().values())
        .element(1)
        .isEqualTo(new DayValue(TUESDAY, eur("1510"), eur("1510"), eur("500")));
    assertThat(books.state().marks().values()).hasSize(2);
  }

  @Test
  void flowBookedBetweenValuingAndMarkingWaitsForTheNextMark() {
    Books books =
        new Books()
            .granted(deposit("d1", "1000"))
            .granted(deposit("d2", "50"))
            .granted(mark(MONDAY, "1000", "1000"));

    assertThat(books.state().marks().flowSinceMark()).isEqualTo(eur("50"));

    books.granted(mark(MONDAY, "1050", "1050"));
    assertThat(books.state().marks().flowSinceMark()).isEqualTo(eur("0"));
  }

  @Test
  void sameMarkAgainChangesNothing() {
    new Books()
        .granted(deposit("d1", "1000"))
        .granted(mark(MONDAY, "1000", "1000"))
        .repeated(mark(MONDAY, "1000", "1000"));
  }

  @Test
  void markThatWouldCountAFlowTwiceIsRefused() {
    Books books = new Books().granted(deposit("d1", "1000")).granted(mark(MONDAY, "1000", "1000"));

    assertThat(books.refused(mark(TUESDAY, "1000", "1000"), RefusalCode.CONFLICT))
        .contains("1000.00 EUR", "0.00 EUR", "2026-03-03");
  }

  @Test
  void dayBeforeTheLastMarkedOneCannotBeMarked() {
    Books books = new Books().granted(mark(TUESDAY, "10", "0"));

    books.refused(mark(MONDAY, "10", "0"), RefusalCode.CONFLICT);
    assertThatThrownBy(
            () ->
                books
                    .state()
                    .apply(new ValueMarked(MONDAY, eur("10"), eur("10"), eur("0"), Books.START)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before the last mark");
  }

  @Test
  void valuesAreNotedInBaseCurrency() {
    new Books()
        .refused(
            new MarkValue(MONDAY, usd("10"), eur("10"), eur("0")), RefusalCode.RATE_UNAVAILABLE);
  }

  private static MarkValue mark(LocalDate day, String total, String netFlow) {
    return new MarkValue(day, eur(total), eur(total), eur(netFlow));
  }
}
