package io.arduinotrader.trading;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.ModeReply;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderPhase;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.support.Stages;
import io.arduinotrader.trading.domain.TradingState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;

/**
 * What has to be known before an account may trade for real: that the books are compared and agree,
 * and that no order is under way whose outcome nobody knows.
 */
final class ModeErrands {

  private final ActorContext<TradingCommand> context;
  private final TradingSetup setup;

  ModeErrands(ActorContext<TradingCommand> context, TradingSetup setup) {
    this.context = context;
    this.setup = setup;
  }

  /** The mode as others may see it. */
  ModeReply shown(TradingState state) {
    return new ModeReply.Known(state.standing().mode().now(), setup.broker().outside());
  }

  /** Has everything asked that may stand against arming. */
  void inspect(TradingState state, TradingCommand.ArmingStep step) {
    context.pipeToSelf(
        books().thenCombine(orders(state.openIntents()), (books, orders) -> books.or(() -> orders)),
        (obstacle, failure) ->
            new TradingMessage.Inspected(
                step,
                failure == null
                    ? obstacle
                    : Optional.of(Refusal.of(RefusalCode.UNAVAILABLE, Stages.reason(failure)))));
  }

  /** What stands against arming, with what the account itself knows by now. */
  Optional<Refusal> obstacle(TradingState state, TradingMessage.Inspected inspected) {
    if (!setup.broker().outside()) {
      return no("the broker is the play of this house, so there is nothing to arm");
    }
    return state.standing().drifts().open().isEmpty()
        ? inspected.obstacle()
        : no("the books differ from the broker's and nobody has explained it");
  }

  private CompletionStage<Optional<Refusal>> books() {
    return setup
        .rooms()
        .ask(
            BrokerCommand.KEY,
            setup.budget(),
            (ActorRef<BrokerView> replyTo) -> new BrokerCommand.GetBroker(replyTo))
        .thenApply(
            broker -> {
              if (!broker.ready()) {
                return Optional.of(
                    Refusal.of(
                        RefusalCode.BROKER_UNAVAILABLE,
                        "the broker cannot be reached or our books are not compared with its own"
                            + " yet"));
              }
              return broker.drifts().isEmpty()
                  ? Optional.<Refusal>empty()
                  : no("the books differ from the broker's and nobody has explained it");
            });
  }

  private CompletionStage<Optional<Refusal>> orders(List<TradingView.OpenIntent> open) {
    return Stages.all(open.stream().map(this::order).toList())
        .thenApply(orders -> orders.stream().flatMap(Optional::stream).findFirst());
  }

  private CompletionStage<Optional<Refusal>> order(TradingView.OpenIntent open) {
    return setup
        .rooms()
        .ask(
            OrderCommand.KEY,
            open.intent().value(),
            setup.budget(),
            (ActorRef<OrderReply> replyTo) -> new OrderCommand.GetOrder(replyTo))
        .thenApply(
            reply ->
                reply instanceof OrderReply.Known known && isUnknown(known.view().phase())
                    ? no("the outcome of order " + open.intent() + " is not known")
                    : Optional.<Refusal>empty());
  }

  private static boolean isUnknown(OrderPhase phase) {
    return phase == OrderPhase.UNKNOWN || phase == OrderPhase.SUBMITTING;
  }

  private static Optional<Refusal> no(String why) {
    return Optional.of(Refusal.of(RefusalCode.WRONG_STATE, why));
  }
}
