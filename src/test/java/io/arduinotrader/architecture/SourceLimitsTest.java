package io.arduinotrader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file has one idea, and a package can be surveyed at a glance. */
class SourceLimitsTest {

  private static final int MOST_LINES = 300;
  private static final int MOST_FILES = 20;

  /** Packages that may be larger, each with its own limit and reason. */
  private static final Map<String, Integer> LARGER_PACKAGES =
      Map.of(
          // one short file for each word of the house; splitting it would hide words
          "protocol/src/main/java/io/arduinotrader/protocol/vocab", 40,
          // one short file for each family of stored records
          "persistence/src/main/java/io/arduinotrader/persistence/codec/form", 30,
          // one short file for each command
          "actors/src/main/java/io/arduinotrader/console", 30);

  @Test
  void noFileIsTooLong() throws IOException {
    assertThat(sources()).as("source files").isNotEmpty();
    assertThat(sources()).allSatisfy(SourceLimitsTest::isShort);
  }

  @Test
  void noPackageIsTooLarge() throws IOException {
    Map<String, Long> sizes =
        sources().stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .collect(
                Collectors.groupingBy(
                    file -> SourceFiles.ROOT.relativize(file.getParent()).toString(),
                    Collectors.counting()));
    assertThat(sizes)
        .allSatisfy(
            (folder, files) ->
                assertThat(files)
                    .as(folder)
                    .isLessThanOrEqualTo(LARGER_PACKAGES.getOrDefault(folder, MOST_FILES)));
  }

  private static void isShort(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      assertThat(lines.count())
          .as(SourceFiles.ROOT.relativize(file).toString())
          .isLessThanOrEqualTo(MOST_LINES);
    }
  }

  private static List<Path> sources() throws IOException {
    return SourceFiles.in(
        "protocol/src/main",
        "persistence/src/main",
        "cluster-config/src/main",
        "actors/src/main",
        "src/test/java");
  }
}
