package io.arduinotrader.persistence.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event and snapshot has a stored form that is read back equal and never changes. */
class EventCatalogueTest {

  static Stream<EventSamples.Family<?>> families() {
    return EventSamples.families().stream();
  }

  static Stream<SnapshotSamples.Kind<?>> kinds() {
    return SnapshotSamples.kinds().stream();
  }

  @Test
  void everyCodecHasSamples() {
    assertThat(families().<EventCodec<?>>map(EventSamples.Family::codec).toList())
        .isEqualTo(JournalCodecs.EVENTS);
    assertThat(kinds().<SnapshotCodec<?>>map(SnapshotSamples.Kind::codec).toList())
        .isEqualTo(JournalCodecs.SNAPSHOTS);
  }

  @ParameterizedTest
  @MethodSource("families")
  <E> void everyEventHasASample(EventSamples.Family<E> family) {
    assertThat(family.samples().stream().map(sample -> sample.getClass().getName()).distinct())
        .containsExactlyInAnyOrderElementsOf(leaves(family.type()).map(Class::getName).toList());
  }

  @ParameterizedTest
  @MethodSource("families")
  <E> void manifestIsNamedAfterFamilyAndEvent(EventSamples.Family<E> family) {
    for (E sample : family.samples()) {
      String words = sample.getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-");
      assertThat(family.codec().manifest(sample))
          .matches(family.codec().family() + "\\." + words.toLowerCase(Locale.ROOT) + "\\.v[1-9]+");
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  <E> void eventIsReadBackEqual(EventSamples.Family<E> family) {
    for (E sample : family.samples()) {
      byte[] bytes = family.codec().encode(sample);
      assertThat(family.codec().decode(family.codec().manifest(sample), bytes)).isEqualTo(sample);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T> void snapshotIsReadBackEqual(SnapshotSamples.Kind<T> kind) {
    for (T sample : kind.samples()) {
      assertThat(kind.codec().decode(kind.codec().encode(sample))).isEqualTo(sample);
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  <E> void eventBytesNeverChange(EventSamples.Family<E> family) throws IOException {
    Map<String, List<String>> written =
        family.samples().stream()
            .collect(
                Collectors.groupingBy(
                    family.codec()::manifest,
                    LinkedHashMap::new,
                    Collectors.mapping(
                        sample -> hex(family.codec().encode(sample)), Collectors.toList())));
    for (Map.Entry<String, List<String>> entry : written.entrySet()) {
      assertSameBytes(entry.getKey(), entry.getValue());
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  <T> void snapshotBytesNeverChange(SnapshotSamples.Kind<T> kind) throws IOException {
    assertSameBytes(
        kind.codec().manifest(),
        kind.samples().stream().map(sample -> hex(kind.codec().encode(sample))).toList());
  }

  @Test
  void everythingEverWrittenIsStillRead() throws IOException {
    List<String> manifests = GoldenBytes.manifests();
    assertThat(manifests).hasSizeGreaterThanOrEqualTo(45 + 6);
    for (String manifest : manifests) {
      for (String hex : GoldenBytes.recorded(manifest)) {
        assertThat(read(manifest, HexFormat.of().parseHex(hex))).as(manifest).isNotNull();
      }
    }
  }

  private static Object read(String manifest, byte[] bytes) {
    return JournalCodecs.snapshots(manifest)
        .<Object>map(codec -> codec.decode(bytes))
        .orElseGet(
            () ->
                JournalCodecs.events(manifest.substring(0, manifest.indexOf('.')))
                    .orElseThrow()
                    .decode(manifest, bytes));
  }

  private static void assertSameBytes(String manifest, List<String> written) throws IOException {
    assertThat(written)
        .as("the recorded bytes of %s (new ones: -Dgolden.record=true)", manifest)
        .isEqualTo(GoldenBytes.of(manifest, written));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(EventCatalogueTest::leaves)
        : Stream.of(type);
  }
}
