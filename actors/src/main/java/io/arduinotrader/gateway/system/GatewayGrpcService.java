package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.answers.RepeatableCommands;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.protocol.grpc.common.Empty;
import io.arduinotrader.protocol.grpc.common.HealthCheckResponse;
import io.arduinotrader.protocol.grpc.gateway.GatewayServicePowerApi;
import io.arduinotrader.protocol.grpc.gateway.GetJobStatusRequest;
import io.arduinotrader.protocol.grpc.gateway.GetJobStatusResponse;
import io.arduinotrader.protocol.grpc.gateway.GetServicesHealthRequest;
import io.arduinotrader.protocol.grpc.gateway.GetServicesHealthResponse;
import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusRequest;
import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusResponse;
import io.arduinotrader.protocol.grpc.gateway.ListJobsRequest;
import io.arduinotrader.protocol.grpc.gateway.ListJobsResponse;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositResponse;
import io.arduinotrader.protocol.grpc.gateway.TradingCycleUpdate;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobRequest;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobResponse;
import io.arduinotrader.protocol.grpc.gateway.TriggerTradingCycleRequest;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.CycleId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.grpc.javadsl.Metadata;
import org.apache.pekko.stream.javadsl.Source;

/** The gateway's own service. */
public final class GatewayGrpcService implements GatewayServicePowerApi {

  private final Edge edge;
  private final HealthBoard board;
  private final Map<ServiceRole, Integer> ports;
  private final SystemStatus status;
  private final RepeatableCommands commands;
  private final Deposits deposits;
  private final Jobs jobs;

  /**
   * A service that answers by what the rooms say and the board shows.
   *
   * @param ports on which port each service listens
   */
  public GatewayGrpcService(
      Edge edge, HealthBoard board, Host host, Map<ServiceRole, Integer> ports) {
    this.edge = edge;
    this.board = board;
    this.ports = Map.copyOf(ports);
    this.status = new SystemStatus(edge, board, host, this.ports);
    this.commands = new RepeatableCommands(edge.rooms());
    this.deposits = new Deposits(edge.rooms());
    this.jobs = new Jobs(edge.rooms());
  }

  @Override
  public CompletionStage<GetSystemStatusResponse> getSystemStatus(
      GetSystemStatusRequest in, Metadata metadata) {
    return status.read(in.getIncludeDetails(), edge.calls().of(metadata));
  }

  @Override
  public Source<TradingCycleUpdate, NotUsed> triggerTradingCycle(
      TriggerTradingCycleRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    CycleId id = new CycleId(call.commandId(AccountId.DEFAULT.value()));
    return commands.stream(
        call,
        "TriggerTradingCycle",
        in,
        TradingCycleUpdate.parser(),
        TradingCycleUpdate::getComplete,
        () ->
            new CycleStream(edge, id, call, Progress.SILENCE).start(in.getDryRun(), in.getForce()));
  }

  @Override
  public CompletionStage<ProcessDepositResponse> processDeposit(
      ProcessDepositRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "ProcessDeposit",
        in,
        ProcessDepositResponse.parser(),
        answer -> true,
        () -> deposits.book(in, call));
  }

  @Override
  public CompletionStage<GetJobStatusResponse> getJobStatus(
      GetJobStatusRequest in, Metadata metadata) {
    return jobs.find(in.getJobName(), edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<ListJobsResponse> listJobs(ListJobsRequest in, Metadata metadata) {
    return jobs.list(in.getStatusFilter(), edge.calls().of(metadata));
  }

  @Override
  public CompletionStage<TriggerJobResponse> triggerJob(TriggerJobRequest in, Metadata metadata) {
    CallContext call = edge.calls().of(metadata);
    return commands.answer(
        call,
        "TriggerJob",
        in,
        TriggerJobResponse.parser(),
        answer -> true,
        () -> jobs.trigger(in, call));
  }

  @Override
  public CompletionStage<GetServicesHealthResponse> getServicesHealth(
      GetServicesHealthRequest in, Metadata metadata) {
    CompletionStage<Done> fresh =
        in.getForceCheck()
            ? board.probeAll()
            : CompletableFuture.completedFuture(Done.getInstance());
    return fresh.thenApply(done -> StatusWire.all(board.all(), ports));
  }

  @Override
  public CompletionStage<HealthCheckResponse> healthCheck(Empty in, Metadata metadata) {
    return CompletableFuture.completedFuture(board.response(ServiceRole.GATEWAY));
  }
}
