package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.ExchangeRates;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.grpc.operations.ApproveDriftRequest;
import io.arduinotrader.protocol.grpc.operations.BookDrift;
import io.arduinotrader.protocol.grpc.operations.DriftsResponse;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.trading.TradingView.OpenDrift;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Shows in what the books differ from the broker's, and makes a difference good on a word. */
final class BookDrifts {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 100;

  /** How long the one who watches the broker may take: it knows without asking anybody. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Edge edge;
  private final Rooms rooms;

  BookDrifts(Edge edge) {
    this.edge = edge;
    this.rooms = edge.rooms();
  }

  /** What was noted, also while the broker is away. */
  CompletionStage<DriftsResponse> show(CallContext call) {
    CompletionStage<Optional<Instant>> comparedAt =
        rooms
            .<BrokerCommand, BrokerView>ask(
                BrokerCommand.KEY, call.budget(PATIENCE), BrokerCommand.GetBroker::new)
            .thenApply(BrokerView::reconciled)
            .exceptionally(away -> Optional.empty());
    return trading(call)
        .thenCompose(
            trading ->
                Securities.ask(rooms, call)
                    .thenCombine(
                        comparedAt, (securities, at) -> response(at, trading, securities)));
  }

  /** Makes one figure of our books the broker's. */
  CompletionStage<DriftsResponse> approve(ApproveDriftRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    violations.require(!in.getDriftId().isBlank(), "drift_id", "is required");
    required(in.getReason(), "reason", LONGEST_REASON, violations);
    required(in.getApprovedBy(), "approved_by", LONGEST_NAME, violations);
    Optional<Price> price =
        in.hasAveragePrice()
            ? MoneyWire.price(in.getAveragePrice(), "average_price", violations)
            : Optional.empty();
    violations.refuseIfAny();
    return compared(call)
        .thenCompose(
            broker ->
                trading(call)
                    .thenApply(trading -> current(in.getDriftId().strip(), trading, broker)))
        .thenCompose(drift -> withoutDeposits(drift, call))
        .thenCompose(
            drift ->
                Securities.ask(rooms, call)
                    .thenCombine(
                        ExchangeRates.ask(rooms, call),
                        (securities, rates) ->
                            new DriftCorrection(
                                drift,
                                in.getReason().strip(),
                                in.getApprovedBy().strip(),
                                securities,
                                rates,
                                edge.clock().instant())))
        .thenCompose(correction -> books(call).thenApply(books -> correction.of(price, books)))
        .thenCompose(request -> change(request, call))
        .thenCompose(done -> compared(call).handle((broker, away) -> done))
        .thenCompose(done -> show(call));
  }

  private static void required(String text, String field, int longest, FieldViolations violations) {
    violations.require(!text.isBlank(), field, "is required");
    violations.require(text.length() <= longest, field, "has more than " + longest + " characters");
  }

  private static OpenDrift named(String id, TradingView trading) {
    return trading.drifts().stream()
        .filter(drift -> drift.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                CallRefusedException.notFound(
                    "there is no difference " + id + ": it is gone, or has other figures now"));
  }

  /**
   * The difference as it is in the reading just made. While an order is open its fills may be on
   * their way into the books, and a difference they make would be booked twice.
   */
  private static OpenDrift current(String id, TradingView trading, BrokerView broker) {
    OpenDrift noted = named(id, trading);
    if (!broker.drifts().contains(noted.drift())) {
      throw CallRefusedException.failedPrecondition(
          "difference " + id + " was not there when the broker was read just now: look again");
    }
    boolean cash = noted.drift().kind() == BrokerView.Kind.CASH;
    trading.open().stream()
        .filter(open -> cash || open.isin().value().equals(noted.drift().subject()))
        .findFirst()
        .ifPresent(
            open -> {
              throw CallRefusedException.failedPrecondition(
                  "order %s has not ended, what it filled may be on its way: approve when it has"
                      .formatted(open.intent()));
            });
    return noted;
  }

  /** The broker is told of a deposit before our books are, so one between them differs as well. */
  private CompletionStage<OpenDrift> withoutDeposits(OpenDrift drift, CallContext call) {
    if (drift.drift().kind() != BrokerView.Kind.CASH) {
      return Stages.done(drift);
    }
    return rooms
        .<CycleCommand, CycleCommand.UnsettledDeposits>ask(
            CycleCommand.KEY,
            AccountId.DEFAULT.value(),
            call.budget(),
            CycleCommand.GetUnsettledDeposits::new)
        .thenApply(
            deposits -> {
              if (!deposits.ids().isEmpty()) {
                throw CallRefusedException.failedPrecondition(
                    "deposit %s is on its way into the books: approve when it is there"
                        .formatted(deposits.ids().getFirst()));
              }
              return drift;
            });
  }

  /** The broker is read at once, so that nobody approves what was true a while ago. */
  private CompletionStage<BrokerView> compared(CallContext call) {
    return rooms
        .<BrokerCommand, BrokerView>ask(
            BrokerCommand.KEY, call.budget(), BrokerCommand.Reconcile::new)
        .thenApply(
            broker -> {
              if (!broker.ready()) {
                throw CallRefusedException.unavailable("the broker cannot be read");
              }
              return broker;
            });
  }

  private CompletionStage<TradingView> trading(CallContext call) {
    return rooms.ask(
        TradingCommand.KEY,
        AccountId.DEFAULT.value(),
        call.budget(),
        TradingCommand.GetTrading::new);
  }

  private CompletionStage<PortfolioView> books(CallContext call) {
    return rooms.ask(
        PortfolioCommand.KEY,
        AccountId.DEFAULT.value(),
        call.budget(),
        PortfolioCommand.GetPortfolio::new);
  }

  private CompletionStage<PortfolioView> change(PortfolioRequest request, CallContext call) {
    return rooms
        .<PortfolioCommand, PortfolioReply>ask(
            PortfolioCommand.KEY,
            AccountId.DEFAULT.value(),
            call.budget(),
            replyTo -> new PortfolioCommand.Change(request, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case PortfolioReply.Accepted accepted -> accepted.view();
                  case PortfolioReply.Refused refused -> throw status(refused.refusal());
                });
  }

  private static RuntimeException status(Refusal refusal) {
    Refusals.throwIfUnknowable(refusal);
    return refusal.code() == RefusalCode.PRICE_NOT_POSITIVE
        ? new InvalidRequestException("average_price", refusal.message())
        : CallRefusedException.failedPrecondition(Refusals.text(refusal));
  }

  private static DriftsResponse response(
      Optional<Instant> comparedAt, TradingView trading, Securities securities) {
    DriftsResponse.Builder response = DriftsResponse.newBuilder();
    comparedAt.ifPresent(at -> response.setComparedAt(TimestampWire.of(at)));
    for (OpenDrift open : trading.drifts()) {
      response.addDrifts(
          BookDrift.newBuilder()
              .setDriftId(open.id())
              .setKind(open.drift().kind().name().toLowerCase(Locale.ROOT))
              .setSubject(open.drift().subject())
              .setSymbol(symbol(open.drift(), securities))
              .setOurs(open.drift().ours())
              .setBrokers(open.drift().brokers())
              .setSince(TimestampWire.of(open.since())));
    }
    return response.build();
  }

  private static String symbol(BrokerView.Drift drift, Securities securities) {
    return drift.kind() == BrokerView.Kind.CASH
        ? ""
        : securities
            .find(new Isin(drift.subject()))
            .map(record -> record.symbol().value())
            .orElse("");
  }
}
