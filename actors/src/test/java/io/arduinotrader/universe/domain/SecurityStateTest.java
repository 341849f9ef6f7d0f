package io.arduinotrader.universe.domain;

import static io.arduinotrader.universe.domain.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.universe.SecurityEvent.AnomalyRecorded;
import io.arduinotrader.protocol.universe.SecurityEvent.FundamentalsRecorded;
import io.arduinotrader.protocol.universe.SecurityEvent.ScoreRecorded;
import io.arduinotrader.protocol.vocab.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecurityStateTest {

  private static final LocalDate DAY = LocalDate.of(2025, 6, 2);

  @Test
  void newFiguresReplaceOldOnes() {
    SecurityState state =
        SecurityState.EMPTY
            .apply(new FundamentalsRecorded(figures(10), NOON))
            .apply(new FundamentalsRecorded(figures(11), NOON));

    assertThat(state.fundamentals()).contains(figures(11));
  }

  @Test
  void theSameFiguresAgainAreNoNews() {
    SecurityState state = SecurityState.EMPTY.apply(new FundamentalsRecorded(figures(10), NOON));

    assertThat(state.noteFundamentals(figures(10), NOON)).isEmpty();
    assertThat(state.noteFundamentals(figures(11), NOON))
        .containsExactly(new FundamentalsRecorded(figures(11), NOON));
  }

  @Test
  void onlyNewAnomaliesAreNoted() {
    SecurityState state = SecurityState.EMPTY.apply(new AnomalyRecorded(anomaly(1), NOON));

    assertThat(state.noteAnomalies(List.of(anomaly(1), anomaly(2), anomaly(2)), NOON))
        .containsExactly(new AnomalyRecorded(anomaly(2), NOON));
  }

  @Test
  void aFileFullOfAnomaliesIsNotedOnce() {
    List<PriceAnomaly> many = IntStream.range(0, 500).mapToObj(this::anomaly).toList();

    List<SecurityEvent> first = SecurityState.EMPTY.noteAnomalies(many, NOON);
    SecurityState after = applied(SecurityState.EMPTY, first);

    assertThat(first).hasSize(SecurityState.REMEMBERED);
    assertThat(after.anomalies()).isEqualTo(many.subList(480, 500));
    assertThat(after.noteAnomalies(many, NOON)).isEmpty();
  }

  @Test
  void theOldestAnomalyIsForgotten() {
    SecurityState state = SecurityState.EMPTY;
    for (int i = 0; i < SecurityState.REMEMBERED + 1; i++) {
      state = applied(state, state.noteAnomalies(List.of(anomaly(i)), NOON));
    }

    assertThat(state.anomalies())
        .hasSize(SecurityState.REMEMBERED)
        .doesNotContain(anomaly(0))
        .endsWith(anomaly(SecurityState.REMEMBERED));
  }

  @Test
  void aScoreOfTheSameDayAndInputsIsNoNews() {
    SecurityState state = SecurityState.EMPTY.apply(new ScoreRecorded(score(DAY, "a"), NOON));

    assertThat(state.noteScore(score(DAY, "a"), NOON)).isEmpty();
    assertThat(state.noteScore(score(DAY, "b"), NOON)).hasSize(1);
    assertThat(state.noteScore(score(DAY.plusDays(1), "a"), NOON)).hasSize(1);
  }

  @Test
  void inputsThatChangeAndChangeBackHaveTheirFirstScoreAgain() {
    SecurityScore first = score(DAY, "a");
    SecurityState state = SecurityState.EMPTY.apply(new ScoreRecorded(first, NOON));
    state = applied(state, state.noteScore(score(DAY, "b"), NOON));

    state = applied(state, state.noteScore(first.withPercentile(7), NOON));

    assertThat(state.latestScore()).contains(first);
    assertThat(state.earlierScores()).containsExactly(score(DAY, "b"));
    state = applied(state, state.noteScore(score(DAY.plusDays(1), "c"), NOON));
    assertThat(state.earlierScores()).isEmpty();
  }

  @Test
  void aScoreOfAnEarlierDayIsKeptButNotAsTheLatest() {
    SecurityState state = SecurityState.EMPTY.apply(new ScoreRecorded(score(DAY, "a"), NOON));

    List<SecurityEvent> events = state.noteScore(score(DAY.minusDays(1), "b"), NOON);

    assertThat(events).hasSize(1);
    assertThat(applied(state, events).latestScore()).contains(score(DAY, "a"));
  }

  private static SecurityState applied(SecurityState state, List<SecurityEvent> events) {
    SecurityState next = state;
    for (SecurityEvent event : events) {
      next = next.apply(event);
    }
    return next;
  }

  private PriceAnomaly anomaly(int number) {
    return new PriceAnomaly(DAY.plusDays(number), "JUMP", "close " + number);
  }

  private static Fundamentals figures(double earnings) {
    return new Fundamentals(
        DAY,
        OptionalDouble.empty(),
        OptionalDouble.of(earnings),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        "test");
  }

  private static SecurityScore score(LocalDate day, String inputs) {
    return new SecurityScore(
        Samples.APPLE_ISIN,
        Samples.APPLE.symbol(),
        day,
        0.6,
        "B",
        50,
        1,
        List.of(),
        Map.of(),
        Optional.empty(),
        Digest.of(inputs.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        NOON);
  }
}
