package io.arduinotrader.gateway.replay;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.protocol.grpc.common.Timestamp;
import io.arduinotrader.protocol.grpc.replay.ExplainOrderRequest;
import io.arduinotrader.protocol.grpc.replay.Moment;
import io.arduinotrader.protocol.grpc.replay.ReplanRequest;
import io.arduinotrader.protocol.grpc.replay.ReplayServiceClient;
import io.arduinotrader.protocol.grpc.replay.ReplayedState;
import io.arduinotrader.protocol.grpc.replay.StateAtRequest;
import io.arduinotrader.protocol.grpc.replay.StreamTradeEventsRequest;
import io.arduinotrader.protocol.grpc.replay.TradeEvent;
import io.arduinotrader.protocol.grpc.replay.VerifyAccountRequest;
import io.arduinotrader.protocol.grpc.replay.VerifyAccountResponse;
import io.arduinotrader.protocol.grpc.replay.WhatIfChanges;
import io.arduinotrader.protocol.grpc.replay.WhatIfRequest;
import io.arduinotrader.protocol.planning.HindsightQuery;
import io.arduinotrader.protocol.planning.HindsightQuery.Replan;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.replay.AccountVerdict;
import io.arduinotrader.protocol.replay.AccountVerdict.Defect;
import io.arduinotrader.protocol.replay.ReplayQuery.EventPage;
import io.arduinotrader.protocol.replay.ReplayQuery.ExplainOrder;
import io.arduinotrader.protocol.replay.ReplayQuery.GetState;
import io.arduinotrader.protocol.replay.ReplayQuery.Locate;
import io.arduinotrader.protocol.replay.ReplayQuery.NotReplayed;
import io.arduinotrader.protocol.replay.ReplayQuery.Obstacle;
import io.arduinotrader.protocol.replay.ReplayQuery.Range;
import io.arduinotrader.protocol.replay.ReplayQuery.ReadEvents;
import io.arduinotrader.protocol.replay.ReplayQuery.State;
import io.arduinotrader.protocol.replay.ReplayQuery.UnknownOrder;
import io.arduinotrader.protocol.replay.ReplayQuery.VerifyAccount;
import io.arduinotrader.protocol.replay.ReplayQuery.WhatIf;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Money;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edge of looking back: what is asked of the desk and how its answers travel. */
class ReplayGrpcServiceTest extends GatewayTest {

  private static final Instant AT = GatewayFixture.NOW;
  private static final Digest HASH = Digest.of(new byte[] {1});

  private ReplayServiceClient client;

  @BeforeEach
  void connect() {
    client = ReplayServiceClient.create(gateway.gateway(), gateway.kit.system());
  }

