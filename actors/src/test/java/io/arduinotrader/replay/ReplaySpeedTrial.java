package io.arduinotrader.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.persistence.codec.JournalSerializer;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Side;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures replay on H2: events per second of one account from the first event to its state, beside
 * a plain SELECT that only decodes the same rows, and the time to the state of an account with ten
 * thousand events on a database that was just opened. {@code -Dreplay.events=} says how many
 * events.
 */
class ReplaySpeedTrial {

  private static final int ROUNDS = 7;
  private static final double LEAST_PER_SECOND = 40_000;

  /** Bookings, rules and steps of one order that is filled at once. */
  private static final int EVENTS_PER_ORDER = 11;

  @Test
  void replaysFortyThousandEventsASecond(@TempDir Path folder) throws Exception {
    double best = 0;
    try (WrittenJournal written = new WrittenJournal(folder)) {
      write(written, Integer.getInteger("replay.events", 200_000));
      for (int round = 1; round <= ROUNDS; round++) {
        double replay = perSecond(() -> replay(written));
        double select = perSecond(() -> decode(written));
        best = Math.max(best, replay);
        System.out.printf(
            "round %d: replay %,.0f events/s, decoding SELECT %,.0f events/s, ratio %.2f%n",
            round, replay, select, replay / select);
      }
    }
    assertThat(best).isGreaterThanOrEqualTo(LEAST_PER_SECOND);
  }

  @Test
  void showsTenThousandEventsSoonAfterTheStoreWasOpened(@TempDir Path folder) {
    try (WrittenJournal written = new WrittenJournal(folder)) {
      write(written, 10_000);
    }
    long started = System.nanoTime();
    try (WrittenJournal again = new WrittenJournal(folder)) {
      assertThat(replay(again)).isGreaterThan(9_900);
      System.out.printf(
          "first state of 10,000 events after opening the store: %.0f ms%n",
          (System.nanoTime() - started) / 1e6);
    }
  }

  private static void write(WrittenJournal written, int events) {
    History history = new History(written).deposit("d-1", "1000000000");
    for (int order = 1; order <= events / EVENTS_PER_ORDER; order++) {
      Side side = order % 3 == 0 ? Side.SELL : Side.BUY;
      history.order("o-" + order, side, "1", "100", "1.00");
    }
    written.write();
  }

  private static double perSecond(Work work) throws Exception {
    long started = System.nanoTime();
    long events = work.run();
    return events / ((System.nanoTime() - started) / 1e9);
  }

  /** Something that handles a number of events. */
  private interface Work {
    long run() throws Exception;
  }

  private static long replay(WrittenJournal written) {
    AccountReplay replay = AccountReplay.upTo(written.journal(), AccountId.DEFAULT, Long.MAX_VALUE);
    replay.state();
    return replay.events();
  }

  private static long decode(WrittenJournal written) {
    JournalSerializer serializer = new JournalSerializer();
    return written
        .database()
        .read(
            "all events",
            connection -> {
              long count = 0;
              try (PreparedStatement all =
                      connection.prepareStatement(
                          "SELECT event_ser_manifest, event_payload FROM event_journal"
                              + " ORDER BY ordering");
                  ResultSet rows = all.executeQuery()) {
                while (rows.next()) {
                  serializer.fromBinary(rows.getBytes(2), rows.getString(1));
                  count++;
                }
              }
              return count;
            });
  }
}
