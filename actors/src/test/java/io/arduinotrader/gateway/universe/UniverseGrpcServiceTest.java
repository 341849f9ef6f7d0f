package io.arduinotrader.gateway.universe;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.common.Security;
import io.arduinotrader.protocol.grpc.universe.GetMarketDataRequest;
import io.arduinotrader.protocol.grpc.universe.GetMarketDataResponse;
import io.arduinotrader.protocol.grpc.universe.GetSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.GetUniverseRequest;
import io.arduinotrader.protocol.grpc.universe.GetUniverseResponse;
import io.arduinotrader.protocol.grpc.universe.SearchSecuritiesRequest;
import io.arduinotrader.protocol.grpc.universe.UniverseServiceClient;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.MarketDataQuery.Bars;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetBars;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetMetrics;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetQuotes;
import io.arduinotrader.protocol.universe.MarketDataQuery.Metrics;
import io.arduinotrader.protocol.universe.MarketDataQuery.Quotes;
import io.arduinotrader.protocol.universe.MarketMetrics;
import io.arduinotrader.protocol.universe.SecurityCommand.GetSecurity;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.universe.UniverseCommand.UniverseView;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quote;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UniverseGrpcServiceTest extends GatewayTest {

  private UniverseServiceClient client;

  @BeforeEach
  void script() {
    client = UniverseServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(
        GetUniverse.class,
        asked ->
            new UniverseView(
                List.of(
                    Samples.APPLE.withFlags(true, false, true),
                    Samples.SAP,
                    Samples.security(
                            Samples.NOBODY_ISIN, "OLD.US", "Old Apple", "NYSE", Currency.USD)
                        .withFlags(false, false, false))));
    Quote quote =
        new Quote(Samples.SAP_ISIN, Price.of("100", Currency.EUR), GatewayFixture.NOW, "test");
    rooms.on(GetQuotes.class, asked -> new Quotes(List.of(quote), List.of(), List.of()));
    rooms.on(
        GetSecurity.class,
        asked -> new SecurityView(Samples.SAP_ISIN, Optional.empty(), List.of(), Optional.empty()));
  }

  @Test
  void listsActiveSecuritiesWithThePricesThatAreKnown() {
    GetUniverseResponse all = universe(GetUniverseRequest.newBuilder());
    assertThat(all.getTotal()).isEqualTo(2);
    assertThat(all.getSecurities(0).hasCurrentPrice()).isFalse();
    assertThat(all.getSecurities(0).getIsTradable()).isFalse();
    assertThat(all.getSecurities(1).getCurrentPrice().getAmount()).isEqualTo("100");
    assertThat(all.getSecurities(1).getSecurityType()).isEqualTo("EQUITY");
  }

  @Test
  void filtersAndPagesTheUniverse() {
    assertThat(universe(GetUniverseRequest.newBuilder().setTradableOnly(true)).getTotal())
        .isEqualTo(1);
    assertThat(universe(GetUniverseRequest.newBuilder().setExchange("xetra")).getTotal())
        .isEqualTo(1);
    assertThat(universe(GetUniverseRequest.newBuilder().setSector("Energy")).getTotal()).isZero();
    GetUniverseResponse second = universe(GetUniverseRequest.newBuilder().setLimit(1).setOffset(1));
    assertThat(second.getSecuritiesList())
        .extracting(Security::getSymbol)
        .containsExactly("SAP.EU");
    assertThat(second.getTotal()).isEqualTo(2);
    assertThat(universe(GetUniverseRequest.newBuilder().setOffset(9)).getSecuritiesCount())
        .isZero();
    assertThat(fields(client.getUniverse(GetUniverseRequest.newBuilder().setOffset(-1).build())))
        .containsExactly("offset");
  }

  @Test
  void findsOneSecurityAlsoInactive() {
    assertThat(isFound("OLD.US")).isTrue();
    assertThat(isFound("GONE")).isFalse();
    assertThat(fields(client.getSecurity(GetSecurityRequest.getDefaultInstance())))
        .containsExactly("isin");
    assertThat(
            fields(
                client.getSecurity(
                    GetSecurityRequest.newBuilder()
                        .setIsin("DE0007164600")
                        .setSymbol("AAPL.US")
                        .build())))
        .containsExactly("symbol");
  }

  @Test
  void searchesSymbolNameAndIsin() {
    assertThat(search("apple")).containsExactly("AAPL.US", "OLD.US");
    assertThat(search("old.us")).containsExactly("OLD.US");
    assertThat(search("de000")).containsExactly("SAP.EU");
    assertThat(fields(client.searchSecurities(SearchSecuritiesRequest.getDefaultInstance())))
        .containsExactly("query");
  }

  @Test
  void showsBarsOfAYearAndFigures() {
    rooms.on(
        GetBars.class,
        asked ->
            new Bars(
                List.of(
                    new BarColumns(
                        Samples.SAP_ISIN,
                        Currency.EUR,
                        new int[] {17_000},
                        new double[] {1},
                        new double[] {4},
                        new double[] {0.5},
                        new double[] {2},
                        new double[] {1.9},
                        new long[] {7})),
                List.of()));
    rooms.on(GetMetrics.class, asked -> new Metrics(metrics()));
    GetMarketDataResponse response =
        get(
            client.getMarketData(
                GetMarketDataRequest.newBuilder().setIsin("DE0007164600").build()));

    GetBars asked = rooms.told(GetBars.class).getFirst();
    assertThat(asked.to()).isEqualTo(GatewayFixture.TODAY);
    assertThat(asked.from()).isEqualTo(GatewayFixture.TODAY.minusDays(365));
    assertThat(response.getHistory(0).getDate().getSeconds()).isEqualTo(17_000L * 86_400);
    assertThat(response.getHistory(0).getAdjustedClose()).isEqualTo(1.9);
    assertThat(response.getMetrics().getBeta()).isEqualTo(1.1);
    assertThat(response.getSecurity().getSymbol()).isEqualTo("SAP.EU");
  }

  @Test
  void hasNoMarketDataOfASecurityNobodyKnows() {
    assertThat(
            code(
                client.getMarketData(
                    GetMarketDataRequest.newBuilder().setIsin("US0231351067").build())))
        .isEqualTo(Status.Code.NOT_FOUND);
    assertThat(fields(client.getMarketData(GetMarketDataRequest.newBuilder().setDays(-1).build())))
        .containsExactly("isin", "days");
  }

  private GetUniverseResponse universe(GetUniverseRequest.Builder request) {
    return get(client.getUniverse(request.build()));
  }

  private boolean isFound(String symbol) {
    return get(client.getSecurity(GetSecurityRequest.newBuilder().setSymbol(symbol).build()))
        .getFound();
  }

  private List<String> search(String query) {
    return get(
            client.searchSecurities(SearchSecuritiesRequest.newBuilder().setQuery(query).build()))
        .getSecuritiesList()
        .stream()
        .map(Security::getSymbol)
        .toList();
  }

  private static MarketMetrics metrics() {
    return new MarketMetrics(
        Samples.SAP_ISIN,
        Currency.EUR,
        Optional.of(GatewayFixture.TODAY),
        OptionalDouble.of(1.1),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
