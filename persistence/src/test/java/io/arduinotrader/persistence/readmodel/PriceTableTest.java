package io.arduinotrader.persistence.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.persistence.codec.ValueSamples;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseKind;
import io.arduinotrader.persistence.db.StoreUnavailableException;
import io.arduinotrader.persistence.db.TestDatabases;
import io.arduinotrader.persistence.readmodel.PriceTable.DailyClose;
import io.arduinotrader.persistence.readmodel.PriceTable.DayRange;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class PriceTableTest {

  private static final Isin APPLE = ValueSamples.APPLE;
  private static final Isin TENCENT = ValueSamples.TENCENT;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant RECORDED = Instant.parse("2026-03-05T20:00:00Z");

  private final Database database;
  private final PriceTable table;

  PriceTableTest(DatabaseKind kind, @TempDir Path folder) {
    database = TestDatabases.installed(kind, folder);
    table = new PriceTable(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void barsComeBackAsColumnsInTheWindow() {
    assertThat(table.upsertBars(List.of(bars(APPLE, DAY, 100, 101, 102.1234567)), "csv", RECORDED))
        .isEqualTo(3);

    List<BarColumns> columns =
        table.bars(List.of(TENCENT, APPLE), DAY.plusDays(1), DAY.plusDays(2));

    assertThat(columns).hasSize(1);
    BarColumns apple = columns.getFirst();
    assertThat(apple.isin()).isEqualTo(APPLE);
    assertThat(apple.currency()).isEqualTo(Currency.USD);
    assertThat(apple.days())
        .containsExactly((int) DAY.plusDays(1).toEpochDay(), (int) DAY.plusDays(2).toEpochDay());
    assertThat(apple.open()).containsExactly(100.5, 101.623457);
    assertThat(apple.high()).containsExactly(102, 103.123457);
    assertThat(apple.low()).containsExactly(100, 101.123457);
    assertThat(apple.close()).containsExactly(101, 102.123457);
    assertThat(apple.adjustedClose()).containsExactly(50.5, 51.061728);
    assertThat(apple.volume()).containsExactly(1001, 1002);
  }

  @Test
  void aBarOfTheSameDayIsReplaced() {
    table.upsertBars(List.of(bars(APPLE, DAY, 100, 101)), "csv", RECORDED);
    table.upsertBars(
        List.of(bars(APPLE, DAY.plusDays(1), 99, 98), bars(TENCENT, DAY, 500)), "csv", RECORDED);

    List<BarColumns> columns = table.bars(List.of(APPLE, TENCENT), DAY, DAY.plusDays(9));

    assertThat(columns.get(0).close()).containsExactly(100, 99, 98);
    assertThat(columns.get(1).close()).containsExactly(500);
  }

  @Test
  void aBatchIsStoredWhollyOrNotAtAll() {
    assertThatThrownBy(
            () ->
                table.upsertBars(
                    List.of(bars(APPLE, DAY, 100), bars(TENCENT, DAY, 1e13)), "csv", RECORDED))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(table.range(APPLE)).isEmpty();
  }

  @Test
  void barsOfTwoCurrenciesAreNotMixed() {
    table.upsertBars(List.of(bars(TENCENT, DAY, 500, 501)), "csv", RECORDED);
    BarColumns later = bars(TENCENT, DAY.plusDays(2), 60);
    table.upsertBars(
        List.of(
            new BarColumns(
                later.isin(),
                Currency.EUR,
                later.days(),
                later.open(),
                later.high(),
                later.low(),
                later.close(),
                later.adjustedClose(),
                later.volume())),
        "csv",
        RECORDED);

    BarColumns columns = table.bars(List.of(TENCENT), DAY, DAY.plusDays(9)).getFirst();

    assertThat(columns.currency()).isEqualTo(Currency.EUR);
    assertThat(columns.close()).containsExactly(60);
  }

  @Test
  void theLastTwoClosesAreFound() {
    table.upsertBars(
        List.of(bars(APPLE, DAY, 100, 101, 102), bars(TENCENT, DAY, 500)), "csv", RECORDED);

    assertThat(table.lastCloses(List.of(APPLE, TENCENT), DAY.plusDays(9)))
        .containsExactly(
            List.of(close(APPLE, DAY.plusDays(2), "102"), close(APPLE, DAY.plusDays(1), "101")),
            List.of(close(TENCENT, DAY, "500")));
    assertThat(table.lastCloses(List.of(APPLE), DAY.plusDays(1)))
        .containsExactly(List.of(close(APPLE, DAY.plusDays(1), "101"), close(APPLE, DAY, "100")));
    assertThat(table.lastCloses(List.of(APPLE), DAY.minusDays(1))).isEmpty();
  }

  @Test
  void theDaysWithBarsAreKnown() {
    table.upsertBars(List.of(bars(APPLE, DAY, 100, 101, 102)), "csv", RECORDED);
    assertThat(table.range(APPLE)).contains(new DayRange(DAY, DAY.plusDays(2)));
    assertThat(table.range(TENCENT)).isEmpty();
  }

  private static DailyClose close(Isin isin, LocalDate day, String close) {
    return new DailyClose(isin, day, Price.of(close, Currency.USD), "csv", RECORDED);
  }

  private static BarColumns bars(Isin isin, LocalDate first, double... closes) {
    int n = closes.length;
    return new BarColumns(
        isin,
        Currency.USD,
        IntStream.range(0, n).map(i -> (int) first.toEpochDay() + i).toArray(),
        IntStream.range(0, n).mapToDouble(i -> closes[i] - 0.5).toArray(),
        IntStream.range(0, n).mapToDouble(i -> closes[i] + 1).toArray(),
        IntStream.range(0, n).mapToDouble(i -> closes[i] - 1).toArray(),
        closes,
        IntStream.range(0, n).mapToDouble(i -> closes[i] / 2).toArray(),
        IntStream.range(0, n).mapToLong(i -> 1000 + i).toArray());
  }
}
