package io.arduinotrader.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.gateway.cycle.CycleEntity;
import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.GrpcErrors;
import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.portfolio.PortfolioEntity;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositResponse;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.support.EntityKit;
import io.arduinotrader.trading.HouseRooms;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.grpc.javadsl.MetadataBuilder;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Books whose journal is broken book nothing, so nothing may be promised in their name. */
class DepositIntoBrokenBooksTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final String BOOKS = "portfolio|default";
  private static final String CYCLES = "cycle|default";

  private final ActorTestKit kit = EntityKit.journaling();
  private final PersistenceTestKit journal = PersistenceTestKit.create(kit.system());
  private final HouseRooms rooms = new HouseRooms(kit::spawn, kit::stop, kit.scheduler());
  private final CallContext call =
      new CallContext.Source(System::nanoTime, () -> "id-1", Duration.ofSeconds(20))
          .of(new MetadataBuilder().addText(CallContext.IDEMPOTENCY_KEY, "d-2").build());

  @BeforeEach
  void open() {
    rooms.kind(
        PortfolioCommand.KEY,
        id -> PortfolioEntity.create(new AccountId(id), () -> NOON, ZoneOffset.UTC));
    rooms.kind(
        CycleCommand.KEY,
        id -> CycleEntity.create(new AccountId(id), rooms, () -> NOON, 5, Duration.ofSeconds(3)));
    rooms.desk(
        BrokerCommand.KEY,
        kit.spawn(
            Behaviors.<BrokerCommand>receiveMessage(
                command -> {
                  if (command instanceof BrokerCommand.NoteDeposit note) {
                    note.replyTo().tell(new BrokerCommand.DepositNoted(note.id()));
                  }
                  return Behaviors.same();
                })));
  }

  @AfterEach
  void close() {
    kit.shutdownTestKit();
  }

  @Test
  void aDepositIntoBrokenBooksIsRefusedBeforeAnythingIsPromised() {
    Chained<PortfolioEvent> first = link(Digest.EMPTY, "d-0");
    journal.persistForRecovery(BOOKS, List.of(first, link(Digest.EMPTY, "d-1")));

    assertThatThrownBy(() -> deposit().toCompletableFuture().join())
        .isInstanceOf(CompletionException.class)
        .satisfies(
            failure -> {
              Status status = GrpcErrors.trailers(failure, call).status();
              assertThat(status.getCode()).isEqualTo(Status.Code.DATA_LOSS);
              assertThat(status.getDescription()).contains(BOOKS).contains("event 2");
            });
    journal.expectNothingPersisted(CYCLES);
    assertThat(journal.persistedInStorage(BOOKS)).hasSize(2);
  }

  @Test
  void aDepositIntoWholeBooksIsBooked() {
    journal.persistForRecovery(BOOKS, List.of(link(Digest.EMPTY, "d-0")));

    ProcessDepositResponse answer = deposit().toCompletableFuture().join();

    assertThat(answer.getSuccess()).isTrue();
    assertThat(answer.getNewCashBalance().getAmount()).isEqualTo("350.00");
    assertThat(journal.persistedInStorage(CYCLES)).hasSize(2);
    assertThat(journal.persistedInStorage(BOOKS)).hasSize(2);
  }

  private CompletionStage<ProcessDepositResponse> deposit() {
    return new Deposits(rooms)
        .book(
            ProcessDepositRequest.newBuilder()
                .setAmount(Money.newBuilder().setAmount("250").setCurrency("EUR"))
                .build(),
            call);
  }

  private static Chained<PortfolioEvent> link(Digest previous, String deposit) {
    return Chained.append(
        previous,
        new PortfolioEvent.DepositBooked(
            new DepositId(deposit),
            io.arduinotrader.protocol.vocab.Money.of("100.00", Currency.EUR),
            "test",
            NOON),
        JournalCodecs.PORTFOLIO_EVENTS);
  }
}
