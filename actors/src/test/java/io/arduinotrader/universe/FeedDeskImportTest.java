package io.arduinotrader.universe;

import static io.arduinotrader.universe.DeskHouse.BUDGET;
import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.SAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.AdoptSecurities;
import io.arduinotrader.protocol.universe.FeedCommand.FileNotUnderstood;
import io.arduinotrader.protocol.universe.FeedCommand.ImportFailed;
import io.arduinotrader.protocol.universe.FeedCommand.ImportPrices;
import io.arduinotrader.protocol.universe.FeedCommand.ImportReply;
import io.arduinotrader.protocol.universe.FeedCommand.ImportSecurities;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpReply;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpSecurity;
import io.arduinotrader.protocol.universe.FeedCommand.PricesImported;
import io.arduinotrader.protocol.universe.FeedCommand.RateNotRecorded;
import io.arduinotrader.protocol.universe.FeedCommand.RateRecorded;
import io.arduinotrader.protocol.universe.FeedCommand.RateReply;
import io.arduinotrader.protocol.universe.FeedCommand.RecordRate;
import io.arduinotrader.protocol.universe.FeedCommand.SecuritiesImported;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityFound;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityNotFound;
import io.arduinotrader.protocol.universe.ImportedBars;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.universe.UnusableRow;
import io.arduinotrader.protocol.universe.UnusableRows;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.universe.domain.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.stream.SourceRef;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.javadsl.StreamRefs;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedDeskImportTest {

  private static final String PRICES =
      """
      date,AAPL.US,SAP.DE
      2025-06-02,100,250
      2025-06-03,900,251
      2025-06-04,101,x
      2025-06-05,102,252
      """;

  private static final String HEADER =
      "symbol,isin,name,currency,country,industry,exchange,product_type,min_lot\n";

  private final DeskHouse house;
  private final ScriptedFeed feed = new ScriptedFeed();
  private final ActorRef<FeedCommand> desk;

  FeedDeskImportTest() {
    house = new DeskHouse();
    house.add(APPLE, SAP);
    desk =
        house.kit.spawn(
            FeedDesk.create(feed, house.tables, house.horizon, house.rooms, house.threads, BUDGET));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPriceFileIsStoredAndItsUnusableRowsAreReported() {
    assertThat(prices(stream(PRICES)))
        .isEqualTo(
            new PricesImported(
                new ImportedBars(
                    4,
                    6,
                    2,
                    Optional.of(LocalDate.of(2025, 6, 2)),
                    Optional.of(LocalDate.of(2025, 6, 5))),
                new UnusableRows(
                    2,
                    List.of(
                        new UnusableRow(
                            3,
                            "AAPL.US",
                            "JUMP: close 900.0 after 100.0, volume 0, not confirmed by the next 2"
                                + " sessions"),
                        new UnusableRow(4, "SAP.DE", "the close is not a number: 'x'")))));
    assertThat(house.closes(APPLE_ISIN)).containsExactly(100, 101, 102);
    assertThat(house.view(APPLE_ISIN).recentAnomalies()).hasSize(1);
  }

  @Test
  void importingTheSameFileAgainChangesNothing() {
    prices(stream(PRICES));

    assertThat(prices(stream(PRICES)))
        .isInstanceOfSatisfying(
            PricesImported.class,
            again -> {
              assertThat(again.bars().stored()).isZero();
              assertThat(again.bars().rows()).isEqualTo(4);
            });
    assertThat(house.view(APPLE_ISIN).recentAnomalies()).hasSize(1);
  }

  @Test
  void whatIsNoPriceFileIsNotUnderstood() {
    assertThat(prices(stream("when,what\n1,2\n")))
        .isEqualTo(
            new FileNotUnderstood("prices.csv: the header row has no date column: [when, what]"));
  }

  @Test
  void aFileThatDoesNotArriveWholeIsNotStored() {
    Source<ByteString, NotUsed> broken =
        Source.from(List.of(ByteString.fromString("date,AAPL.US\n2025-06-02,1\n")))
            .concat(Source.failed(new IllegalStateException("the sender is gone")));

    assertThat(prices(reference(broken))).isInstanceOf(ImportFailed.class);
    assertThat(house.closes(APPLE_ISIN)).isEmpty();
  }

  @Test
  void aTableThatCannotBeWrittenIsAFailure() {
    house.database.close();

    assertThat(prices(stream(PRICES))).isInstanceOf(ImportFailed.class);
  }

  @Test
  void securitiesThatAreNewAreAddedAndKnownOnesNotAltered() {
    String file =
        HEADER
            + """
            AAPL.US,US0378331005,Renamed,USD,,,,EQUITY,7
            GOOG.US,US02079K1079,Alphabet,USD,United States,Internet,NasdaqGS,EQUITY,1
            SAP.DE,DE0005190003,Impostor,EUR,,,,EQUITY,1
            bad,US02079K1070,Bad,USD,,,,EQUITY,1
            """;

    assertThat(securities(file))
        .isEqualTo(
            new SecuritiesImported(
                4,
                1,
                1,
                new UnusableRows(
                    2,
                    List.of(
                        new UnusableRow(4, "SAP.DE", "the symbol SAP.DE is that of DE0007164600"),
                        new UnusableRow(5, "bad", "not an ISIN: 'US02079K1070'")))));
    assertThat(universe())
        .extracting(SecurityRecord::name)
        .containsExactly("Apple", "Alphabet", "SAP");
  }

  @Test
  void whatIsNoFileOfSecuritiesIsNotUnderstood() {
    assertThat(securities("symbol,isin\n")).isInstanceOf(FileNotUnderstood.class);
  }

  @Test
  void theSecuritiesOfTheFeedAreAdopted() {
    Isin google = new Isin("US02079K1079");
    feed.offered.add(APPLE);
    feed.offered.add(Samples.security(google, "GOOG.US", "Alphabet", "NasdaqGS", Currency.USD));
    TestProbe<ImportReply> probe = house.kit.createTestProbe();

    desk.tell(new AdoptSecurities(probe.ref()));

    probe.expectMessage(BUDGET, new SecuritiesImported(2, 1, 1, UnusableRows.NONE));
    assertThat(universe()).extracting(SecurityRecord::isin).contains(google);
  }

  @Test
  void anUnreachableUniverseIsAFailure() {
    house.rooms.cutOff();

    assertThat(prices(stream(PRICES))).isEqualTo(new ImportFailed("prices.csv: cut off"));
    assertThat(securities(HEADER)).isEqualTo(new ImportFailed("securities.csv: cut off"));
  }

  @Test
  void aRateIsRecordedOrTheFailureIsTold() {
    FxRate rate =
        new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.08"), Samples.NOON, "operator");
    TestProbe<RateReply> probe = house.kit.createTestProbe();

    desk.tell(new RecordRate(rate, probe.ref()));
    probe.expectMessage(BUDGET, new RateRecorded(rate));
    assertThat(house.tables.rates().newest(Currency.EUR, Samples.NOON)).containsExactly(rate);

    house.database.close();
    desk.tell(new RecordRate(rate, probe.ref()));
    probe.expectMessageClass(RateNotRecorded.class, BUDGET);
  }

  @Test
  void theFeedIsAskedWhatItKnowsAboutASecurity() {
    feed.offered.add(SAP);
    TestProbe<LookUpReply> probe = house.kit.createTestProbe();

    desk.tell(new LookUpSecurity("de0007164600", probe.ref()));
    probe.expectMessage(BUDGET, new SecurityFound(SAP));
    desk.tell(new LookUpSecurity("sap.de", probe.ref()));
    probe.expectMessage(BUDGET, new SecurityFound(SAP));
    desk.tell(new LookUpSecurity("AAPL.US", probe.ref()));
    probe.expectMessage(BUDGET, new SecurityNotFound("AAPL.US"));
  }

  private ImportReply prices(SourceRef<ByteString> content) {
    TestProbe<ImportReply> probe = house.kit.createTestProbe();
    desk.tell(new ImportPrices("prices.csv", "operator", content, probe.ref()));
    return probe.receiveMessage(BUDGET);
  }

  private ImportReply securities(String text) {
    TestProbe<ImportReply> probe = house.kit.createTestProbe();
    desk.tell(new ImportSecurities("securities.csv", stream(text), probe.ref()));
    return probe.receiveMessage(BUDGET);
  }

  /** The text in pieces that split its rows. */
  private SourceRef<ByteString> stream(String text) {
    ByteString bytes = ByteString.fromString(text);
    int half = bytes.size() / 2;
    return reference(Source.from(List.of(bytes.take(half), bytes.drop(half))));
  }

  private SourceRef<ByteString> reference(Source<ByteString, NotUsed> source) {
    return source.runWith(StreamRefs.sourceRef(), house.kit.system());
  }

  private List<SecurityRecord> universe() {
    TestProbe<UniverseView> probe = house.kit.createTestProbe();
    house.rooms.tell(
        UniverseCommand.KEY,
        UniverseCommand.DEFAULT_ID,
        new UniverseCommand.GetUniverse(probe.ref()));
    return probe.receiveMessage(BUDGET).securities();
  }
}
