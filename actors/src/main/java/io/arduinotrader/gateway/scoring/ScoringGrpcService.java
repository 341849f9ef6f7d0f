package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.portfolio.Valuation;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.scoring.BatchScoreSecuritiesRequest;
import io.arduinotrader.protocol.grpc.scoring.BatchScoreSecuritiesResponse;
import io.arduinotrader.protocol.grpc.scoring.GetScoreHistoryRequest;
import io.arduinotrader.protocol.grpc.scoring.GetScoreHistoryResponse;
import io.arduinotrader.protocol.grpc.scoring.ScorePortfolioRequest;
import io.arduinotrader.protocol.grpc.scoring.ScorePortfolioResponse;
import io.arduinotrader.protocol.grpc.scoring.ScoreSecurityRequest;
import io.arduinotrader.protocol.grpc.scoring.ScoreSecurityResponse;
import io.arduinotrader.protocol.grpc.scoring.ScoringServicePowerApi;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.scoring.ScoringCommand.GivenFigure;
import io.arduinotrader.protocol.scoring.ScoringReply.PortfolioScored;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.ScoringReply.Unscored;
import io.arduinotrader.protocol.universe.CompanyFigure;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetScores;
import io.arduinotrader.protocol.universe.MarketDataQuery.Scores;
import io.arduinotrader.protocol.universe.MarketDataQuery.ScoresReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Unreadable;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.support.Rooms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.grpc.javadsl.Metadata;

/** The scoring service. */
public final class ScoringGrpcService implements ScoringServicePowerApi {

  private static final int MOST_ISINS = 1000;
  private static final int MOST_FIGURES = 100;
  private static final int USUAL_DAYS = 30;
  private static final int MOST_DAYS = 3650;

  private final Edge edge;
  private final Rooms rooms;
  private final ScoringDesk desk;
  private final Supplier<HealthCheckResponse> health;

