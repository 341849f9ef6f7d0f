package io.arduinotrader.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arduinotrader.protocol.vocab.Mic;
import io.arduinotrader.support.calendar.MarketCalendar;
import io.arduinotrader.support.calendar.MarketCalendars;
import io.arduinotrader.support.calendar.Session;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every session since 2015 that was recorded for a venue: its date, open, close and lunch break.
 *
 * <p>The recordings are not part of the project. They are looked for beside the repository and
 * where {@code -Dvectors.dir} points; without them the comparison is skipped.
 */
class RecordedSessionsTest {

  /** Tests run in {@code src/test} of the repository. */
  private static final Path FOLDER =
      Path.of(System.getProperty("vectors.dir", "../../../shared/vectors")).resolve("calendars");

  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

  /**
   * What the recordings do not know: weather in Hong Kong, by notices of the exchange and the press
   * of the day.
   */
  private static final Map<String, Map<String, String>> ACCEPTED =
      Map.of(
          "XHKG",
          Map.of(
              "2019-07-31", "signal 8 at 13:40, trading ended at 13:55",
              "2020-08-19", "signal 8 in the morning, trading began at 13:30",
              "2021-06-28", "black rainstorm in the morning, trading began at 13:30",
              "2022-08-25", "signal 8 in the morning, trading began at 13:00",
              "2022-11-02", "signal 8 at 13:40, trading ended at 13:55",
              "2023-09-01", "signal 8 all day, no trading",
              "2023-09-08", "black rainstorm all day, no trading",
              "2023-10-09", "signal 8 in the morning, trading began at 14:00"));

  private static final MarketCalendars CALENDARS = MarketCalendars.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ASEX", "XAMS", "XASX", "XBRU", "XCSE", "XETR", "XHEL", "XHKG", "XLIS", "XLON", "XMAD",
        "XMIL", "XNYS", "XOSL", "XPAR", "XSHG", "XSTO", "XSWX", "XTKS", "XTSE", "XWBO"
      })
  void theCalendarKeepsTheRecordedSessions(String mic) throws IOException {
    Path file = FOLDER.resolve(mic.toLowerCase(Locale.ROOT) + ".csv.gz");
    assumeTrue(Files.exists(file), () -> "no recorded sessions at " + file.toAbsolutePath());
    MarketCalendar calendar = CALENDARS.calendar(new Mic(mic)).orElseThrow();
    NavigableMap<LocalDate, Session> recorded = recorded(file);

    List<String> differences = new ArrayList<>();
    for (LocalDate date = FIRST; !date.isAfter(recorded.lastKey()); date = date.plusDays(1)) {
      if (!calendar.session(date).equals(Optional.ofNullable(recorded.get(date)))) {
        differences.add(date.toString());
      }
    }

    assertThat(recorded).as("sessions of %s", mic).hasSizeGreaterThan(1000);
    // equal, not contained: an explanation that is no longer needed must go
    assertThat(differences)
        .containsExactlyInAnyOrderElementsOf(ACCEPTED.getOrDefault(mic, Map.of()).keySet());
  }

  @Test
  void everyRecordingIsCompared() throws IOException {
    assumeTrue(
        Files.isDirectory(FOLDER), () -> "no recorded sessions in " + FOLDER.toAbsolutePath());
    try (var files = Files.list(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".csv.gz")))
          .as("recordings, and so the list of venues above")
          .hasSize(21);
    }
  }

  private static NavigableMap<LocalDate, Session> recorded(Path file) throws IOException {
    NavigableMap<LocalDate, Session> sessions = new TreeMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line : reader.lines().skip(1).toList()) {
        List<String> cells = List.of(line.split(",", -1));
        LocalDate date = LocalDate.parse(cells.get(0));
        if (!date.isBefore(FIRST)) {
          sessions.put(
              date,
              new Session(
                  date, Instant.parse(cells.get(1)), Instant.parse(cells.get(2)), lunch(cells)));
        }
      }
    }
    return sessions;
  }

  private static Optional<Session.Break> lunch(List<String> cells) {
    return cells.get(3).isEmpty()
        ? Optional.empty()
        : Optional.of(new Session.Break(Instant.parse(cells.get(3)), Instant.parse(cells.get(4))));
  }
}
