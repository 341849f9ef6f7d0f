package io.arduinotrader.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.ScriptedRooms;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioProof;
import io.arduinotrader.protocol.replay.AccountVerdict;
import io.arduinotrader.protocol.replay.Moment;
import io.arduinotrader.protocol.replay.ReplayQuery;
import io.arduinotrader.protocol.replay.ReplayQuery.NotReplayed;
import io.arduinotrader.protocol.replay.ReplayQuery.Obstacle;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Side;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.japi.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk answers, on a real journal beside an account that lives or only seems to. */
class ReplayDeskTest {

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WrittenJournal written;
  private final History history;
  private final ScriptedRooms rooms = new ScriptedRooms(KIT);
  private final ActorRef<ReplayQuery> desk;

  ReplayDeskTest(@TempDir Path folder) {
    written = new WrittenJournal(folder);
    history = new History(written);
    history.deposit("d-1", "10000").order("o-1", Side.BUY, "10", "100", "4.00");
    history.open("o-2", Side.SELL, "4", "110");
    written.write();
    desk =
        KIT.spawn(ReplayDesk.create(written.table(), rooms, Runnable::run, Duration.ofSeconds(2)));
    AccountReplay truth = replay();
    rooms.on(
        PortfolioCommand.Prove.class,
        asked -> new PortfolioProof(truth.bookings(), truth.head(), truth.stateHash()));
    rooms.on(
        TradingCommand.GetTrading.class,
        asked -> truth.trading().view(AccountId.DEFAULT, history.now()));
    rooms.on(
        OrderCommand.GetOrder.class, asked -> new OrderReply.Known(truth.openOrders().getFirst()));
  }

  @AfterEach
  void close() {
    KIT.stop(desk);
    written.close();
  }

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void aLivingAccountIsWhatItsEventsAddUpTo() throws Exception {
    AccountVerdict verdict = verdict();
    assertThat(verdict.isIntact()).as(verdict.toString()).isTrue();
    assertThat(verdict.streams()).isEqualTo(4);
    assertThat(verdict.compared()).isEqualTo(5);
    assertThat(verdict.live()).isEqualTo(replay().stateHash());
  }

  @Test
  void anotherStateIsADifference() throws Exception {
    AccountReplay truth = replay();
    rooms.on(
        PortfolioCommand.Prove.class,
        asked -> new PortfolioProof(truth.bookings(), truth.head(), Digest.EMPTY));
    AccountVerdict verdict = verdict();
    assertThat(verdict.isIntact()).isFalse();
    assertThat(verdict.differences())
        .containsExactly("the living books are not what their events add up to");
  }

  @Test
  void anotherOrderIsADifference() throws Exception {
    rooms.on(OrderCommand.GetOrder.class, asked -> new OrderReply.Unknown(new IntentId("o-2")));
    OrderView open = replay().openOrders().getFirst();
    assertThat(verdict().differences())
        .singleElement()
        .asString()
        .contains(open.intent().id().value());
  }

  @Test
  void anAccountThatWentOnIsComparedWhereItsBooksWere() throws Exception {
    AccountReplay truth = replay();
    int[] asks = {0};
    rooms.on(
        PortfolioCommand.Prove.class,
        asked -> {
          history.deposit("d-" + (2 + asks[0]++), "1");
          written.write();
          return new PortfolioProof(truth.bookings(), truth.head(), truth.stateHash());
        });
    AccountVerdict verdict = verdict();
    assertThat(verdict.isIntact()).as(verdict.toString()).isTrue();
    assertThat(verdict.compared()).isEqualTo(5);
    assertThat(asks[0]).isEqualTo(3);
  }

  @Test
  void aBrokenChainIsNamedAndNoStateIsShown() throws Exception {
    written.update(
        "DELETE FROM event_journal WHERE persistence_id = 'order|o-1' AND sequence_number = 3");
    assertThat(verdict().defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.stream()).isEqualTo("order|o-1");
              assertThat(defect.sequenceNumber()).isEqualTo(3);
            });
    assertThat(state(Moment.OPEN))
        .isInstanceOfSatisfying(
            NotReplayed.class, no -> assertThat(no.obstacle()).isEqualTo(Obstacle.BROKEN));
  }

  @Test
  void aMomentThatNeverWasIsNoMoment() throws Exception {
    assertThat(state(Moment.sequence(99)))
        .isInstanceOfSatisfying(
            NotReplayed.class, no -> assertThat(no.obstacle()).isEqualTo(Obstacle.NO_SUCH_MOMENT));
  }

  @Test
  void anAccountNobodyReachesIsNotVerified() throws Exception {
    rooms.clear();
    ReplayQuery.VerifyReply reply =
        ask(replyTo -> new ReplayQuery.VerifyAccount(AccountId.DEFAULT, replyTo));
    assertThat(reply)
        .isInstanceOfSatisfying(
            NotReplayed.class, no -> assertThat(no.obstacle()).isEqualTo(Obstacle.UNREACHABLE));
  }

  private AccountVerdict verdict() throws Exception {
    ReplayQuery.VerifyReply reply =
        ask(replyTo -> new ReplayQuery.VerifyAccount(AccountId.DEFAULT, replyTo));
    return (AccountVerdict) reply;
  }

  private ReplayQuery.StateReply state(Moment moment) throws Exception {
    return ask(replyTo -> new ReplayQuery.GetState(AccountId.DEFAULT, moment, replyTo));
  }

  private AccountReplay replay() {
    return AccountReplay.upTo(written.journal(), AccountId.DEFAULT, Long.MAX_VALUE);
  }

  private <R> R ask(Function<ActorRef<R>, ReplayQuery> question) throws Exception {
    return AskPattern.ask(desk, question, PATIENCE, KIT.system().scheduler())
        .toCompletableFuture()
        .get();
  }
}
