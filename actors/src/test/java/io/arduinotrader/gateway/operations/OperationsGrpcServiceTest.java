package io.arduinotrader.gateway.operations;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.gateway.planning.PlanSamples;
import io.arduinotrader.protocol.grpc.operations.ExplainPlanRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainPlanResponse;
import io.arduinotrader.protocol.grpc.operations.ImportPricesChunk;
import io.arduinotrader.protocol.grpc.operations.ImportPricesReport;
import io.arduinotrader.protocol.grpc.operations.ImportUniverseChunk;
import io.arduinotrader.protocol.grpc.operations.ImportUniverseReport;
import io.arduinotrader.protocol.grpc.operations.ListCashLedgerRequest;
import io.arduinotrader.protocol.grpc.operations.ListCashLedgerResponse;
import io.arduinotrader.protocol.grpc.operations.ListFxRatesRequest;
import io.arduinotrader.protocol.grpc.operations.ListFxRatesResponse;
import io.arduinotrader.protocol.grpc.operations.OperationsServiceClient;
import io.arduinotrader.protocol.grpc.operations.RecordFxRateRequest;
import io.arduinotrader.protocol.grpc.operations.VerifiedStream;
import io.arduinotrader.protocol.grpc.operations.VerifyJournalRequest;
import io.arduinotrader.protocol.journal.JournalQuery.ListStreams;
import io.arduinotrader.protocol.journal.JournalQuery.Streams;
import io.arduinotrader.protocol.journal.JournalQuery.UnknownStream;
import io.arduinotrader.protocol.journal.JournalQuery.Verdict;
import io.arduinotrader.protocol.journal.JournalQuery.VerifyStream;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand.GetPlans;
import io.arduinotrader.protocol.planning.PlanCommand.PlansView;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntries;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntry;
import io.arduinotrader.protocol.portfolio.LedgerQuery.GetCashEntries;
import io.arduinotrader.protocol.universe.FeedCommand.FileNotUnderstood;
import io.arduinotrader.protocol.universe.FeedCommand.ImportPrices;
import io.arduinotrader.protocol.universe.FeedCommand.ImportSecurities;
import io.arduinotrader.protocol.universe.FeedCommand.PricesImported;
import io.arduinotrader.protocol.universe.FeedCommand.RateRecorded;
import io.arduinotrader.protocol.universe.FeedCommand.RecordRate;
import io.arduinotrader.protocol.universe.FeedCommand.SecuritiesImported;
import io.arduinotrader.protocol.universe.ImportedBars;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetRates;
import io.arduinotrader.protocol.universe.MarketDataQuery.RatePage;
import io.arduinotrader.protocol.universe.UnusableRow;
import io.arduinotrader.protocol.universe.UnusableRows;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OperationsGrpcServiceTest extends GatewayTest {

  private OperationsServiceClient client;

  @BeforeEach
  void connect() {
    client = OperationsServiceClient.create(gateway.gateway(), gateway.kit.system());
  }

  @Test
  void handsAPriceFileToTheFeedPieceByPiece() {
    rooms.on(
        ImportPrices.class,
        asked -> {
          String content =
              get(
                  asked
                      .content()
                      .getSource()
                      .runFold(
                          "", (text, bytes) -> text + bytes.utf8String(), gateway.kit.system()));
          return new PricesImported(
              new ImportedBars(
                  content.length(),
                  2,
                  1,
                  Optional.of(GatewayFixture.TODAY),
                  Optional.of(GatewayFixture.TODAY)),
              new UnusableRows(1, List.of(new UnusableRow(3, "SAP.EU", asked.source()))));
        });
    ImportPricesReport report =
        get(client.importPrices(Source.from(List.of(prices("a,b\n"), prices("1,2\n")))));

    assertThat(rooms.told(ImportPrices.class).getFirst().fileName()).isEqualTo("prices.csv");
    assertThat(report.getRowsRead()).isEqualTo(8);
    assertThat(report.getBarsStored()).isEqualTo(2);
    assertThat(report.getUnusable(0).getLine()).isEqualTo(3);
    assertThat(report.getUnusable(0).getReason()).isEqualTo("vendor");
    assertThat(report.getFirstDate().getSeconds())
        .isEqualTo(GatewayFixture.TODAY.toEpochDay() * 86_400);
  }

  @Test
  void refusesAFileNobodyUnderstands() {
    rooms.on(ImportPrices.class, asked -> new FileNotUnderstood("no header row"));
    assertThat(fields(client.importPrices(Source.single(prices("x"))))).containsExactly("content");
    assertThat(fields(client.importPrices(Source.empty()))).containsExactly("content");
    assertThat(
            fields(client.importUniverse(Source.single(ImportUniverseChunk.getDefaultInstance()))))
        .containsExactly("file_name");
  }

  @Test
  void importsSecurities() {
    rooms.on(ImportSecurities.class, asked -> new SecuritiesImported(4, 3, 1, UnusableRows.NONE));
    ImportUniverseReport report =
        get(
            client.importUniverse(
                Source.single(ImportUniverseChunk.newBuilder().setFileName("u.csv").build())));
    assertThat(report.getRowsRead()).isEqualTo(4);
    assertThat(report.getAdded()).isEqualTo(3);
    assertThat(report.getUnchanged()).isEqualTo(1);
  }

  @Test
  void recordsAnExchangeRate() {
    rooms.on(RecordRate.class, asked -> new RateRecorded(asked.rate()));
    assertThat(get(client.recordFxRate(rate("eur", "usd", "1.25", "bank"))).getRate().getRate())
        .isEqualTo("1.25");
    assertThat(rooms.told(RecordRate.class).getFirst().rate().at()).isEqualTo(GatewayFixture.NOW);
    assertThat(fields(client.recordFxRate(rate("", "XXXX", "0", " "))))
        .containsExactly("base", "quote", "rate", "source");
    assertThat(fields(client.recordFxRate(rate("EUR", "EUR", "1.00000000001", "bank"))))
        .containsExactly("quote", "rate");
  }

  @Test
  void listsExchangeRates() {
    rooms.on(GetRates.class, asked -> new RatePage(List.of(Samples.DOLLAR), 12));
    ListFxRatesResponse response =
        get(client.listFxRates(ListFxRatesRequest.newBuilder().setQuote("USD").build()));
    assertThat(response.getTotal()).isEqualTo(12);
    assertThat(response.getRates(0).getQuote()).isEqualTo("USD");
    assertThat(rooms.told(GetRates.class).getFirst().base()).isEmpty();
    assertThat(rooms.told(GetRates.class).getFirst().quote()).contains(Currency.USD);
    assertThat(
            fields(
                client.listFxRates(
                    ListFxRatesRequest.newBuilder().setBase("X").setLimit(1001).build())))
        .containsExactly("base", "limit");
  }

  @Test
  void verifiesEveryStreamOfTheJournalPageByPage() {
    rooms.on(
        ListStreams.class,
        asked ->
            new Streams(
                IntStream.range(0, 150)
                    .mapToObj(number -> "order|%03d".formatted(number))
                    .filter(id -> id.compareTo(asked.after()) > 0)
                    .limit(asked.limit())
                    .toList()));
    rooms.on(
        VerifyStream.class,
        asked ->
            asked.persistenceId().endsWith("007")
                ? new Verdict(asked.persistenceId(), 3, "ab", 4, "broken link")
                : new Verdict(asked.persistenceId(), 3, "cd", 0, ""));
    List<VerifiedStream> verdicts = get(verify(""));

    assertThat(verdicts).hasSize(150);
    assertThat(verdicts).extracting(VerifiedStream::getPersistenceId).isSorted();
    assertThat(verdicts).filteredOn(verdict -> !verdict.getIntact()).hasSize(1);
    assertThat(verdicts.get(7).getFirstBadSequence()).isEqualTo(4);
    assertThat(rooms.told(ListStreams.class)).hasSize(2);
  }

  @Test
  void doesNotFindAStreamNobodyWrote() {
    rooms.on(VerifyStream.class, asked -> new UnknownStream(asked.persistenceId()));
    assertThat(code(verify("order|x"))).isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void explainsAPlan() {
    rooms.on(
        GetPlans.class,
        asked -> new PlansView(List.of(PlanSamples.plan(2, 40, Plan.Status.READY)), List.of()));
    ExplainPlanResponse response = explain("0a1b2c3d-2");
    assertThat(response.getFound()).isTrue();
    assertThat(response.getSteps(0).getReasonsList())
        .containsExactly("It is cheap.", "It is sound.");
    assertThat(response.getSteps(0).getFiguresMap()).containsEntry("weight_after_pct", "12.5");
    assertThat(response.getRejected(0).getReasonCode()).isEqualTo("BUY_COOLDOWN");
    assertThat(explain("0a1b2c3d-3").getFound()).isFalse();
    assertThat(fields(client.explainPlan(ExplainPlanRequest.getDefaultInstance())))
        .containsExactly("plan_id");
  }

  @Test
  void listsTheCashLedger() {
    rooms.on(
        GetCashEntries.class,
        asked ->
            new CashEntries(
                List.of(
                    new CashEntry(
                        "deposit:1",
                        "deposit",
                        Money.of("100", Currency.EUR),
                        Money.of("1100", Currency.EUR),
                        "1",
                        GatewayFixture.NOW)),
                5));
    ListCashLedgerResponse response =
        get(client.listCashLedger(ListCashLedgerRequest.newBuilder().setCurrency("eur").build()));
    assertThat(response.getTotal()).isEqualTo(5);
    assertThat(response.getEntries(0).getBalanceAfter().getAmount()).isEqualTo("1100.00");
    assertThat(rooms.told(GetCashEntries.class).getFirst().currency()).contains(Currency.EUR);
    assertThat(
            fields(client.listCashLedger(ListCashLedgerRequest.newBuilder().setOffset(-1).build())))
        .containsExactly("offset");
    assertThat(
            get(client.listCashLedger(ListCashLedgerRequest.newBuilder().setAccountId("x").build()))
                .getTotal())
        .isZero();
  }

  private CompletionStage<List<VerifiedStream>> verify(String stream) {
    return client
        .verifyJournal(VerifyJournalRequest.newBuilder().setPersistenceId(stream).build())
        .runWith(Sink.seq(), gateway.kit.system());
  }

  private ExplainPlanResponse explain(String plan) {
    return get(client.explainPlan(ExplainPlanRequest.newBuilder().setPlanId(plan).build()));
  }

  private static ImportPricesChunk prices(String text) {
    return ImportPricesChunk.newBuilder()
        .setFileName("prices.csv")
        .setSource("vendor")
        .setContent(ByteString.copyFromUtf8(text))
        .build();
  }

  private static RecordFxRateRequest rate(String base, String quote, String rate, String source) {
    return RecordFxRateRequest.newBuilder()
        .setBase(base)
        .setQuote(quote)
        .setRate(rate)
        .setSource(source)
        .build();
  }
}
