package io.arduinotrader.persistence.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The bytes every manifest was first written with, as hex: one file per manifest, one line per
 * sample. They stand for what journals in the field hold, so nothing that is there is ever
 * rewritten: {@code -Dgolden.record=true} adds files for new manifests and lines for new samples.
 */
final class GoldenBytes {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private GoldenBytes() {}

  /** The recorded bytes of a manifest, with those of further samples added when asked. */
  static List<String> of(String manifest, List<String> samples) throws IOException {
    List<String> recorded = recorded(manifest);
    if (Boolean.getBoolean("golden.record") && recorded.size() < samples.size()) {
      List<String> extended = new ArrayList<>(recorded);
      extended.addAll(samples.subList(recorded.size(), samples.size()));
      Files.write(file(manifest), extended);
      return extended;
    }
    return recorded;
  }

  /** The recorded bytes of a manifest, none when it is new. */
  static List<String> recorded(String manifest) throws IOException {
    Path file = file(manifest);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** All recorded manifests. */
  static List<String> manifests() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".hex"))
          .map(name -> name.substring(0, name.length() - ".hex".length()))
          .sorted()
          .toList();
    }
  }

  private static Path file(String manifest) {
    return FOLDER.resolve(manifest + ".hex");
  }
}
