package io.arduinotrader.gateway.system;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.cycle.CycleCommand.Deposit;
import io.arduinotrader.protocol.cycle.DepositReply;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.GetJobStatusRequest;
import io.arduinotrader.protocol.grpc.gateway.JobStatus;
import io.arduinotrader.protocol.grpc.gateway.ListJobsRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositResponse;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobRequest;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobResponse;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.jobs.JobCommand.GetJobs;
import io.arduinotrader.protocol.jobs.JobCommand.JobView;
import io.arduinotrader.protocol.jobs.JobCommand.JobsView;
import io.arduinotrader.protocol.jobs.JobCommand.NotStarted;
import io.arduinotrader.protocol.jobs.JobCommand.Started;
import io.arduinotrader.protocol.jobs.JobCommand.Trigger;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.ValuationQuery.GetValuation;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Unreadable;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.RunId;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayGrpcServiceTest extends GatewayTest {

  private GatewayServiceClient client;

  @BeforeEach
  void script() {
    client = GatewayServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetValuation.class, asked -> Samples.valued());
    rooms.on(
        GetJobs.class,
        asked ->
            new JobsView(
                List.of(
                    job("sync_cycle", JobCommand.Status.FAILED),
                    job("price_sync", JobCommand.Status.IDLE))));
  }

  @Test
  void booksADepositInAnyCurrencyOncePerKey() {
    rooms.on(
        Deposit.class,
        asked ->
            new DepositReply.Booked(
                asked.id(), Samples.portfolio(), Optional.of(new CycleId("cycle-1")), "booked"));
    ProcessDepositResponse first = get(deposit("250.50", "USD", "d-1"));
    ProcessDepositResponse again = get(deposit("250.50", "USD", "d-1"));

    assertThat(first.getSuccess()).isTrue();
    assertThat(again.getTransactionId()).isEqualTo(first.getTransactionId());
    assertThat(first.getNewCashBalance().getAmount()).isEqualTo("1000.00");
    assertThat(first.getMessage()).isEqualTo("booked; cycle cycle-1");
    assertThat(rooms.told(Deposit.class).getFirst().amount()).hasToString("250.50 USD");
    assertThat(rooms.told(Deposit.class).getFirst().autoInvest()).isTrue();
  }

  @Test
  void answersABookedDepositAlsoWhenItsBalanceCannotBeValued() {
    rooms.on(
        Deposit.class,
        asked ->
            new DepositReply.Booked(asked.id(), Samples.portfolio(), Optional.empty(), "booked"));
    rooms.on(GetValuation.class, asked -> new Unreadable("disk"));
    ProcessDepositResponse response = get(deposit("1", "EUR", "d-2"));
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getNewCashBalance().getAmount()).isEqualTo("1000.00");
    assertThat(response.getMessage()).contains("EUR cash alone");
  }

  @Test
  void tellsThatADepositIsSafeAlthoughNotBookedYet() {
    rooms.on(Deposit.class, asked -> new DepositReply.Pending(asked.id(), "portfolio away"));
    rooms.on(GetValuation.class, asked -> new Unreadable("disk"));
    ProcessDepositResponse response = get(deposit("1", "EUR", "d-3"));
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getTransactionId()).isNotEmpty();
    assertThat(response.hasNewCashBalance()).isFalse();
  }

  @Test
  void refusesDepositsThatAreNone() {
    assertThat(fields(client.processDeposit(ProcessDepositRequest.getDefaultInstance())))
        .containsExactly("amount");
    assertThat(fields(deposit("0", "EUR", "d"))).containsExactly("amount.amount");
    assertThat(fields(deposit("-5", "XXX", "d"))).containsExactly("amount.currency");
    rooms.on(
        Deposit.class,
        asked ->
            new DepositReply.Refused(Refusal.of(RefusalCode.CONFLICT, "another amount before")));
    assertThat(code(deposit("2", "EUR", "d"))).isEqualTo(Status.Code.ALREADY_EXISTS);
    rooms.on(
        Deposit.class,
        asked -> new DepositReply.Refused(Refusal.of(RefusalCode.DISABLED, "not now")));
    ProcessDepositResponse refused = get(deposit("2", "EUR", "d"));
    assertThat(refused.getSuccess()).isFalse();
    assertThat(refused.getNewCashBalance().getAmount()).isEqualTo("1000.00");
  }

  @Test
  void showsJobsByKeyAndByState() {
    assertThat(get(client.listJobs(ListJobsRequest.getDefaultInstance())).getJobsList())
        .extracting(JobStatus::getJobName)
        .containsExactly("price_sync", "sync_cycle");
    assertThat(
            get(client.listJobs(ListJobsRequest.newBuilder().setStatusFilter("failed").build()))
                .getJobsList())
        .extracting(JobStatus::getStatus)
        .containsExactly("failed");
    assertThat(fields(client.listJobs(ListJobsRequest.newBuilder().setStatusFilter("odd").build())))
        .containsExactly("status_filter");
    assertThat(get(client.getJobStatus(job("sync_cycle"))).getJob().getFailureCount()).isEqualTo(1);
    assertThat(get(client.getJobStatus(job("nothing"))).getFound()).isFalse();
    assertThat(fields(client.getJobStatus(job("")))).containsExactly("job_name");
  }

  @Test
  void startsAJobAndNamesTheOneThatRuns() {
    rooms.on(Trigger.class, asked -> new Started(new RunId("run-1")));
    TriggerJobResponse started = get(trigger());
    assertThat(started.getSuccess()).isTrue();
    assertThat(started.getRunId()).isEqualTo("run-1");
    assertThat(rooms.told(Trigger.class).getFirst().force()).isTrue();

    refuse(new Refusal(RefusalCode.ALREADY_RUNNING, "since noon", ""));
    TriggerJobResponse running = get(trigger());
    assertThat(running.getSuccess()).isFalse();
    assertThat(running.getRunId()).isEqualTo("run-0");

    refuse(new Refusal(RefusalCode.UNKNOWN_NAME, "no job", "job_name"));
    assertThat(code(trigger())).isEqualTo(Status.Code.NOT_FOUND);
    refuse(new Refusal(RefusalCode.UNKNOWN_NAME, "no parameter", "parameters.depth"));
    assertThat(fields(trigger())).containsExactly("parameters.depth");
  }

  private void refuse(Refusal refusal) {
    rooms.on(Trigger.class, asked -> new NotStarted(refusal, Optional.of(new RunId("run-0"))));
  }

  private CompletionStage<TriggerJobResponse> trigger() {
    return client.triggerJob(
        TriggerJobRequest.newBuilder()
            .setJobName("sync_cycle")
            .setForce(true)
            .putParameters("depth", "0")
            .build());
  }

  private CompletionStage<ProcessDepositResponse> deposit(
      String amount, String currency, String key) {
    return client
        .processDeposit()
        .addHeader("idempotency-key", key)
        .invoke(
            ProcessDepositRequest.newBuilder()
                .setAmount(Money.newBuilder().setAmount(amount).setCurrency(currency))
                .setAutoInvest(true)
                .build());
  }

  private static GetJobStatusRequest job(String name) {
    return GetJobStatusRequest.newBuilder().setJobName(name).build();
  }

  private static JobView job(String name, JobCommand.Status status) {
    return new JobView(
        name,
        true,
        status,
        Optional.of(GatewayFixture.NOW),
        Optional.empty(),
        2,
        1,
        1,
        1,
        "broken");
  }
}
