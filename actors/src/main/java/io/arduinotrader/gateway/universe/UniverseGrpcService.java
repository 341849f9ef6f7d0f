package io.arduinotrader.gateway.universe;

import io.arduinotrader.gateway.answers.RepeatableCommands;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.gateway.wire.ExchangeRates;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.Page;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.common.Security;
import io.arduinotrader.protocol.grpc.universe.AddSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.AddSecurityResponse;
import io.arduinotrader.protocol.grpc.universe.GetMarketDataRequest;
import io.arduinotrader.protocol.grpc.universe.GetMarketDataResponse;
import io.arduinotrader.protocol.grpc.universe.GetSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.GetSecurityResponse;
import io.arduinotrader.protocol.grpc.universe.GetUniverseRequest;
import io.arduinotrader.protocol.grpc.universe.GetUniverseResponse;
import io.arduinotrader.protocol.grpc.universe.RemoveSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.RemoveSecurityResponse;
import io.arduinotrader.protocol.grpc.universe.SearchSecuritiesRequest;
import io.arduinotrader.protocol.grpc.universe.SearchSecuritiesResponse;
import io.arduinotrader.protocol.grpc.universe.SyncFundamentalsRequest;
import io.arduinotrader.protocol.grpc.universe.SyncFundamentalsUpdate;
import io.arduinotrader.protocol.grpc.universe.SyncPricesRequest;
import io.arduinotrader.protocol.grpc.universe.SyncPricesUpdate;
import io.arduinotrader.protocol.grpc.universe.UniverseServicePowerApi;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.support.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.stream.javadsl.Source;

/** The universe service. */
public final class UniverseGrpcService implements UniverseServicePowerApi {

  private static final int USUAL_HITS = 50;
  private static final int USUAL_DAYS = 365;
  private static final int MOST_DAYS = 3650;
  private static final int MOST_ISINS = 1000;

  private final Edge edge;
  private final Rooms rooms;
  private final Supplier<HealthCheckResponse> health;
  private final RepeatableCommands commands;
  private final SecurityAddition addition;
  private final SecurityRemoval removal;
  private final MarketDataReader marketData;

