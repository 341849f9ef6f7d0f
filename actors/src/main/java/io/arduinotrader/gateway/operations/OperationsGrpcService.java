package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.gateway.planning.StoredPlans;
import io.arduinotrader.gateway.scoring.ScoreExplanations;
import io.arduinotrader.gateway.wire.Page;
import io.arduinotrader.protocol.grpc.operations.ApproveDriftRequest;
import io.arduinotrader.protocol.grpc.operations.ArmTradingRequest;
import io.arduinotrader.protocol.grpc.operations.DisarmTradingRequest;
import io.arduinotrader.protocol.grpc.operations.DriftsResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainAllocationRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainAllocationResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainPlanRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainPlanResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreResponse;
import io.arduinotrader.protocol.grpc.operations.GetHaltsRequest;
import io.arduinotrader.protocol.grpc.operations.GetModeRequest;
import io.arduinotrader.protocol.grpc.operations.HaltTradingRequest;
import io.arduinotrader.protocol.grpc.operations.HaltsResponse;
import io.arduinotrader.protocol.grpc.operations.ImportPricesChunk;
import io.arduinotrader.protocol.grpc.operations.ImportPricesReport;
import io.arduinotrader.protocol.grpc.operations.ImportUniverseChunk;
import io.arduinotrader.protocol.grpc.operations.ImportUniverseReport;
import io.arduinotrader.protocol.grpc.operations.ListCashLedgerRequest;
import io.arduinotrader.protocol.grpc.operations.ListCashLedgerResponse;
import io.arduinotrader.protocol.grpc.operations.ListDriftsRequest;
import io.arduinotrader.protocol.grpc.operations.ListFxRatesRequest;
import io.arduinotrader.protocol.grpc.operations.ListFxRatesResponse;
import io.arduinotrader.protocol.grpc.operations.ModeResponse;
import io.arduinotrader.protocol.grpc.operations.OperationsServicePowerApi;
import io.arduinotrader.protocol.grpc.operations.RecordFxRateRequest;
import io.arduinotrader.protocol.grpc.operations.RecordFxRateResponse;
import io.arduinotrader.protocol.grpc.operations.ResumeTradingRequest;
import io.arduinotrader.protocol.grpc.operations.VerifiedStream;
import io.arduinotrader.protocol.grpc.operations.VerifyJournalRequest;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.OptimizationCommand;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.ImportReply;
import io.arduinotrader.protocol.universe.FeedCommand.RateNotRecorded;
import io.arduinotrader.protocol.universe.FeedCommand.RateRecorded;
import io.arduinotrader.protocol.universe.FeedCommand.RateReply;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.support.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.stream.javadsl.Source;

/** The operations service. */
public final class OperationsGrpcService implements OperationsServicePowerApi {

  private final Edge edge;
  private final Rooms rooms;
  private final StoredPlans plans;
  private final ScoreExplanations scores;
  private final TradingHalts halts;
  private final BookDrifts drifts;
  private final TradingModes modes;
  private final CashLedger ledger;

