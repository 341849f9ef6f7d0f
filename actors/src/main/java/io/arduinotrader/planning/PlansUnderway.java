package io.arduinotrader.planning;

import io.arduinotrader.planning.domain.PlanState;
import io.arduinotrader.protocol.planning.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The best so far of plans that are still being made. It is told anew all the time, so what is not
 * heard of for a while is not being made any more, whatever became of its desk.
 */
final class PlansUnderway {

  private static final Duration FRESH = Duration.ofSeconds(10);

  private record Noted(Plan soFar, Instant at) {}

  private final List<Noted> noted = new ArrayList<>();

  void note(Plan soFar, Instant now) {
    noted.removeIf(each -> each.soFar().id().equals(soFar.id()));
    noted.add(new Noted(soFar, now));
  }

  /** What is being made now and is not among the kept plans. */
  List<Plan> besides(PlanState kept, Instant now) {
    noted.removeIf(
        each -> each.at().isBefore(now.minus(FRESH)) || kept.plan(each.soFar().id()).isPresent());
    return noted.stream().map(Noted::soFar).toList();
  }
}
