package io.arduinotrader.gateway.answers;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.persistence.db.Database;
import io.arduinotrader.persistence.db.DatabaseSettings;
import io.arduinotrader.persistence.readmodel.AnswerTable;
import io.arduinotrader.persistence.schema.SchemaInstaller;
import io.arduinotrader.protocol.answers.AnswerCommand;
import io.arduinotrader.protocol.grpc.gateway.GatewayServiceClient;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobRequest;
import io.arduinotrader.protocol.grpc.gateway.TriggerJobResponse;
import io.arduinotrader.protocol.jobs.JobCommand;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.RunId;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands under a key, through a real server and a real table, with a desk that may restart. */
class RepeatableCommandsTest extends GatewayTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final AtomicInteger runs = new AtomicInteger();
  private GatewayServiceClient client;
  private Database database;
  private ActorRef<AnswerCommand> desk;
  private Instant now = NOON;

  @BeforeEach
  void connect(@TempDir Path folder) {
    client = GatewayServiceClient.create(gateway.gateway(), gateway.kit.system());
    database = Database.open(DatabaseSettings.embedded(folder));
    SchemaInstaller.install(database);
    runs.set(0);
    now = NOON;
    startDesk();
    forward(AnswerCommand.Begin.class);
    forward(AnswerCommand.Keep.class);
    forward(AnswerCommand.Forget.class);
    rooms.on(
        JobCommand.Trigger.class,
        asked -> new JobCommand.Started(new RunId("run-" + runs.incrementAndGet())));
  }

  @AfterEach
  void close() {
    gateway.kit.stop(desk);
    database.close();
  }

  @Test
  void theSameRequestIsDoneOnceAndAnsweredTwice() {
    TriggerJobResponse first = get(trigger("k-1", "health"));
    assertThat(get(trigger("k-1", "health"))).isEqualTo(first);
    assertThat(runs).hasValue(1);
  }

  @Test
  void anAnswerOutlivesTheDeskThatKeptIt() {
    TriggerJobResponse first = get(trigger("k-1", "health"));
    gateway.kit.stop(desk);
    startDesk();
    assertThat(get(trigger("k-1", "health"))).isEqualTo(first);
    assertThat(runs).hasValue(1);
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefused() {
    get(trigger("k-1", "health"));
    assertThat(code(trigger("k-1", "backup"))).isEqualTo(Status.Code.ALREADY_EXISTS);
    assertThat(runs).hasValue(1);
  }

  @Test
  void otherKeysAndNoKeysAreOtherCommands() {
    get(trigger("k-1", "health"));
    get(trigger("k-2", "health"));
    get(client.triggerJob(request("health")));
    get(client.triggerJob(request("health")));
    assertThat(runs).hasValue(4);
  }

  @Test
  void aCommandThatWasBegunAndNeverAnsweredIsDoneAgain() {
    rooms.silent(JobCommand.Trigger.class);
    assertThat(
            code(
                client
                    .triggerJob()
                    .addHeader("idempotency-key", "k-1")
                    .addHeader("grpc-timeout", "500m")
                    .invoke(request("health"))))
        .isIn(Status.Code.DEADLINE_EXCEEDED, Status.Code.UNAVAILABLE);
    assertThat(code(trigger("k-1", "backup"))).isEqualTo(Status.Code.ALREADY_EXISTS);
    rooms.on(
        JobCommand.Trigger.class,
        asked -> new JobCommand.Started(new RunId("run-" + runs.incrementAndGet())));
    TriggerJobResponse answer = get(trigger("k-1", "health"));
    assertThat(get(trigger("k-1", "health"))).isEqualTo(answer);
    assertThat(runs).hasValue(1);
  }

  @Test
  void aRequestThatIsNotUnderstoodDoesNotUseUpItsKey() {
    rooms.on(
        JobCommand.Trigger.class,
        asked ->
            new JobCommand.NotStarted(
                Refusal.of(RefusalCode.UNKNOWN_NAME, "there is no job"), Optional.empty()));
    assertThat(code(trigger("k-1", "odd"))).isEqualTo(Status.Code.NOT_FOUND);
    rooms.on(
        JobCommand.Trigger.class,
        asked -> new JobCommand.Started(new RunId("run-" + runs.incrementAndGet())));
    assertThat(get(trigger("k-1", "health")).getSuccess()).isTrue();
  }

  @Test
  void aRefusalIsAnAnswerLikeAnyOther() {
    rooms.on(
        JobCommand.Trigger.class,
        asked -> {
          runs.incrementAndGet();
          return new JobCommand.NotStarted(
              Refusal.of(RefusalCode.DISABLED, "switched off"), Optional.empty());
        });
    TriggerJobResponse first = get(trigger("k-1", "health"));
    assertThat(first.getSuccess()).isFalse();
    assertThat(get(trigger("k-1", "health"))).isEqualTo(first);
    assertThat(runs).hasValue(1);
  }

  @Test
  void nothingIsDoneUnderAKeyThatCannotBeNoted() {
    database.close();
    assertThat(code(trigger("k-1", "health"))).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(runs).hasValue(0);
  }

  @Test
  void keysAreForgottenAfterDays() {
    get(trigger("k-1", "health"));
    now = NOON.plus(Duration.ofHours(24));
    get(trigger("k-1", "health"));
    assertThat(runs).hasValue(1);
    now = NOON.plus(Duration.ofDays(3));
    get(trigger("k-1", "health"));
    assertThat(runs).hasValue(2);
  }

  private void startDesk() {
    desk =
        gateway.kit.spawn(AnswerDesk.create(new AnswerTable(database), () -> now, Runnable::run));
  }

  /** Lets the real desk answer to whoever asked. */
  private <M extends AnswerCommand> void forward(Class<M> kind) {
    rooms.onMany(
        kind,
        asked -> {
          desk.tell(asked);
          return List.of();
        });
  }

  private CompletionStage<TriggerJobResponse> trigger(String key, String job) {
    return client.triggerJob().addHeader("idempotency-key", key).invoke(request(job));
  }

  private static TriggerJobRequest request(String job) {
    return TriggerJobRequest.newBuilder().setJobName(job).build();
  }
}
