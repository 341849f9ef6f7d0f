package io.arduinotrader.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the project, as files. */
final class SourceFiles {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private SourceFiles() {}

  /** Every Java file below the given folders. */
  static List<Path> in(String... folders) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }
}
