package io.arduinotrader.gateway.replay;

import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.replay.TradeEvent;

/** Events of an account as they travel, and the tokens that name their places. */
final class EventWire {

  private static final String TOKEN = "p";
  private static final int MOST_DIGITS = 18;

  private EventWire() {}

  static TradeEvent of(io.arduinotrader.protocol.replay.TradeEvent event) {
    TradeEvent.Builder wire =
        TradeEvent.newBuilder()
            .setResumeToken(TOKEN + event.position())
            .setPosition(event.position())
            .setStream(event.stream())
            .setSequenceNumber(event.sequenceNumber())
            .setHash(event.hash().hex())
            .setAt(TimestampWire.of(event.at()))
            .setKind(event.kind())
            .setText(event.text());
    event.trade().ifPresent(trade -> add(trade, wire));
    event.cash().forEach(amount -> wire.addCash(MoneyWire.of(amount)));
    return wire.build();
  }

  /** The position a token names, zero for none. */
  static long position(String token, FieldViolations violations) {
    if (token.isEmpty()) {
      return 0;
    }
    String digits = token.startsWith(TOKEN) ? token.substring(TOKEN.length()) : "";
    boolean isOurs =
        !digits.isEmpty()
            && digits.length() <= MOST_DIGITS
            && digits.chars().allMatch(character -> character >= '0' && character <= '9');
    violations.require(isOurs, "resume_token", "is none of this service's");
    return isOurs ? Long.parseLong(digits) : 0;
  }

  private static void add(
      io.arduinotrader.protocol.replay.TradeEvent.Trade trade, TradeEvent.Builder wire) {
    wire.setTradeId(trade.intent().value());
    trade.order().ifPresent(order -> wire.setOrderId(order.value()));
    trade.fill().ifPresent(fill -> wire.setFillId(fill.value()));
    trade.isin().ifPresent(isin -> wire.setIsin(isin.value()));
    trade.symbol().ifPresent(symbol -> wire.setSymbol(symbol.value()));
    trade.side().ifPresent(side -> wire.setSide(SideWire.of(side)));
    trade.quantity().ifPresent(quantity -> wire.setQuantity(quantity.value().toPlainString()));
    trade.price().ifPresent(price -> wire.setPrice(MoneyWire.of(price)));
    trade.commission().ifPresent(amount -> wire.setCommission(MoneyWire.of(amount)));
  }
}
