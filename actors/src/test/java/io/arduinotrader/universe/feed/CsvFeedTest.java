package io.arduinotrader.universe.feed;

import static io.arduinotrader.universe.domain.Samples.APPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.universe.domain.DailyBar;
import io.arduinotrader.universe.domain.PriceRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFeedTest {

  private static final String SECURITIES =
      """
      symbol,isin,name,currency,country,industry,exchange,product_type,min_lot
      AAPL.US,US0378331005,Apple,USD,United States,Technology,NasdaqGS,EQUITY,1
      """;

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
  private static final LocalDate FAR_AHEAD = LocalDate.of(2100, 1, 1);

  private final Path folder;

  CsvFeedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void barsOfAWindowAreGiven() throws IOException {
    CsvFeed feed = feed("date,AAPL.US\n2025-06-02,1\n2025-06-03,2\n2025-06-04,3\n");

    assertThat(feed.bars(APPLE, LocalDate.of(2025, 6, 3), LocalDate.of(2025, 6, 3)))
        .extracting(DailyBar::close)
        .containsExactly(2.0);
    assertThat(feed.securities()).extracting("symbol").containsExactly(APPLE.symbol());
    assertThat(feed.fundamentals(APPLE.isin(), FAR_AHEAD)).isEmpty();
    assertThat(feed.rates(LONG_AGO, FAR_AHEAD)).isEmpty();
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    CsvFeed feed = feed("date,AAPL.US\n2025-06-02,1\n");
    assertThat(feed.bars(APPLE, LONG_AGO, FAR_AHEAD)).hasSize(1);

    Path prices = folder.resolve("prices.csv");
    Files.writeString(prices, "date,AAPL.US\n2025-06-02,1\n2025-06-03,2\n");
    Files.setLastModifiedTime(prices, FileTime.fromMillis(0));

    assertThat(feed.bars(APPLE, LONG_AGO, FAR_AHEAD)).hasSize(2);
  }

  @Test
  void aFileThatIsNotThereIsAFailureNotAnEmptyAnswer() {
    CsvFeed feed =
        new CsvFeed(
            folder.resolve("securities.csv"), List.of(folder.resolve("prices.csv")), "file");

    assertThatExceptionOfType(FeedException.class).isThrownBy(feed::securities);
    assertThatExceptionOfType(FeedException.class)
        .isThrownBy(() -> feed.bars(APPLE, LONG_AGO, FAR_AHEAD));
  }

  @Test
  void realPricesWithLateListingsAreRead() {
    Path vectors = sharedVectors();
    CsvFeed feed =
        new CsvFeed(
            vectors.resolve("stock_prices_universe.csv"),
            List.of(vectors.resolve("stock_prices.csv")),
            "file");

    assertThat(feed.securities()).hasSize(20);
    for (SecurityRecord security : feed.securities()) {
      List<DailyBar> bars = feed.bars(security, LONG_AGO, FAR_AHEAD);
      assertThat(bars.getLast().day()).isEqualTo(LocalDate.of(2018, 4, 11));
      assertThat(bars).isSortedAccordingTo(java.util.Comparator.comparing(DailyBar::day));
      assertThat(
              PriceRules.STANDARD
                  .judge(bars, OptionalDouble.empty(), LocalDate.of(2018, 4, 11))
                  .anomalies())
          .as(security.symbol().value())
          .isEmpty();
    }
    SecurityRecord google = feed.securities().getFirst();
    assertThat(feed.bars(google, LONG_AGO, FAR_AHEAD).getFirst().day())
        .isAfter(LocalDate.of(2004, 1, 1));
    assertThat(feed.bars(google, LONG_AGO, FAR_AHEAD).getLast().close()).isEqualTo(1019.969971);
  }

  private static Path sharedVectors() {
    Path folder = Path.of(System.getProperty("vectors.dir", "../../shared/vectors"));
    Path found = Files.exists(folder) ? folder : Path.of("../../../shared/vectors");
    assumeThat(found.resolve("stock_prices.csv"))
        .as("third-party prices, which are not part of the project")
        .exists();
    return found;
  }

  private CsvFeed feed(String prices) throws IOException {
    Path securityFile = Files.writeString(folder.resolve("securities.csv"), SECURITIES);
    Path priceFile = Files.writeString(folder.resolve("prices.csv"), prices);
    return new CsvFeed(securityFile, List.of(priceFile), "file");
  }
}
