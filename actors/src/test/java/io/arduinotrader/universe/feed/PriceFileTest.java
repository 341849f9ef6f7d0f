package io.arduinotrader.universe.feed;

import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.SAP;
import static io.arduinotrader.universe.domain.Samples.SAP_ISIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.arduinotrader.protocol.universe.UnusableRow;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.DailyBar;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceFileTest {

  private static final SecurityBook BOOK = new SecurityBook(List.of(APPLE, SAP));
  private static final LocalDate FIRST = LocalDate.of(2025, 6, 2);

  @Test
  void aWideFileHasOneColumnPerSecurity() {
    PriceFile file =
        read(
            """
            date,AAPL.US,DE0007164600
            2025-06-02,,250.5
            2025-06-03,200.25,251
            """);

    assertThat(file.rows()).isEqualTo(2);
    assertThat(bars(file, APPLE_ISIN)).containsExactly(closeOnly(FIRST.plusDays(1), 200.25));
    assertThat(bars(file, SAP_ISIN))
        .containsExactly(closeOnly(FIRST, 250.5), closeOnly(FIRST.plusDays(1), 251));
    assertThat(file.unusable().count()).isZero();
  }

  @Test
  void aWideFileReportsWhatItCannotUse() {
    PriceFile file =
        read(
            """
            date,AAPL.US,NOPE.US,SAP.DE
            2025-06-02,1,2,3

            02.06.2025,1,2,3
            2025-06-03,1,2
            2025-06-04,abc,2,NaN
            2025-06-05,1,2,3""");

    assertThat(file.rows()).isEqualTo(5);
    assertThat(file.unusable().first())
        .extracting(UnusableRow::line, UnusableRow::symbol)
        .containsExactly(
            tuple(1L, "NOPE.US"),
            tuple(4L, ""),
            tuple(5L, ""),
            tuple(6L, "AAPL.US"),
            tuple(6L, "SAP.DE"));
    assertThat(file.unusable().first())
        .extracting(UnusableRow::reason)
        .containsExactly(
            "no security has the symbol NOPE.US",
            "not a day like 2025-12-31: '02.06.2025'",
            "3 columns instead of 4",
            "the close is not a number: 'abc'",
            "the close is not a number: 'NaN'");
    assertThat(bars(file, APPLE_ISIN)).hasSize(2);
    assertThat(file.series().values())
        .allSatisfy(one -> assertThat(one.entries().getLast().line()).isEqualTo(7));
  }

  @Test
  void aLongFileHasOneRowPerSecurityAndDay() {
    PriceFile file =
        read(
            """
            Symbol,Date,Open,High,Low,Close,Volume,Adjusted Close
            aapl.us,2025-06-03,200,202,199,201,1000,190.5
            AAPL.US,2025-06-02,198,200,197,199,,
            SAP.DE,2025-06-02,250,251,249,250,77.0,250
            """);

    assertThat(bars(file, APPLE_ISIN))
        .containsExactly(
            new DailyBar(FIRST, 198, 200, 197, 199, 199, 0),
            new DailyBar(FIRST.plusDays(1), 200, 202, 199, 201, 190.5, 1000));
    assertThat(bars(file, SAP_ISIN))
        .containsExactly(new DailyBar(FIRST, 250, 251, 249, 250, 250, 77));
    assertThat(file.unusable().count()).isZero();
  }

  @Test
  void aLongFileReportsWhatItCannotUse() {
    PriceFile file =
        read(
            """
            date,isin,symbol,open,high,low,close,volume
            2025-06-02,US0378331005,AAPL.US,1,1,1,1,1
            2025-06-02,US0378331006,,1,1,1,1,1
            2025-06-02,US0378331005,SAP.DE,1,1,1,1,1
            2025-06-02,,,1,1,1,1,1
            2025-06-02,,SAP.DE,1,,1,1,1
            2025-06-02,,SAP.DE,1,1,1,1,1.5
            2025-06-02,,SAP,1,1,1,1,1
            """);

    assertThat(file.unusable().first())
        .containsExactly(
            new UnusableRow(3, "US0378331006", "the check digit of the ISIN US0378331006 is wrong"),
            new UnusableRow(4, "SAP.DE", "the symbol is not that of US0378331005: 'SAP.DE'"),
            new UnusableRow(5, "", "the security is not named"),
            new UnusableRow(6, "SAP.DE", "high is not a number: ''"),
            new UnusableRow(7, "SAP.DE", "volume is not a whole number: '1.5'"),
            new UnusableRow(
                8,
                "SAP",
                "no security has the symbol SAP, which also lacks the suffix of a broker's"
                    + " symbol"));
    assertThat(file.series()).containsOnlyKeys(APPLE_ISIN);
  }

  @Test
  void ofManyUnusableRowsTheFirstAreKeptAndAllAreCounted() {
    StringBuilder text = new StringBuilder("date,AAPL.US\n");
    for (int i = 0; i < 250; i++) {
      text.append("2025-06-02,x\n");
    }

    PriceFile file = read(text.toString());

    assertThat(file.unusable().count()).isEqualTo(250);
    assertThat(file.unusable().first()).hasSize(100);
    assertThat(file.unusable().first().getLast().line()).isEqualTo(101);
  }

  @Test
  void barsOfOneDayKeepTheOrderOfTheFile() {
    PriceFile file = read("date,AAPL.US\n2025-06-03,5\n2025-06-02,2\n2025-06-02,3\n");

    assertThat(bars(file, APPLE_ISIN)).extracting(DailyBar::close).containsExactly(2.0, 3.0, 5.0);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheHeader() {
    assertThat(read("\uFEFFdate,AAPL.US\n2025-06-02,1\n").series()).hasSize(1);
  }

  @Test
  void aStrayQuoteSpoilsItsOwnRowOnly() {
    PriceFile file = read("date,AAPL.US\n2025-06-02,\"1\"2\n2025-06-03,3\n");

    assertThat(bars(file, APPLE_ISIN)).extracting(DailyBar::close).contains(3.0);
  }

  @Test
  void aHeaderOfNeitherFormIsNotUnderstood() {
    assertNotUnderstood("", "no header row");
    assertNotUnderstood("day,AAPL.US\n", "no date column");
    assertNotUnderstood("date,symbol,close\n", "lacks open, high, low, volume");
    assertNotUnderstood("date,open,high,low,close,volume\n", "neither symbol nor isin");
  }

  private static void assertNotUnderstood(String text, String reason) {
    assertThatExceptionOfType(FeedException.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining(reason);
  }

  private static List<DailyBar> bars(PriceFile file, Isin isin) {
    PriceFile.Series series = file.series().get(isin);
    return series == null ? List.of() : series.bars();
  }

  private static DailyBar closeOnly(LocalDate day, double close) {
    return new DailyBar(day, close, close, close, close, close, 0);
  }

  private static PriceFile read(String text) {
    return PriceFile.read(new StringReader(text), BOOK);
  }
}