  /**
   * A service that answers by what the rooms say.
   *
   * @param health the state of the service, known without asking anybody
   */
  public ScoringGrpcService(Edge edge, Supplier<HealthCheckResponse> health) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.desk = new ScoringDesk(rooms);
    this.health = health;
  }

  @Override
  public CompletionStage<ScoreSecurityResponse> scoreSecurity(
      ScoreSecurityRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<SecurityName> name =
        IdentifierWire.security(in.getIsin(), in.getSymbol(), "", violations);
    List<GivenFigure> figures = figures(in.getMarketDataMap(), violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              Optional<SecurityRecord> record =
                  securities.find(name.orElseThrow(), "symbol", violations);
              violations.refuseIfAny();
              return record.isEmpty()
                  ? CompletableFuture.completedFuture(ScoreSecurityResponse.getDefaultInstance())
                  : desk.score(List.of(record.get().isin()), figures, call)
                      .thenApply(ScoringGrpcService::single);
            });
  }

  @Override
  public CompletionStage<BatchScoreSecuritiesResponse> batchScoreSecurities(
      BatchScoreSecuritiesRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    List<Isin> isins = IdentifierWire.isins(in.getIsinsList(), MOST_ISINS, "isins", violations);
    SecurityFilter filter = SecurityFilter.read(in.getFiltersMap(), violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return Securities.ask(rooms, call)
        .thenApply(securities -> wanted(isins, filter, securities))
        .thenCompose(
            wanted ->
                wanted.isEmpty()
                    ? CompletableFuture.completedFuture(
                        BatchScoreSecuritiesResponse.getDefaultInstance())
                    : desk.score(wanted, List.of(), call).thenApply(ScoringGrpcService::batch));
  }

  @Override
  public CompletionStage<ScorePortfolioResponse> scorePortfolio(
      ScorePortfolioRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<PortfolioHash> hash =
        IdentifierWire.portfolioHash(in.getPortfolioHash(), "portfolio_hash", violations);
    List<Isin> isins = IdentifierWire.isins(in.getIsinsList(), MOST_ISINS, "isins", violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    return Valuation.inState(rooms, AccountId.DEFAULT, hash, call)
        .thenCompose(
            valued -> {
              List<PositionValue> positions =
                  valued.value().positions().stream()
                      .filter(position -> isins.isEmpty() || isins.contains(position.isin()))
                      .toList();
              return desk.portfolio(
                      valued.value(), positions.stream().map(PositionValue::isin).toList(), call)
                  .thenApply(scored -> standing(positions, scored));
            });
  }

  @Override
  public CompletionStage<GetScoreHistoryResponse> getScoreHistory(
      GetScoreHistoryRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<Isin> isin = IdentifierWire.isin(in.getIsin(), "isin", violations);
    int days = NumberWire.days(in.getDays(), USUAL_DAYS, MOST_DAYS, "days", violations);
    violations.refuseIfAny();
    CallContext call = edge.calls().of(metadata);
    LocalDate since = edge.marketToday().get().minusDays(days);
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              Isin known =
                  securities
                      .find(isin.orElseThrow())
                      .map(SecurityRecord::isin)
                      .orElseThrow(
                          () ->
                              CallRefusedException.notFound(
                                  isin.orElseThrow() + " is not in the universe"));
              return rooms.<MarketDataQuery, ScoresReply>ask(
                  MarketDataQuery.KEY,
                  call.budget(),
                  replyTo -> new GetScores(known, since, replyTo));
            })
        .thenApply(reply -> history(isin.orElseThrow(), reply));
  }

  @Override
  public CompletionStage<HealthCheckResponse> healthCheck(Empty in, Metadata metadata) {
    return CompletableFuture.completedFuture(health.get());
  }

  private static List<Isin> wanted(List<Isin> isins, SecurityFilter filter, Securities securities) {
    if (isins.isEmpty()) {
      return securities.all().stream()
          .filter(record -> record.active() && filter.passes(record))
          .map(SecurityRecord::isin)
          .toList();
    }
    return filter.isEmpty()
        ? isins
        : isins.stream()
            .filter(isin -> securities.find(isin).filter(filter::passes).isPresent())
            .toList();
  }

  private static ScoreSecurityResponse single(Scored scored) {
    unavailableIfFailed(scored);
    return scored.scores().stream()
        .findFirst()
        .map(
            score ->
                ScoreSecurityResponse.newBuilder()
                    .setFound(true)
                    .setScore(ScoreWire.of(score))
                    .build())
        .orElse(ScoreSecurityResponse.getDefaultInstance());
  }

  private static BatchScoreSecuritiesResponse batch(Scored scored) {
    unavailableIfFailed(scored);
    return BatchScoreSecuritiesResponse.newBuilder()
        .addAllScores(scored.scores().stream().map(ScoreWire::of).toList())
        .setTotalScored(scored.scores().size())
        .setFailed(scored.unscored().size())
        .build();
  }

  /** One holding that could not be scored just now would shift every sum over the portfolio. */
  private static ScorePortfolioResponse standing(
      List<PositionValue> positions, PortfolioScored scored) {
    unavailableIfAnyFailed(scored.holdings());
    return PortfolioScore.of(positions, scored);
  }

  /** That nothing could be scored just now is no word about the securities. */
  private static void unavailableIfFailed(Scored scored) {
    if (scored.scores().isEmpty()) {
      unavailableIfAnyFailed(scored);
    }
  }

  private static void unavailableIfAnyFailed(Scored scored) {
    scored.unscored().stream()
        .filter(unscored -> unscored.cause() == Unscored.Cause.FAILED)
        .findFirst()
        .ifPresent(
            failed -> {
              throw CallRefusedException.unavailable(failed.isin() + ": " + failed.reason());
            });
  }

  private static GetScoreHistoryResponse history(Isin isin, ScoresReply reply) {
    return switch (reply) {
      case Scores scores ->
          GetScoreHistoryResponse.newBuilder()
              .setIsin(isin.value())
              .addAllScores(scores.rows().stream().map(ScoreWire::of).toList())
              .build();
      case Unreadable unreadable -> throw CallRefusedException.unavailable(unreadable.reason());
    };
  }

  private static Optional<String> complaint(String name, double value) {
    Optional<CompanyFigure> figure = CompanyFigure.of(name);
    return figure.isEmpty()
        ? Optional.of(
            "is not a figure; there are "
                + Arrays.stream(CompanyFigure.values()).map(CompanyFigure::key).toList())
        : figure.get().complaint(value);
  }

  private static List<GivenFigure> figures(
      Map<String, Double> marketData, FieldViolations violations) {
    violations.require(
        marketData.size() <= MOST_FIGURES,
        "market_data",
        "has more than " + MOST_FIGURES + " entries");
    marketData.forEach(
        (name, value) ->
            complaint(name, value)
                .ifPresent(text -> violations.require(false, "market_data." + name, text)));
    return marketData.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new GivenFigure(entry.getKey(), entry.getValue()))
        .toList();
  }
}
