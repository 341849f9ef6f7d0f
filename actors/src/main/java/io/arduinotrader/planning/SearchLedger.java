package io.arduinotrader.planning;

import io.arduinotrader.planning.domain.PlanSearch;
import io.arduinotrader.protocol.planning.PartResult;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanningWork.Sighting;
import io.arduinotrader.protocol.planning.SearchCounters;
import io.arduinotrader.protocol.vocab.PlanId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is found of a search and what is still out. A part that is searched again because its worker
 * was lost starts from nothing, but nobody sees the counters go back.
 */
final class SearchLedger {

  private final PlanSearch search;
  private final Map<Integer, SearchCounters> underway = new HashMap<>();
  private PartResult found;
  private SearchCounters shown = new SearchCounters(0, 0, 0, 0);
  private int open;

  SearchLedger(PlanSearch search) {
    this.search = search;
    this.found = search.none();
    this.open = search.parts().size();
  }

  boolean isComplete() {
    return open == 0;
  }

  void saw(Sighting sighting) {
    if (!found.parts().contains(sighting.first())) {
      underway.put(sighting.first(), sighting.counters());
    }
  }

  void found(PartResult part) {
    part.parts().forEach(underway::remove);
    found = search.merge(found, part);
    open--;
  }

  /** A part was given up. */
  void missed() {
    open--;
  }

  /** How far the search is; never less than before. */
  SearchCounters counters() {
    SearchCounters now = found.counters();
    for (SearchCounters part : underway.values()) {
      now = now.plus(part);
    }
    shown =
        new SearchCounters(
            search.sequences(),
            Math.max(shown.evaluated(), now.evaluated()),
            Math.max(shown.pruned(), now.pruned()),
            Math.max(shown.bestScore(), now.bestScore()));
    return shown;
  }

  Plan plan(PlanId id, Instant createdAt) {
    return search.plan(found, id, createdAt);
  }
}