  @Test
  void readsPageByPageToTheEnd() {
    serve(1200);
    List<TradeEvent> events = get(events(StreamTradeEventsRequest.getDefaultInstance()));
    assertThat(events)
        .extracting(TradeEvent::getPosition)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 1200).boxed().toList());
    assertThat(rooms.told(ReadEvents.class)).hasSize(3);
  }

  @Test
  void goesOnBehindTheEventThatArrivedLast() {
    serve(1200);
    StreamTradeEventsRequest request = StreamTradeEventsRequest.getDefaultInstance();
    List<TradeEvent> first =
        get(client.streamTradeEvents(request).take(700).runWith(Sink.seq(), gateway.kit.system()));
    List<TradeEvent> rest =
        get(events(request.toBuilder().setResumeToken(first.getLast().getResumeToken()).build()));
    assertThat(rest).hasSize(500);
    assertThat(rest.getFirst().getPosition()).isEqualTo(701);
  }

  @Test
  void keepsThePaceThatIsWanted() {
    serve(3);
    long started = System.nanoTime();
    // a second passes between two events
    get(events(StreamTradeEventsRequest.newBuilder().setSpeed(4).build()));
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isGreaterThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void passesMomentsOn() {
    rooms.on(GetState.class, asked -> new State(state()));
    ReplayedState state =
        get(client.stateAt(at(Moment.newBuilder().setSequenceNumber(7).build()))).getState();
    get(client.stateAt(at(Moment.newBuilder().setPosition(9).build())));
    get(
        client.stateAt(
            at(Moment.newBuilder().setAt(Timestamp.newBuilder().setSeconds(5)).build())));
    assertThat(rooms.told(GetState.class))
        .extracting(GetState::moment)
        .containsExactly(
            io.arduinotrader.protocol.replay.Moment.sequence(7),
            io.arduinotrader.protocol.replay.Moment.position(9),
            io.arduinotrader.protocol.replay.Moment.at(Instant.ofEpochSecond(5)));
    assertThat(state.getStateHash()).isEqualTo(HASH.hex());
    assertThat(state.getCash(0).getAmount()).isEqualTo("12.34");
    assertThat(state.getPosition()).isEqualTo(42);
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    StateAtRequest request = StateAtRequest.getDefaultInstance();
    for (Obstacle obstacle : Obstacle.values()) {
      rooms.on(GetState.class, asked -> new NotReplayed(obstacle, "because"));
      assertThat(code(client.stateAt(request)))
          .isEqualTo(
              switch (obstacle) {
                case UNREACHABLE -> Status.Code.UNAVAILABLE;
                case BUSY -> Status.Code.RESOURCE_EXHAUSTED;
                case BROKEN -> Status.Code.DATA_LOSS;
                case NO_SUCH_MOMENT -> Status.Code.OUT_OF_RANGE;
              });
    }
    rooms.on(Locate.class, asked -> new NotReplayed(Obstacle.BROKEN, "event 3"));
    assertThat(code(events(StreamTradeEventsRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.DATA_LOSS);
  }

  @Test
  void tellsWhatIsBrokenAndWhatDiffers() {
    rooms.on(
        VerifyAccount.class,
        asked ->
            new AccountVerdict(
                3,
                17,
                List.of(new Defect("order|o-1", 4, "is missing")),
                9,
                HASH,
                Digest.EMPTY,
                List.of("the living books are others")));
    VerifyAccountResponse answer =
        get(client.verifyAccount(VerifyAccountRequest.getDefaultInstance()));
    assertThat(answer.getIntact()).isFalse();
    assertThat(answer.getDefects(0).getStream()).isEqualTo("order|o-1");
    assertThat(answer.getDefects(0).getSequenceNumber()).isEqualTo(4);
    assertThat(answer.getReplayedHash()).isNotEqualTo(answer.getLiveHash());
    assertThat(answer.getDifferencesList()).hasSize(1);
  }

  @Test
  void knowsWhichOrdersThereNeverWere() {
    rooms.on(ExplainOrder.class, asked -> new UnknownOrder(asked.order()));
    assertThat(
            get(client.explainOrder(ExplainOrderRequest.newBuilder().setOrderId(" x ").build()))
                .getFound())
        .isFalse();
    assertThat(rooms.told(ExplainOrder.class).getFirst().order()).isEqualTo("x");
  }

  @Test
  void readsEveryChange() {
    rooms.on(WhatIf.class, asked -> new NotReplayed(Obstacle.BUSY, "not the point"));
    WhatIfChanges.Builder changes =
        WhatIfChanges.newBuilder().setSpread("0.001").putPriceShifts("AAA.EU", "-0.1");
    changes.getCostBuilder().setFixed("1.50").setFraction("0.003");
    changes.getLimitsBuilder().setOrdersPerDay(2).setLargestOrder("500");
    code(client.whatIf(WhatIfRequest.newBuilder().setChanges(changes).build()));
    var asked = rooms.told(WhatIf.class).getFirst().changes();
    assertThat(asked.cost().orElseThrow().fixed()).isEqualTo(Money.of("1.50", Currency.EUR));
    assertThat(asked.cost().orElseThrow().fraction()).isEqualByComparingTo("0.003");
    assertThat(asked.spread()).isEqualByComparingTo("0.001");
    assertThat(asked.shifts().getFirst().fraction()).isEqualByComparingTo("-0.1");
    assertThat(asked.limits().ordersPerDay()).isEqualTo(2);
    assertThat(asked.limits().largestOrder()).contains(Money.of("500", Currency.EUR));
  }

  @Test
  void namesEveryFieldAtFault() {
    assertThat(
            fields(
                events(
                    StreamTradeEventsRequest.newBuilder()
                        .setSpeed(Double.NaN)
                        .setResumeToken("q7")
                        .setFrom(Moment.newBuilder().setPosition(1).setSequenceNumber(1))
                        .build())))
        .containsExactly("from", "speed", "resume_token");
    assertThat(
            fields(
                client.whatIf(
                    WhatIfRequest.newBuilder()
                        .setChanges(
                            WhatIfChanges.newBuilder()
                                .setSpread("1")
                                .putPriceShifts("AAA.EU", "-1"))
                        .build())))
        .containsExactly("changes.spread", "changes.price_shifts[AAA.EU]");
  }

  @Test
  void saysWhatAPlanWouldHaveBeenOrWhyNot() {
    ReplanRequest request =
        ReplanRequest.newBuilder().setPlanId("3fa2b1c0-7").putSettings("beam_width", "2").build();
    rooms.on(Replan.class, asked -> new HindsightQuery.UnknownPlan(asked.id()));
    assertThat(get(client.replan(request)).getFound()).isFalse();
    assertThat(rooms.told(Replan.class).getFirst().settings()).isEqualTo(Map.of("beam_width", "2"));
    rooms.on(
        Replan.class, asked -> new HindsightQuery.UnusableSettings(Map.of("b", "no", "a", "no")));
    assertThat(fields(client.replan(request))).containsExactly("settings[a]", "settings[b]");
    rooms.on(Replan.class, asked -> new HindsightQuery.NotPossible("no facts"));
    assertThat(code(client.replan(request))).isEqualTo(Status.Code.FAILED_PRECONDITION);
    rooms.on(Replan.class, asked -> new HindsightQuery.Damaged("event 3"));
    assertThat(code(client.replan(request))).isEqualTo(Status.Code.DATA_LOSS);
    rooms.on(Replan.class, asked -> new HindsightQuery.Unavailable("too many"));
    assertThat(code(client.replan(request))).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(fields(client.replan(request.toBuilder().setPlanId("7").build())))
        .containsExactly("plan_id");
  }

  private void serve(int count) {
    rooms.on(Locate.class, asked -> new Range(0, count));
    rooms.on(
        ReadEvents.class,
        asked -> {
          long last = Math.min(asked.after() + asked.limit(), asked.upTo());
          return new EventPage(
              LongStream.rangeClosed(asked.after() + 1, last)
                  .mapToObj(ReplayGrpcServiceTest::event)
                  .toList(),
              last,
              last == asked.upTo());
        });
  }

  private static io.arduinotrader.protocol.replay.TradeEvent event(long position) {
    return new io.arduinotrader.protocol.replay.TradeEvent(
        position,
        "portfolio|default",
        position,
        HASH,
        AT.plusSeconds(position),
        "portfolio.deposit-booked",
        "1.00 EUR came in",
        Optional.empty(),
        List.of(Money.of("1", Currency.EUR)));
  }

  private static io.arduinotrader.protocol.replay.ReplayedState state() {
    return new io.arduinotrader.protocol.replay.ReplayedState(
        42,
        Optional.of(AT),
        new PortfolioView(
            AccountId.DEFAULT,
            7,
            HASH,
            List.of(),
            List.of(Money.of("12.34", Currency.EUR)),
            List.of(),
            Optional.of(AT)),
        HASH,
        List.of());
  }

  private CompletionStage<List<TradeEvent>> events(StreamTradeEventsRequest request) {
    return client.streamTradeEvents(request).runWith(Sink.seq(), gateway.kit.system());
  }

  private static StateAtRequest at(Moment moment) {
    return StateAtRequest.newBuilder().setMoment(moment).build();
  }
}
