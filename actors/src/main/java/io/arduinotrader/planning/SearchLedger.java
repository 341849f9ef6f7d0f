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
  private final Map<Integer, PartResult> underway = new HashMap<>();
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
    int part = sighting.soFar().parts().getFirst();
    if (!found.parts().contains(part)) {
      underway.merge(part, sighting.soFar(), SearchLedger::further);
    }
  }

  /** A part that is searched again comes to the same, so what is known of it stays known. */
  private static PartResult further(PartResult one, PartResult other) {
    return other.counters().evaluated() >= one.counters().evaluated() ? other : one;
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

  /** What is found of all parts, those under way included. */
  PartResult soFar() {
    return underway.values().stream().reduce(found, search::merge);
  }

  /** How far the search is; never less than before. */
  SearchCounters counters() {
    SearchCounters now = soFar().counters();
    shown =
        new SearchCounters(
            search.sequences(),
            Math.max(shown.evaluated(), now.evaluated()),
            Math.max(shown.pruned(), now.pruned()),
            Math.max(shown.bestScore(), now.bestScore()));
    return shown;
  }

  /** What the plan would be if the search ended here. */
  Plan draft(PartResult soFar, PlanId id, Instant createdAt) {
    return search.draft(soFar, id, createdAt);
  }

  Plan plan(PlanId id, Instant createdAt) {
    return search.plan(found, id, createdAt);
  }
}
