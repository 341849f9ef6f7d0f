package io.arduinotrader.persistence.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.persistence.journal.trading.OrderJournal;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the journal's rows hold, and that a changed row is noticed. */
class JournalSerializerTest {

  private final JournalSerializer serializer = new JournalSerializer();

  static List<EventSamples.Family<?>> families() {
    return EventSamples.families();
  }

  @ParameterizedTest
  @MethodSource("families")
  <E> void chainIsReadBackEqual(EventSamples.Family<E> family) {
    List<Chained<E>> chain = chain(family);
    for (Chained<E> link : chain) {
      assertThat(serializer.manifest(link)).isEqualTo(family.codec().manifest(link.event()));
      assertThat(serializer.fromBinary(serializer.toBinary(link), serializer.manifest(link)))
          .isEqualTo(link);
    }
    for (int i = 1; i < chain.size(); i++) {
      assertThat(chain.get(i).previous()).isEqualTo(chain.get(i - 1).hash());
    }
  }

  @Test
  void storedSnapshotIsReadBackEqual() {
    for (SnapshotSamples.Kind<?> kind : SnapshotSamples.kinds()) {
      for (Object sample : kind.samples()) {
        StoredSnapshot<?> stored =
            new StoredSnapshot<>(sample, kind.codec().manifest(), ValueSamples.INPUTS, 1L << 40);
        assertThat(serializer.fromBinary(serializer.toBinary(stored), serializer.manifest(stored)))
            .isEqualTo(stored);
      }
    }
  }

  @Test
  void storedLinkIsThePreviousHashAndTheEvent() {
    OrderEvent event = new OrderEvent.OrderAdmitted(ValueSamples.AT);
    Digest previous = Digest.of(new byte[] {1});
    Chained<OrderEvent> link = Chained.append(previous, event, JournalCodecs.ORDER_EVENTS);

    byte[] payload = JournalCodecs.ORDER_EVENTS.encode(event);
    assertThat(serializer.toBinary(link)).startsWith(previous.bytes()).endsWith(payload);
    assertThat(serializer.toBinary(link)).hasSize(32 + payload.length);
    assertThat(link.hash())
        .isEqualTo(
            Digest.of(
                previous.bytes(),
                "order.order-admitted.v1".getBytes(StandardCharsets.UTF_8),
                payload));
  }

  @ParameterizedTest
  @MethodSource("families")
  <E> void anyChangedByteBreaksTheChain(EventSamples.Family<E> family) {
    for (Chained<E> link : chain(family)) {
      String manifest = serializer.manifest(link);
      for (int i = 0; i < serializer.toBinary(link).length; i++) {
        byte[] changed = serializer.toBinary(link);
        changed[i] ^= 0x10;
        assertThat(hashOrNothing(changed, manifest))
            .as("%s with byte %d changed", manifest, i)
            .isNotEqualTo(link.hash());
      }
    }
  }

  @Test
  void anotherManifestBreaksTheChain() {
    Chained<OrderEvent> link =
        Chained.append(
            Digest.EMPTY, new OrderEvent.OrderExpired(ValueSamples.AT), JournalCodecs.ORDER_EVENTS);
    assertThat(hashOrNothing(serializer.toBinary(link), "order.order-cancelled.v1"))
        .isNotEqualTo(link.hash());
  }

  @Test
  void unknownManifestIsRefused() {
    assertThatThrownBy(() -> serializer.fromBinary(new byte[40], "order.order-lost.v1"))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("order.order-lost.v1");
    assertThatThrownBy(() -> serializer.fromBinary(new byte[40], "java.lang.String"))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void cutOffRecordIsRefused() {
    assertThatThrownBy(() -> serializer.fromBinary(new byte[31], "order.order-expired.v1"))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> serializer.fromBinary(new byte[39], "job.snapshot.v1"))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void eventWithoutTimeIsRefused() {
    byte[] bytes =
        OrderJournal.OrderAccepted.newBuilder().setBrokerOrderId("X").build().toByteArray();
    assertThatThrownBy(() -> JournalCodecs.ORDER_EVENTS.decode("order.order-accepted.v1", bytes))
        .isInstanceOf(UnreadableRecordException.class)
        .hasRootCauseMessage("an event without its time");
  }

  @Test
  void fieldOfALaterProgramIsRefused() {
    // an accepted order's bytes hold a second field that an admitted one does not know
    byte[] bytes =
        JournalCodecs.ORDER_EVENTS.encode(new OrderEvent.LookupMissed(1, ValueSamples.AT));
    assertThatThrownBy(() -> JournalCodecs.ORDER_EVENTS.decode("order.order-admitted.v1", bytes))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @Test
  void anythingElseIsNotForTheJournal() {
    assertThatThrownBy(() -> serializer.toBinary("text"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> serializer.manifest("text"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Digest hashOrNothing(byte[] bytes, String manifest) {
    try {
      return ((Chained<?>) serializer.fromBinary(bytes, manifest)).hash();
    } catch (UnreadableRecordException refused) {
      return Digest.EMPTY;
    }
  }

  private static <E> List<Chained<E>> chain(EventSamples.Family<E> family) {
    List<Chained<E>> chain = new ArrayList<>();
    Digest head = Digest.EMPTY;
    for (E sample : family.samples()) {
      Chained<E> link = Chained.append(head, sample, family.codec());
      chain.add(link);
      head = link.hash();
    }
    return chain;
  }
}
