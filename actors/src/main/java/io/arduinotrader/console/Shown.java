package io.arduinotrader.console;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.common.Timestamp;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values of the contract look to a person. */
final class Shown {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Shown() {}

  static String money(Money money) {
    if (money.getAmount().isEmpty()) {
      return "-";
    }
    BigDecimal amount = new BigDecimal(money.getAmount()).setScale(2, RoundingMode.HALF_EVEN);
    return String.format(Locale.ROOT, "%,.2f %s", amount, money.getCurrency());
  }

  /** A price with as many decimal places as it needs, two at least. */
  static String price(Money money) {
    if (money.getAmount().isEmpty()) {
      return "-";
    }
    BigDecimal amount = new BigDecimal(money.getAmount()).stripTrailingZeros();
    return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY).toPlainString()
        + " "
        + money.getCurrency();
  }

  static String quantity(double quantity) {
    return BigDecimal.valueOf(quantity).stripTrailingZeros().toPlainString();
  }

  static String percentPoints(double points) {
    return String.format(Locale.ROOT, "%+.2f %%", points);
  }

  static String fraction(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
  }

  static String side(TradeSide side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  static String time(boolean present, Timestamp timestamp) {
    return present
        ? MINUTE.format(Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()))
        : "-";
  }

  static String day(boolean present, Timestamp timestamp) {
    return time(present, timestamp).split(" ", -1)[0];
  }

  static String json(MessageOrBuilder message) {
    try {
      return JsonFormat.printer()
          .preservingProtoFieldNames()
          .includingDefaultValueFields()
          .print(message);
    } catch (InvalidProtocolBufferException unprintable) {
      throw new IllegalStateException("the contract has no types without JSON form", unprintable);
    }
  }
}
