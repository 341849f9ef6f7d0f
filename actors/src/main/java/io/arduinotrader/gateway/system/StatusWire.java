package io.arduinotrader.gateway.system;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.gateway.GetServicesHealthResponse;
import io.arduinotrader.protocol.grpc.gateway.JobStatus;
import io.arduinotrader.protocol.grpc.gateway.ServiceHealth;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Health and jobs as they travel. */
final class StatusWire {

  private static final double NANOS_PER_MILLI = 1e6;

  private StatusWire() {}

  static GetServicesHealthResponse all(List<Health> services, Map<ServiceRole, Integer> ports) {
    int healthy = (int) services.stream().filter(Health::canWork).count();
    return GetServicesHealthResponse.newBuilder()
        .addAllServices(services.stream().map(health -> of(health, ports)).toList())
        .setHealthyCount(healthy)
        .setUnhealthyCount(services.size() - healthy)
        .setAllHealthy(healthy == services.size())
        .build();
  }

  static ServiceHealth of(Health health, Map<ServiceRole, Integer> ports) {
    return ServiceHealth.newBuilder()
        .setServiceName(health.service().role())
        .setHealthy(health.canWork())
        .setStatus(health.state().token())
        .setAddress(health.host().orElse(""))
        .setPort(ports.getOrDefault(health.service(), 0))
        .setLatencyMs(health.latency().toNanos() / NANOS_PER_MILLI)
        .setLastCheck(TimestampWire.of(health.at()))
        .build();
  }

  static JobStatus of(JobView job) {
    JobStatus.Builder status =
        JobStatus.newBuilder()
            .setJobName(job.name())
            .setStatus(token(job))
            .setRunCount(job.runs())
            .setSuccessCount(job.successes())
            .setFailureCount(job.failures())
            .setLastError(job.lastError());
    job.lastRun().ifPresent(at -> status.setLastRun(TimestampWire.of(at)));
    job.nextRun().ifPresent(at -> status.setNextRun(TimestampWire.of(at)));
    return status.build();
  }

  /** A job's state in the contract's words. */
  static String token(JobView job) {
    return job.status().name().toLowerCase(Locale.ROOT);
  }
}
