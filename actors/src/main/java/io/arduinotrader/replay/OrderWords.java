package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.replay.TradeEvent;
import io.arduinotrader.protocol.replay.TradeEvent.Trade;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.trading.TradingEvent.DriftEvent;
import io.arduinotrader.protocol.trading.TradingEvent.HaltEvent;
import io.arduinotrader.protocol.trading.TradingEvent.ModeEvent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The events of orders in words. */
final class OrderWords {

  private OrderWords() {}

  static TradeEvent of(StoredEvent.Legible stored, OrderEvent event, Intent intent) {
    return EventWords.event(
        stored, event.at(), text(event, intent), Optional.of(trade(event, intent)), List.of());
  }

  private static String text(OrderEvent event, Intent intent) {
    return switch (event) {
      case OrderEvent.IntentRecorded recorded -> "wish to " + wish(intent) + ": " + intent.cause();
      case OrderEvent.OrderRejected rejected ->
          "refused, %s: %s".formatted(rejected.refusal().code(), rejected.refusal().message());
      case OrderEvent.OrderAdmitted admitted -> "every rule passed";
      case OrderEvent.SubmissionStarted started ->
          "sent to the broker, attempt " + started.attempt();
      case OrderEvent.OrderAccepted accepted -> "the broker has it as " + accepted.brokerOrderId();
      case OrderEvent.OutcomeUnknown unknown -> "nobody knows its outcome: " + unknown.reason();
      case OrderEvent.LookupMissed missed ->
          "not found at the broker, time number " + missed.misses();
      case OrderEvent.SubmissionFailed failed -> "given up: " + failed.reason();
      case OrderEvent.OrderWorking working -> "in the market";
      case OrderEvent.FillRecorded recorded -> filled(recorded.fill());
      case OrderEvent.OverfillDetected detected -> "more was executed than ordered";
      case OrderEvent.CancelRequested requested -> "to be withdrawn: " + requested.reason();
      case OrderEvent.CancelRefused refused -> "not withdrawn: " + refused.reason();
      case OrderEvent.OrderCancelled cancelled -> "withdrawn";
      case OrderEvent.OrderExpired expired -> "ended with its session";
      case OrderEvent.OrderSettled settled -> "settled";
    };
  }

  /** An execution as a sentence. */
  static String filled(Fill fill) {
    return "%s %s %s at %s, commission %s"
        .formatted(
            fill.side() == Side.BUY ? "bought" : "sold",
            fill.quantity(),
            fill.symbol(),
            fill.price(),
            fill.commission());
  }

  /** An order as a phrase, for example {@code buy 12 ABC.EU, limit 40.10 EUR}. */
  static String wish(Intent intent) {
    return "%s %s %s%s"
        .formatted(
            intent.side().name().toLowerCase(Locale.ROOT),
            intent.quantity(),
            intent.symbol(),
            intent.limit().map(price -> ", limit " + price).orElse(""));
  }

  private static Trade trade(OrderEvent event, Intent intent) {
    if (event instanceof OrderEvent.FillRecorded recorded) {
      return EventWords.trade(recorded.fill());
    }
    Optional<BrokerOrderId> order =
        event instanceof OrderEvent.OrderAccepted accepted
            ? Optional.of(accepted.brokerOrderId())
            : Optional.empty();
    return new Trade(
        intent.id(),
        order,
        Optional.empty(),
        Optional.of(intent.isin()),
        Optional.of(intent.symbol()),
        Optional.of(intent.side()),
        Optional.of(intent.quantity()),
        intent.limit(),
        Optional.empty());
  }

  /** What a person or the house did to trading as a whole. */
  static String halt(HaltEvent event) {
    return switch (event) {
      case TradingEvent.HaltChanged changed ->
          switch (changed.state()) {
                case ACTIVE -> "trading goes on";
                case REDUCE -> "only sales from now on";
                case HALT -> "no trading from now on";
              }
              + because(changed.reason());
      case TradingEvent.SecurityHalted halted ->
          "%s is halted%s".formatted(halted.isin(), because(halted.reason()));
      case TradingEvent.SecurityReleased released ->
          "%s is released%s".formatted(released.isin(), because(released.reason()));
    };
  }

  /** A step between research and live trading. */
  static String mode(ModeEvent event) {
    return switch (event) {
      case TradingEvent.ArmingBegun begun ->
          "%s begins to arm live trading%s"
              .formatted(begun.arming().by(), because(begun.arming().reason()));
      case TradingEvent.LiveArmed armed -> "live trading from now on" + because(armed.reason());
      case TradingEvent.LiveDisarmed disarmed ->
          "research from now on" + because(disarmed.reason());
    };
  }

  /** In what the books differ, or not any more. */
  static String drift(DriftEvent event) {
    return switch (event) {
      case TradingEvent.DriftNoted noted ->
          "the books differ about %s: %s here, %s at the broker"
              .formatted(noted.drift().subject(), noted.drift().ours(), noted.drift().brokers());
      case TradingEvent.DriftCleared cleared ->
          "the books agree again about %s".formatted(cleared.subject());
    };
  }

  /** What a person made the broker's. */
  static String corrected(PortfolioEvent.PositionCorrected event) {
    return "%s shares of %s as the broker says, approved by %s%s"
        .formatted(event.quantity(), event.symbol(), event.by(), because(event.reason()));
  }

  /** What a person made the broker's. */
  static String corrected(PortfolioEvent.CashCorrected event) {
    return "%s as the broker says, approved by %s%s"
        .formatted(event.amount(), event.by(), because(event.reason()));
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }
}
