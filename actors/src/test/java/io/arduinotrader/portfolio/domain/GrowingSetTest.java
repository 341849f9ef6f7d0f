package io.arduinotrader.portfolio.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GrowingSetTest {

  @Test
  void remembersWhatWasAddedAndNothingElse() {
    GrowingSet<Integer> set = GrowingSet.empty();
    for (int id = 0; id < 100; id++) {
      assertThat(set.contains(id)).isFalse();
      set = set.plus(id);
      assertThat(set.contains(id)).isTrue();
      assertThat(set.contains(0)).isTrue();
    }
    assertThat(set.sorted()).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void addingLeavesTheOldSetAsItWas() {
    GrowingSet<Integer> before = GrowingSet.of(List.of(1, 2));

    GrowingSet<Integer> unused = before.plus(3);

    assertThat(unused.contains(3)).isTrue();
    assertThat(before.contains(3)).isFalse();
  }

  @Test
  void setsWithTheSameIdsAreEqualHoweverTheyGrew() {
    List<Integer> ids = new ArrayList<>(IntStream.range(0, 37).boxed().toList());
    GrowingSet<Integer> upwards = grown(ids);
    Collections.reverse(ids);

    assertThat(grown(ids)).isEqualTo(upwards).hasSameHashCodeAs(upwards);
    assertThat(GrowingSet.of(ids)).isEqualTo(upwards);
    assertThat(upwards.plus(37)).isNotEqualTo(upwards);
  }

  private static GrowingSet<Integer> grown(List<Integer> ids) {
    GrowingSet<Integer> set = GrowingSet.empty();
    for (int id : ids) {
      set = set.plus(id);
    }
    return set;
  }
}
