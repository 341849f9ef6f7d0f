package io.arduinotrader.replay;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * A journal a node has written: a deposit, three trading cycles, seventeen orders of which ten were
 * filled, the scores of what they traded. Stream, number, manifest and bytes of every event, in the
 * order they were stored. It stands for the journals in the field and is never rewritten.
 */
final class FirstJournal {

  /** What the program that wrote it said of its own state. */
  static final String STATE_HASH =
      "22d4b78b7e0bbddbe20fe5c420abad76bbfddf5d0abe17725286a6bb912c8de6";

  private static final Path FILE = Path.of("src/test/resources/replay/first-journal.txt");

  private FirstJournal() {}

  static List<WrittenJournal.Row> rows() {
    try {
      return Files.readAllLines(FILE).stream()
          .map(line -> line.split("\t", -1))
          .map(
              cells ->
                  new WrittenJournal.Row(
                      cells[0],
                      Long.parseLong(cells[1]),
                      cells[2],
                      ByteString.copyFrom(Base64.getDecoder().decode(cells[3]))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
