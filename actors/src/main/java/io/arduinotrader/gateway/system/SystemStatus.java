package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.portfolio.Valuation;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusResponse;
import io.arduinotrader.protocol.grpc.gateway.SystemMetrics;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import io.arduinotrader.protocol.jobs.JobCommand.JobsView;
import io.arduinotrader.protocol.portfolio.LedgerQuery;
import io.arduinotrader.protocol.portfolio.LedgerQuery.GetTrades;
import io.arduinotrader.protocol.portfolio.LedgerQuery.TradesReply;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The state of the whole. It is what one asks when something is wrong, so whatever cannot be read
 * is left out and the answer comes all the same.
 */
final class SystemStatus {

  /** A job that failed this often within an hour is a fault of the system. */
  private static final int FAILURES = 5;

  /** What a sick part may cost the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Edge edge;
  private final Rooms rooms;
  private final HealthBoard board;
  private final Host host;
  private final Map<ServiceRole, Integer> ports;

  SystemStatus(Edge edge, HealthBoard board, Host host, Map<ServiceRole, Integer> ports) {
    this.edge = edge;
    this.rooms = edge.rooms();
    this.board = board;
    this.host = host;
    this.ports = ports;
  }

  CompletionStage<GetSystemStatusResponse> read(boolean includeDetails, CallContext call) {
    Duration budget = call.budget(PATIENCE);
    CompletionStage<Optional<JobsView>> jobs =
        orEmpty(() -> rooms.ask(JobCommand.KEY, budget, JobCommand.GetJobs::new));
    CompletionStage<SystemMetrics> metrics =
        includeDetails
            ? metrics(budget)
            : CompletableFuture.completedFuture(
                SystemMetrics.newBuilder().setUptimeSeconds(host.uptime().toSeconds()).build());
    return jobs.thenCombine(
        metrics,
        (known, figures) -> {
          List<JobView> views = known.map(JobsView::jobs).orElse(List.of());
          GetSystemStatusResponse.Builder response =
              GetSystemStatusResponse.newBuilder()
                  .setStatus(verdict(views))
                  .setMetrics(figures)
                  .addAllServices(
                      board.all().stream().map(health -> StatusWire.of(health, ports)).toList())
                  .setLastUpdated(TimestampWire.of(edge.clock().instant()));
          if (includeDetails) {
            response.addAllJobs(views.stream().map(StatusWire::of).toList());
          }
          return response.build();
        });
  }

  private String verdict(List<JobView> jobs) {
    List<Health> services = board.all();
    boolean isDown =
        !board.isMember()
            || services.stream()
                .filter(
                    health ->
                        health.service() == ServiceRole.PORTFOLIO
                            || health.service() == ServiceRole.TRADING)
                .anyMatch(Health::isAway);
    if (isDown) {
      return "down";
    }
    boolean isWell =
        services.stream().allMatch(health -> health.state() == Health.State.HEALTHY)
            && board.isWhole()
            && jobs.stream().noneMatch(job -> job.recentFailures() >= FAILURES);
    return isWell ? "healthy" : "degraded";
  }

  private CompletionStage<SystemMetrics> metrics(Duration budget) {
    CompletionStage<Optional<Valued>> account =
        orEmpty(() -> Valuation.ask(rooms, AccountId.DEFAULT, budget));
    CompletionStage<Optional<TradesReply>> trades =
        orEmpty(
            () ->
                rooms.ask(
                    LedgerQuery.KEY,
                    budget,
                    replyTo ->
                        new GetTrades(
                            AccountId.DEFAULT,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            1,
                            0,
                            replyTo)));
    return account.thenCombine(
        trades,
        (valued, ledger) -> {
          SystemMetrics.Builder metrics =
              SystemMetrics.newBuilder().setUptimeSeconds(host.uptime().toSeconds());
          host.cpuPercent().ifPresent(metrics::setCpuUsagePct);
          host.memoryPercent().ifPresent(metrics::setMemoryUsagePct);
          valued.ifPresent(
              known ->
                  metrics
                      .setActivePositions(known.value().positions().size())
                      .setTotalPortfolioValue(MoneyWire.of(known.value().total())));
          if (ledger.isPresent() && ledger.get() instanceof LedgerQuery.Trades known) {
            metrics.setTotalTrades(known.total());
          }
          return metrics.build();
        });
  }

  private static <T> CompletionStage<Optional<T>> orEmpty(Supplier<CompletionStage<T>> question) {
    return CompletableFuture.completedFuture(question)
        .thenCompose(Supplier::get)
        .<Optional<T>>thenApply(Optional::of)
        .exceptionally(failure -> Optional.empty());
  }
}
