package io.arduinotrader.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every file looks as {@code ./mvnw spotless:apply} leaves it. */
class FormatTest {

  @Test
  void everySourceIsFormatted() throws IOException {
    List<Path> sources =
        SourceFiles.in(
            "protocol/src", "persistence/src", "cluster-config/src", "actors/src", "src/test/java");
    assertThat(sources).isNotEmpty();
    assertThat(sources.parallelStream().filter(file -> !isFormatted(file)))
        .as("files that ./mvnw spotless:apply would change")
        .isEmpty();
  }

  private static boolean isFormatted(Path file) {
    try {
      String source = Files.readString(file);
      String imported =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.GOOGLE);
      return new Formatter().formatSource(imported).equals(source);
    } catch (IOException | FormatterException unreadable) {
      throw new AssertionError(file.toString(), unreadable);
    }
  }
}
