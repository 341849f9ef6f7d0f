package io.arduinotrader.trading.broker.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Values as JSON: names and numbers as text, so that no number passes through a binary fraction;
 * instants as ISO 8601 in UTC; what is absent is left out. Unknown fields are ignored, missing ones
 * are an error.
 */
public final class BrokerJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(names())
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .serializationInclusion(JsonInclude.Include.NON_ABSENT)
          .withConfigOverride(
              BigDecimal.class,
              decimals -> decimals.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
          .build();

  private BrokerJson() {}

  /** The value as JSON text. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, failure);
    }
  }

  /**
   * Reads a value.
   *
   * @throws UnreadableAnswerException when the text is no such value
   */
  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException | IllegalArgumentException failure) {
      throw new UnreadableAnswerException(
          "no " + type.getSimpleName() + ": " + failure.getMessage(), failure);
    }
  }

  private static SimpleModule names() {
    SimpleModule module = new SimpleModule();
    text(module, AccountId.class, AccountId::value, AccountId::new);
    text(module, BrokerOrderId.class, BrokerOrderId::value, BrokerOrderId::new);
    text(module, ClientOrderId.class, ClientOrderId::value, ClientOrderId::new);
    text(module, Currency.class, Currency::code, Currency::new);
    text(module, DepositId.class, DepositId::value, DepositId::new);
    text(module, FillId.class, FillId::value, FillId::new);
    text(module, IntentId.class, IntentId::value, IntentId::new);
    text(module, Isin.class, Isin::value, Isin::new);
    text(module, Quantity.class, Quantity::toString, Quantity::of);
    text(module, Symbol.class, Symbol::value, Symbol::new);
    return module;
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(type, new Writer<>(type, write));
    module.addDeserializer(type, new Reader<>(type, read));
  }

  private static final class Writer<T> extends StdSerializer<T> {
    private static final long serialVersionUID = 1;
    private final transient Function<T, String> write;

    Writer(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(write.apply(value));
    }
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;
    private final transient Function<String, T> read;

    Reader(Class<T> type, Function<String, T> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String text = in.getText();
      try {
        return read.apply(text);
      } catch (IllegalArgumentException | ArithmeticException unfit) {
        throw context.weirdStringException(text, handledType(), unfit.getMessage());
      }
    }
  }
}
