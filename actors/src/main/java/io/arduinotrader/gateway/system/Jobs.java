package io.arduinotrader.gateway.system;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.protocol.grpc.gateway.GetJobStatusResponse;
import io.arduinotrader.protocol.grpc.gateway.ListJobsResponse;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobRequest;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobResponse;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import io.arduinotrader.protocol.jobs.JobCommand.JobsView;
import io.arduinotrader.protocol.jobs.JobCommand.NotStarted;
import io.arduinotrader.protocol.jobs.JobCommand.Parameter;
import io.arduinotrader.protocol.jobs.JobCommand.Started;
import io.arduinotrader.protocol.jobs.JobCommand.Trigger;
import io.arduinotrader.protocol.jobs.JobCommand.TriggerReply;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.RunId;
import io.arduinotrader.support.Rooms;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Shows and starts jobs. */
final class Jobs {

  private static final List<String> STATES =
      Stream.of(JobCommand.Status.values())
          .map(status -> status.name().toLowerCase(Locale.ROOT))
          .toList();

  private final Rooms rooms;

  Jobs(Rooms rooms) {
    this.rooms = rooms;
  }

  CompletionStage<GetJobStatusResponse> find(String name, CallContext call) {
    String wanted = required(name);
    return jobs(call)
        .thenApply(
            view ->
                view.jobs().stream()
                    .filter(job -> job.name().equals(wanted))
                    .findFirst()
                    .map(
                        job ->
                            GetJobStatusResponse.newBuilder()
                                .setFound(true)
                                .setJob(StatusWire.of(job))
                                .build())
                    .orElse(GetJobStatusResponse.getDefaultInstance()));
  }

  CompletionStage<ListJobsResponse> list(String filter, CallContext call) {
    String wanted = filter.strip();
    if (!wanted.isEmpty() && !STATES.contains(wanted)) {
      throw new InvalidRequestException("status_filter", "must be one of " + STATES);
    }
    return jobs(call)
        .thenApply(
            view ->
                ListJobsResponse.newBuilder()
                    .addAllJobs(
                        view.jobs().stream()
                            .filter(job -> wanted.isEmpty() || StatusWire.token(job).equals(wanted))
                            .sorted(Comparator.comparing(JobView::name))
                            .map(StatusWire::of)
                            .toList())
                    .build());
  }

  CompletionStage<TriggerJobResponse> trigger(TriggerJobRequest in, CallContext call) {
    String wanted = required(in.getJobName());
    List<Parameter> parameters =
        in.getParametersMap().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> new Parameter(entry.getKey(), entry.getValue()))
            .toList();
    return rooms
        .<JobCommand, TriggerReply>ask(
            JobCommand.KEY,
            call.budget(),
            replyTo -> new Trigger(wanted, in.getForce(), parameters, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Started started ->
                      TriggerJobResponse.newBuilder()
                          .setSuccess(true)
                          .setRunId(started.run().value())
                          .build();
                  case NotStarted refused -> notStarted(refused);
                });
  }

  private static TriggerJobResponse notStarted(NotStarted reply) {
    Refusal refusal = reply.refusal();
    Refusals.throwIfUnknowable(refusal);
    if (refusal.field().startsWith("parameters")) {
      throw new InvalidRequestException(refusal.field(), refusal.message());
    }
    if (refusal.code() == RefusalCode.UNKNOWN_NAME) {
      throw CallRefusedException.notFound(Refusals.text(refusal));
    }
    return TriggerJobResponse.newBuilder()
        .setSuccess(false)
        .setMessage(Refusals.text(refusal))
        .setRunId(reply.running().map(RunId::value).orElse(""))
        .build();
  }

  private CompletionStage<JobsView> jobs(CallContext call) {
    return rooms.ask(JobCommand.KEY, call.budget(), JobCommand.GetJobs::new);
  }

  private static String required(String name) {
    if (name.isBlank()) {
      throw new InvalidRequestException("job_name", "is required");
    }
    return name.strip();
  }
}