  /** A service that answers by what the rooms say. */
  public OperationsGrpcService(Edge edge) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.plans = new StoredPlans(edge);
    this.scores = new ScoreExplanations(edge);
    this.halts = new TradingHalts(rooms);
    this.drifts = new BookDrifts(edge);
    this.modes = new TradingModes(rooms);
    this.ledger = new CashLedger(rooms);
  }

  @Override
  public CompletionStage<ImportPricesReport> importPrices(
      Source<ImportPricesChunk, NotUsed> in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return Upload.of(in, ImportPricesChunk::getContent, edge.system())
        .thenCompose(
            upload -> {
              ImportPricesChunk first = upload.first();
              FieldViolations violations = new FieldViolations();
              violations.require(!first.getFileName().isBlank(), "file_name", "is required");
              violations.require(!first.getSource().isBlank(), "source", "is required");
              violations.refuseIfAny();
              return rooms.<FeedCommand, ImportReply>ask(
                  FeedCommand.KEY,
                  call.budget(),
                  replyTo ->
                      new FeedCommand.ImportPrices(
                          first.getFileName().strip(),
                          first.getSource().strip(),
                          upload.content(),
                          replyTo));
            })
        .thenApply(ImportWire::prices);
  }

  @Override
  public CompletionStage<ImportUniverseReport> importUniverse(
      Source<ImportUniverseChunk, NotUsed> in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return Upload.of(in, ImportUniverseChunk::getContent, edge.system())
        .thenCompose(
            upload -> {
              FieldViolations violations = new FieldViolations();
              violations.require(
                  !upload.first().getFileName().isBlank(), "file_name", "is required");
              violations.refuseIfAny();
              return rooms.<FeedCommand, ImportReply>ask(
                  FeedCommand.KEY,
                  call.budget(),
                  replyTo ->
                      new FeedCommand.ImportSecurities(
                          upload.first().getFileName().strip(), upload.content(), replyTo));
            })
        .thenApply(ImportWire::universe);
  }

  @Override
  public CompletionStage<RecordFxRateResponse> recordFxRate(
      RecordFxRateRequest in, Metadata metadata) {
    FxRate rate = RateWire.read(in, edge.clock().instant());
    return rooms
        .<FeedCommand, RateReply>ask(
            FeedCommand.KEY,
            edge.calls().of(metadata).budget(),
            replyTo -> new FeedCommand.RecordRate(rate, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case RateRecorded recorded ->
                      RecordFxRateResponse.newBuilder()
                          .setRate(RateWire.of(recorded.rate()))
                          .build();
                  case RateNotRecorded failed ->
                      throw CallRefusedException.unavailable(failed.reason());
                });
  }

  @Override
  public CompletionStage<ListFxRatesResponse> listFxRates(
      ListFxRatesRequest in, Metadata metadata) {
    FieldViolations violations = new FieldViolations();
    Optional<Currency> base = RateWire.optional(in.getBase(), "base", violations);
    Optional<Currency> quote = RateWire.optional(in.getQuote(), "quote", violations);
    Page page = Page.of(in.getLimit(), in.getOffset(), violations);
    violations.refuseIfAny();
    return rooms
        .<MarketDataQuery, MarketDataQuery.RatesReply>ask(
            MarketDataQuery.KEY,
            edge.calls().of(metadata).budget(),
            replyTo ->
                new MarketDataQuery.GetRates(base, quote, page.limit(), page.offset(), replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case MarketDataQuery.RatePage rates ->
                      ListFxRatesResponse.newBuilder()
                          .addAllRates(rates.rates().stream().map(RateWire::of).toList())
                          .setTotal(Math.toIntExact(rates.total()))
                          .build();
                  case MarketDataQuery.Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }

  @Override
  public Source<VerifiedStream, NotUsed> verifyJournal(VerifyJournalRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    JournalAudit audit = new JournalAudit(rooms, call);
    Source<VerifiedStream, NotUsed> verdicts =
        in.getPersistenceId().isBlank() ? audit.all() : audit.one(in.getPersistenceId().strip());
    return verdicts.via(Progress.until(verdict -> false, call));
  }

  @Override
  public CompletionStage<ExplainAllocationResponse> explainAllocation(
      ExplainAllocationRequest in, Metadata metadata) {
    return rooms
        .<OptimizationCommand, AllocationReply>ask(
            OptimizationCommand.KEY,
            edge.calls().of(metadata).budget(),
            replyTo ->
                new OptimizationCommand.OptimizeAllocation(
                    AccountId.DEFAULT,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    OptimizationCommand.Limits.none(),
                    replyTo))
        .thenApply(AllocationExplanation::of);
  }

  @Override
  public CompletionStage<ExplainPlanResponse> explainPlan(
      ExplainPlanRequest in, Metadata metadata) {
    if (in.getPlanId().isBlank()) {
      throw new InvalidRequestException("plan_id", "is required");
    }
    return plans
        .find(in.getPlanId(), edge.calls().of(metadata))
        .thenApply(
            found ->
                found.map(PlanExplanation::of).orElse(ExplainPlanResponse.getDefaultInstance()));
  }

  @Override
  public CompletionStage<ExplainScoreResponse> explainScore(
      ExplainScoreRequest in, Metadata metadata) {
    return scores.explain(in, edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<ListCashLedgerResponse> listCashLedger(
      ListCashLedgerRequest in, Metadata metadata) {
    return ledger.list(in, edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<HaltsResponse> getHalts(GetHaltsRequest in, Metadata metadata) {
    return halts.show(edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<HaltsResponse> haltTrading(HaltTradingRequest in, Metadata metadata) {
    return halts.halt(in, edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<ModeResponse> getMode(GetModeRequest in, Metadata metadata) {
    return modes.show(edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<ModeResponse> armTrading(ArmTradingRequest in, Metadata metadata) {
    return modes.arm(in, edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<ModeResponse> disarmTrading(DisarmTradingRequest in, Metadata metadata) {
    return modes.disarm(in, edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<DriftsResponse> listDrifts(ListDriftsRequest in, Metadata metadata) {
    return drifts.show(edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<DriftsResponse> approveDrift(ApproveDriftRequest in, Metadata metadata) {
    return drifts.approve(in, edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<HaltsResponse> resumeTrading(ResumeTradingRequest in, Metadata metadata) {
    return halts.resume(in, edge.calls().of(metadata));
  }
}