  /**
   * A service that answers by what the rooms say.
   *
   * @param health the state of the service, known without asking anybody
   */
  public UniverseGrpcService(Edge edge, Supplier<HealthCheckResponse> health) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.health = health;
    this.commands = new RepeatableCommands(rooms);
    this.addition = new SecurityAddition(edge);
    this.removal = new SecurityRemoval(rooms);
    this.marketData = new MarketDataReader(edge);
  }

  @Override
  public CompletionStage<GetUniverseResponse> getUniverse(
      GetUniverseRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    violations.require(in.getOffset() >= 0, "offset", "must not be negative");
    violations.refuseIfAny();
    Page page = new Page(in.getLimit() <= 0 ? Integer.MAX_VALUE : in.getLimit(), in.getOffset());
    CallContext call = edge.calls().of(metadata);
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              List<SecurityRecord> matches =
                  securities.all().stream().filter(record -> matches(record, in)).toList();
              return priced(page.of(matches), call)
                  .thenApply(
                      priced ->
                          GetUniverseResponse.newBuilder()
                              .addAllSecurities(priced)
                              .setTotal(matches.size())
                              .build());
            });
  }

  @Override
  public CompletionStage<GetSecurityResponse> getSecurity(
      GetSecurityRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<SecurityName> name =
        IdentifierWire.security(in.getIsin(), in.getSymbol(), "", violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              Optional<SecurityRecord> record =
                  securities.find(name.orElseThrow(), "symbol", violations);
              violations.refuseIfAny();
              return record.isEmpty()
                  ? CompletableFuture.completedFuture(GetSecurityResponse.getDefaultInstance())
                  : described(record.get(), call)
                      .thenApply(
                          security ->
                              GetSecurityResponse.newBuilder()
                                  .setFound(true)
                                  .setSecurity(security)
                                  .build());
            });
  }

  @Override
  public CompletionStage<SearchSecuritiesResponse> searchSecurities(
      SearchSecuritiesRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    violations.require(!in.getQuery().isBlank(), "query", "is required");
    Page page = Page.of(in.getLimit(), 0, USUAL_HITS, violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              List<SecurityRecord> hits = SecuritySearch.hits(securities.all(), in.getQuery());
              return priced(page.of(hits), call)
                  .thenApply(
                      priced ->
                          SearchSecuritiesResponse.newBuilder()
                              .addAllSecurities(priced)
                              .setTotalMatches(hits.size())
                              .build());
            });
  }

  @Override
  public Source<SyncPricesUpdate, NotUsed> syncPrices(SyncPricesRequest in, Metadata metadata) {
    List<Isin> isins = isins(in.getIsinsList());
    return SyncStep.of(
            Progress.<FeedCommand, SyncProgress>of(
                edge,
                FeedCommand.KEY,
                replyTo -> new FeedCommand.SyncPrices(isins, in.getForceRefresh(), replyTo)),
            edge.calls().of(metadata))
        .map(
            step ->
                SyncPricesUpdate.newBuilder()
                    .setProgressPct(step.percent())
                    .setSynced(step.synced())
                    .setFailed(step.failed())
                    .setTotal(step.total())
                    .setCurrentIsin(step.isin())
                    .setComplete(step.complete())
                    .setError(step.error())
                    .build());
  }

  @Override
  public Source<SyncFundamentalsUpdate, NotUsed> syncFundamentals(
      SyncFundamentalsRequest in, Metadata metadata) {
    List<Isin> isins = isins(in.getIsinsList());
    return SyncStep.of(
            Progress.<FeedCommand, SyncProgress>of(
                edge,
                FeedCommand.KEY,
                replyTo -> new FeedCommand.SyncFundamentals(isins, in.getForceRefresh(), replyTo)),
            edge.calls().of(metadata))
        .map(
            step ->
                SyncFundamentalsUpdate.newBuilder()
                    .setProgressPct(step.percent())
                    .setSynced(step.synced())
                    .setFailed(step.failed())
                    .setTotal(step.total())
                    .setCurrentIsin(step.isin())
                    .setComplete(step.complete())
                    .setError(step.error())
                    .build());
  }

  @Override
  public CompletionStage<GetMarketDataResponse> getMarketData(
      GetMarketDataRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<Isin> isin = IdentifierWire.isin(in.getIsin(), "isin", violations);
    int days = NumberWire.days(in.getDays(), USUAL_DAYS, MOST_DAYS, "days", violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              SecurityRecord record =
                  securities
                      .find(isin.orElseThrow())
                      .orElseThrow(
                          () ->
                              CallRefusedException.notFound(
                                  isin.orElseThrow() + " is not in the universe"));
              return described(record, call)
                  .thenCombine(
                      marketData.read(record, days, call),
                      (security, data) -> data.toBuilder().setSecurity(security).build());
            });
  }

  @Override
  public CompletionStage<AddSecurityResponse> addSecurity(
      AddSecurityRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "AddSecurity",
        in,
        AddSecurityResponse.parser(),
        answer -> true,
        () -> addition.add(in, call));
  }

  @Override
  public CompletionStage<RemoveSecurityResponse> removeSecurity(
      RemoveSecurityRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "RemoveSecurity",
        in,
        RemoveSecurityResponse.parser(),
        answer -> true,
        () -> removal.remove(in, call));
  }

  @Override
  public CompletionStage<HealthCheckResponse> healthCheck(Empty in, Metadata metadata) {
    return CompletableFuture.completedFuture(health.get());
  }

  private CompletionStage<List<Security>> priced(List<SecurityRecord> records, CallContext call) {
    return records.isEmpty()
        ? CompletableFuture.completedFuture(List.of())
        : ExchangeRates.quotes(rooms, records.stream().map(SecurityRecord::isin).toList(), call)
            .thenApply(quotes -> SecurityWire.of(records, quotes.quotes()));
  }

  /** A security with its last price and its company's worth. */
  private CompletionStage<Security> described(SecurityRecord record, CallContext call) {
    return ExchangeRates.quotes(rooms, List.of(record.isin()), call)
        .thenCombine(
            rooms.<SecurityCommand, SecurityCommand.SecurityView>ask(
                SecurityCommand.KEY,
                record.isin().value(),
                call.budget(),
                SecurityCommand.GetSecurity::new),
            (quotes, view) ->
                SecurityWire.of(
                    record,
                    quotes.quotes().stream().findFirst(),
                    view.fundamentals()
                        .map(Fundamentals::marketCapitalization)
                        .orElse(OptionalDouble.empty())));
  }

  private static List<Isin> isins(List<String> texts) {
    FieldViolations violations = new FieldViolations();
    List<Isin> isins = IdentifierWire.isins(texts, MOST_ISINS, "isins", violations);
    violations.refuseIfAny();
    return isins;
  }

  private static boolean matches(SecurityRecord record, GetUniverseRequest in) {
    return record.active()
        && (!in.getTradableOnly() || record.allowBuy())
        && isWanted(record.sector(), in.getSector())
        && isWanted(record.exchange(), in.getExchange());
  }

  private static boolean isWanted(String value, String wanted) {
    return wanted.isBlank() || value.equalsIgnoreCase(wanted.strip());
  }
}
