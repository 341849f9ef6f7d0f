package io.arduinotrader.persistence.codec.form;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.arduinotrader.persistence.codec.UnreadableRecordException;
import java.util.function.Supplier;

/** How stored bytes are read: all of them is understood, or nothing. */
final class StoredMessages {

  private StoredMessages() {}

  /**
   * The message of the bytes.
   *
   * @throws IllegalArgumentException when the bytes are no such message or hold a field this
   *     program does not know: leaving it out could change what happened
   */
  static <M extends Message> M parse(Parser<M> parser, byte[] bytes) {
    M message;
    try {
      message = parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not a message of this form", e);
    }
    if (!message.getUnknownFields().asMap().isEmpty()) {
      throw new IllegalArgumentException(
          "unknown fields " + message.getUnknownFields().asMap().keySet());
    }
    return message;
  }

  /** The same for an event, which always tells when it happened. */
  static <M extends Message> M parseEvent(Parser<M> parser, byte[] bytes) {
    M message = parse(parser, bytes);
    FieldDescriptor at = message.getDescriptorForType().findFieldByName("at");
    if (!message.hasField(at)) {
      throw new IllegalArgumentException("an event without its time");
    }
    return message;
  }

  /**
   * The record that the reader makes of stored bytes.
   *
   * @throws UnreadableRecordException when it cannot
   */
  static <T> T read(String manifest, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new UnreadableRecordException("cannot read a record of form " + manifest, e);
    }
  }
}
