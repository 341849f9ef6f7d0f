package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusRequest;
import io.arduinotrader.protocol.grpc.gateway.GetSystemStatusResponse;
import io.arduinotrader.protocol.grpc.gateway.JobStatus;
import io.arduinotrader.protocol.grpc.gateway.ServiceHealth;
import io.arduinotrader.protocol.grpc.operations.DriftsResponse;
import io.arduinotrader.protocol.grpc.operations.GetHaltsRequest;
import io.arduinotrader.protocol.grpc.operations.GetModeRequest;
import io.arduinotrader.protocol.grpc.operations.ListDriftsRequest;
import java.time.Duration;
import picocli.CommandLine.Command;

/** Shows how the system is. */
@Command(name = "status", description = "Show services, jobs and figures of the system.")
final class StatusCommand extends ConsoleCommand {

  @Override
  void run(Connection node, Words words) {
    GetSystemStatusResponse status =
        node.answer(
            node.gateway()
                .getSystemStatus(
                    GetSystemStatusRequest.newBuilder().setIncludeDetails(true).build()));
    if (words.printedAsJson(status)) {
      return;
    }
    words.line(
        "The system is %s, up for %s, %d positions, %d trades, worth %s.",
        status.getStatus(),
        Duration.ofSeconds(status.getMetrics().getUptimeSeconds()).toString().substring(2),
        status.getMetrics().getActivePositions(),
        status.getMetrics().getTotalTrades(),
        Shown.money(status.getMetrics().getTotalPortfolioValue()));
    ModeLines.print(
        node.answer(node.operations().getMode(GetModeRequest.getDefaultInstance())), words);
    HaltLines.print(
        node.answer(node.operations().getHalts(GetHaltsRequest.getDefaultInstance())), words);
    DriftsResponse drifts =
        node.answer(node.operations().listDrifts(ListDriftsRequest.getDefaultInstance()));
    if (drifts.getDriftsCount() > 0) {
      words.line("Our books differ from the broker's:");
      DriftCommand.print(drifts, words);
    }
    Table services = new Table().text("SERVICE").text("HEALTH").text("ADDRESS").figure("LATENCY");
    for (ServiceHealth service : status.getServicesList()) {
      services.row(
          service.getServiceName(),
          service.getStatus(),
          service.getAddress() + ":" + service.getPort(),
          String.format(java.util.Locale.ROOT, "%.1f ms", service.getLatencyMs()));
    }
    words.table(services);
    Table jobs =
        new Table().text("JOB").text("STATUS").text("LAST RUN").text("NEXT RUN").figure("FAILED");
    for (JobStatus job : status.getJobsList()) {
      jobs.row(
          job.getJobName(),
          job.getStatus(),
          Shown.time(job.hasLastRun(), job.getLastRun()),
          Shown.time(job.hasNextRun(), job.getNextRun()),
          job.getFailureCount() + "/" + job.getRunCount());
    }
    words.table(jobs);
  }
}
