package io.arduinotrader.gateway.scoring;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.scoring.BatchScoreSecuritiesRequest;
import io.arduinotrader.protocol.grpc.scoring.BatchScoreSecuritiesResponse;
import io.arduinotrader.protocol.grpc.scoring.GetScoreHistoryRequest;
import io.arduinotrader.protocol.grpc.scoring.GetScoreHistoryResponse;
import io.arduinotrader.protocol.grpc.scoring.ScorePortfolioRequest;
import io.arduinotrader.protocol.grpc.scoring.ScorePortfolioResponse;
import io.arduinotrader.protocol.grpc.scoring.ScoreSecurityRequest;
import io.arduinotrader.protocol.grpc.scoring.ScoreSecurityResponse;
import io.arduinotrader.protocol.grpc.scoring.ScoringServiceClient;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.scoring.PortfolioStanding;
import io.arduinotrader.protocol.scoring.ScoreRow;
import io.arduinotrader.protocol.scoring.ScoringCommand.GivenFigure;
import io.arduinotrader.protocol.scoring.ScoringCommand.ScorePortfolio;
import io.arduinotrader.protocol.scoring.ScoringCommand.ScoreSecurities;
import io.arduinotrader.protocol.scoring.ScoringReply.PortfolioScored;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.ScoringReply.Unscored;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetScores;
import io.arduinotrader.protocol.universe.MarketDataQuery.Scores;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoringGrpcServiceTest extends GatewayTest {

  private ScoringServiceClient client;

  @BeforeEach
  void script() {
    client = ScoringServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetValuation.class, asked -> Samples.valued());
    rooms.on(
        ScoreSecurities.class,
        asked ->
            new Scored(
                asked.isins().stream()
                    .filter(isin -> !isin.equals(Samples.APPLE_ISIN))
                    .map(ScoringGrpcServiceTest::score)
                    .toList(),
                asked.isins().stream()
                    .filter(Samples.APPLE_ISIN::equals)
                    .map(isin -> new Unscored(isin, Unscored.Cause.UNSCORABLE, "no bars"))
                    .toList(),
                ""));
  }

  @Test
  void scoresOneSecurity() {
    ScoreSecurityResponse response =
        get(
            client.scoreSecurity(
                ScoreSecurityRequest.newBuilder()
                    .setSymbol("sap.eu")
                    .putMarketData("price_earnings", 12)
                    .build()));

    assertThat(response.getFound()).isTrue();
    assertThat(response.getScore().getTotalScore()).isEqualTo(0.8);
    assertThat(response.getScore().getGrade()).isEqualTo("A");
    assertThat(response.getScore().getComponentScoresMap()).containsEntry("value", 0.7);
    assertThat(rooms.told(ScoreSecurities.class).getFirst().overrides())
        .containsExactly(new GivenFigure("price_earnings", 12));
  }

  @Test
  void findsNoScoreOfWhatIsUnknownOrCannotBeScored() {
    assertThat(found("GONE")).isFalse();
    assertThat(found("AAPL.US")).isFalse();
  }

  @Test
  void whatCouldNotBeScoredJustNowIsUnavailable() {
    rooms.on(
        ScoreSecurities.class,
        asked ->
            new Scored(
                List.of(),
                asked.isins().stream()
                    .map(
                        isin ->
                            new Unscored(
                                isin,
                                Unscored.Cause.FAILED,
                                "the scoring workers did not answer in time"))
                    .toList(),
                ""));

    assertThat(
            code(
                client.scoreSecurity(
                    ScoreSecurityRequest.newBuilder().setSymbol("SAP.EU").build())))
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(code(client.batchScoreSecurities(BatchScoreSecuritiesRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void refusesBadOverrides() {
    assertThat(
            fields(
                client.scoreSecurity(
                    ScoreSecurityRequest.newBuilder().putMarketData("beta", Double.NaN).build())))
        .containsExactly("isin", "market_data.beta");
    assertThat(
            fields(
                client.scoreSecurity(
                    ScoreSecurityRequest.newBuilder()
                        .setSymbol("SAP.EU")
                        .putMarketData("luck", 1)
                        .putMarketData("dividend_yield", 2.6)
                        .putMarketData("profit_margin", Double.NaN)
                        .build())))
        .containsExactlyInAnyOrder(
            "market_data.luck", "market_data.dividend_yield", "market_data.profit_margin");
    assertThat(rooms.told(ScoreSecurities.class)).isEmpty();
  }

  @Test
  void scoresAllActiveOnesThatPassTheFilters() {
    BatchScoreSecuritiesResponse all = batch(BatchScoreSecuritiesRequest.newBuilder());
    assertThat(all.getTotalScored()).isEqualTo(1);
    assertThat(all.getFailed()).isEqualTo(1);
    assertThat(
            batch(
                    BatchScoreSecuritiesRequest.newBuilder()
                        .putFilters("exchange", "xetra")
                        .putFilters("industry", "hardware")
                        .putFilters("product_type", "equity"))
                .getTotalScored())
        .isEqualTo(1);
    assertThat(
            batch(BatchScoreSecuritiesRequest.newBuilder().putFilters("country", "Nowhere"))
                .getTotalScored())
        .isZero();
    assertThat(rooms.told(ScoreSecurities.class)).hasSize(2);
    assertThat(
            fields(
                client.batchScoreSecurities(
                    BatchScoreSecuritiesRequest.newBuilder()
                        .addIsins("US0378331006")
                        .putFilters("colour", "red")
                        .build())))
        .containsExactly("isins[0]", "filters.colour");
  }

  @Test
  void weighsThePortfolioByMarketValue() {
    rooms.on(
        ScorePortfolio.class,
        asked ->
            new PortfolioScored(
                new Scored(
                    asked.isins().stream().map(ScoringGrpcServiceTest::score).toList(),
                    List.of(),
                    ""),
                new PortfolioStanding(61.5, 70, 50, 62, 0.6, 0.5)));
    ScorePortfolioResponse response =
        get(client.scorePortfolio(ScorePortfolioRequest.getDefaultInstance()));
    assertThat(response.getTotalScore()).isEqualTo(0.8);
    assertThat(response.getWeightedScore()).isEqualTo(0.8);
    assertThat(response.getPortfolioMetricsMap()).containsEntry("security_count", 1.0);
    assertThat(response.getPortfolioMetricsMap())
        .containsEntry("portfolio_score", 61.5)
        .containsEntry("diversification", 70.0)
        .containsEntry("end_state_score", 0.6)
        .containsEntry("cash_weight", 0.5);
    assertThat(
            get(client.scorePortfolio(
                    ScorePortfolioRequest.newBuilder().addIsins("US0378331005").build()))
                .getSecurityScoresCount())
        .isZero();
  }

  @Test
  void aPortfolioOfWhichAHoldingCouldNotBeScoredJustNowIsUnavailable() {
    standing(Unscored.Cause.FAILED);
    assertThat(code(client.scorePortfolio(ScorePortfolioRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAVAILABLE);

    standing(Unscored.Cause.UNSCORABLE);
    assertThat(
            get(client.scorePortfolio(ScorePortfolioRequest.getDefaultInstance())).getTotalScore())
        .as("what never has a score says nothing about the rest")
        .isEqualTo(0.8);
  }

  private void standing(Unscored.Cause cause) {
    rooms.on(
        ScorePortfolio.class,
        asked ->
            new PortfolioScored(
                new Scored(
                    asked.isins().stream().map(ScoringGrpcServiceTest::score).toList(),
                    List.of(new Unscored(Samples.APPLE_ISIN, cause, "the queue is full")),
                    ""),
                new PortfolioStanding(50, 50, 50, 50, 0.5, 0.5)));
  }

  @Test
  void knowsOnlyThePresentState() {
    assertThat(
            code(
                client.scorePortfolio(
                    ScorePortfolioRequest.newBuilder().setPortfolioHash("ffffffff").build())))
        .isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(
            fields(
                client.scorePortfolio(
                    ScorePortfolioRequest.newBuilder().setPortfolioHash("xyz").build())))
        .containsExactly("portfolio_hash");
  }

  @Test
  void showsThePastOfAScore() {
    rooms.on(
        GetScores.class,
        asked -> new Scores(List.of(new ScoreRow(GatewayFixture.TODAY, 0.5, "D"))));
    GetScoreHistoryResponse response =
        get(
            client.getScoreHistory(
                GetScoreHistoryRequest.newBuilder().setIsin("DE0007164600").build()));
    assertThat(rooms.told(GetScores.class).getFirst().since())
        .isEqualTo(GatewayFixture.TODAY.minusDays(30));
    assertThat(response.getScores(0).getGrade()).isEqualTo("D");
    assertThat(
            code(
                client.getScoreHistory(
                    GetScoreHistoryRequest.newBuilder()
                        .setIsin(Samples.NOBODY_ISIN.value())
                        .build())))
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  private boolean found(String symbol) {
    return get(client.scoreSecurity(ScoreSecurityRequest.newBuilder().setSymbol(symbol).build()))
        .getFound();
  }

  private BatchScoreSecuritiesResponse batch(BatchScoreSecuritiesRequest.Builder request) {
    return get(client.batchScoreSecurities(request.build()));
  }

  private static SecurityScore score(Isin isin) {
    return new SecurityScore(
        isin,
        new Symbol("SAP.EU"),
        GatewayFixture.TODAY,
        0.8,
        "A",
        50,
        1,
        List.of(new SecurityScore.Group("value", 0.7, 1, 1, List.of())),
        Map.of(),
        Optional.empty(),
        Digest.EMPTY,
        GatewayFixture.NOW);
  }
}
