package io.arduinotrader.persistence.codec.form;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import io.arduinotrader.persistence.journal.vocab.JournalValues;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The stored form of the values all records share. Decimal numbers are text with their exact scale,
 * instants are seconds and nanoseconds, constants are their names; a name or number that is not
 * understood is an {@link IllegalArgumentException}.
 */
final class StoredValues {

  private StoredValues() {}

  static String stored(BigDecimal number) {
    return number.toString();
  }

  static BigDecimal decimal(String stored) {
    return new BigDecimal(stored);
  }

  static String stored(Quantity quantity) {
    return stored(quantity.value());
  }

  static Quantity quantity(String stored) {
    return new Quantity(decimal(stored));
  }

  static Timestamp stored(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static Instant instant(Timestamp stored) {
    return Instant.ofEpochSecond(stored.getSeconds(), stored.getNanos());
  }

  static ByteString stored(Digest digest) {
    return ByteString.copyFrom(digest.bytes());
  }

  static Digest digest(ByteString stored) {
    return new Digest(HexFormat.of().formatHex(stored.toByteArray()));
  }

  static <T extends Enum<T>> T constant(Class<T> type, String name) {
    return Enum.valueOf(type, name);
  }

  static Side side(String name) {
    return constant(Side.class, name);
  }

  static <S, T> List<T> each(List<S> values, Function<S, T> mapping) {
    return values.stream().map(mapping).toList();
  }

  /** The value a record holds, when it holds one. */
  static <S, T> Optional<T> when(boolean present, S stored, Function<S, T> mapping) {
    return present ? Optional.of(mapping.apply(stored)) : Optional.empty();
  }

  static JournalValues.Money stored(Money money) {
    return JournalValues.Money.newBuilder()
        .setAmount(stored(money.amount()))
        .setCurrency(money.currency().code())
        .build();
  }

  static Money money(JournalValues.Money stored) {
    return new Money(decimal(stored.getAmount()), new Currency(stored.getCurrency()));
  }

  static JournalValues.Price stored(Price price) {
    return JournalValues.Price.newBuilder()
        .setAmount(stored(price.amount()))
        .setCurrency(price.currency().code())
        .build();
  }

  static Price price(JournalValues.Price stored) {
    return new Price(decimal(stored.getAmount()), new Currency(stored.getCurrency()));
  }

  static JournalValues.FxRate stored(FxRate rate) {
    return JournalValues.FxRate.newBuilder()
        .setBase(rate.base().code())
        .setQuote(rate.quote().code())
        .setQuotePerBase(stored(rate.quotePerBase()))
        .setAt(stored(rate.at()))
        .setSource(rate.source())
        .build();
  }

  static FxRate rate(JournalValues.FxRate stored) {
    return new FxRate(
        new Currency(stored.getBase()),
        new Currency(stored.getQuote()),
        decimal(stored.getQuotePerBase()),
        instant(stored.getAt()),
        stored.getSource());
  }

  private static JournalValues.Conversion stored(Conversion conversion) {
    return JournalValues.Conversion.newBuilder()
        .setSold(stored(conversion.sold()))
        .setBought(stored(conversion.bought()))
        .setRate(stored(conversion.rate()))
        .build();
  }

  private static Conversion conversion(JournalValues.Conversion stored) {
    return new Conversion(
        money(stored.getSold()), money(stored.getBought()), rate(stored.getRate()));
  }

  static JournalValues.Fill stored(Fill fill) {
    JournalValues.Fill.Builder stored =
        JournalValues.Fill.newBuilder()
            .setId(fill.id().value())
            .setIntent(fill.intent().value())
            .setOrder(fill.order().value())
            .setAccount(fill.account().value())
            .setIsin(fill.isin().value())
            .setSymbol(fill.symbol().value())
            .setSide(fill.side().name())
            .setQuantity(stored(fill.quantity()))
            .setPrice(stored(fill.price()))
            .setCommission(stored(fill.commission()))
            .setRate(stored(fill.rate()))
            .setExecutedAt(stored(fill.executedAt()));
    fill.conversion().ifPresent(conversion -> stored.setConversion(stored(conversion)));
    return stored.build();
  }

  static Fill fill(JournalValues.Fill stored) {
    return new Fill(
        new FillId(stored.getId()),
        new IntentId(stored.getIntent()),
        new BrokerOrderId(stored.getOrder()),
        new AccountId(stored.getAccount()),
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        side(stored.getSide()),
        quantity(stored.getQuantity()),
        price(stored.getPrice()),
        money(stored.getCommission()),
        rate(stored.getRate()),
        when(stored.hasConversion(), stored.getConversion(), StoredValues::conversion),
        instant(stored.getExecutedAt()));
  }

  static JournalValues.Refusal stored(Refusal refusal) {
    return JournalValues.Refusal.newBuilder()
        .setCode(refusal.code().name())
        .setMessage(refusal.message())
        .setField(refusal.field())
        .build();
  }

  static Refusal refusal(JournalValues.Refusal stored) {
    return new Refusal(
        constant(RefusalCode.class, stored.getCode()), stored.getMessage(), stored.getField());
  }
}
