package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredPlanFacts.storedFacts;
import static io.arduinotrader.persistence.codec.form.StoredPlans.plan;
import static io.arduinotrader.persistence.codec.form.StoredPlans.planId;
import static io.arduinotrader.persistence.codec.form.StoredPlans.status;
import static io.arduinotrader.persistence.codec.form.StoredPlans.storedPlan;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.planning.PlanJournal;
import io.arduinotrader.protocol.planning.PlanEvent;

/** Stores what happens to the plans of a portfolio state. */
public final class PlanEventCodec extends ProtobufEventCodec<PlanEvent> {

  private static final String PLAN_NUMBERED = "plan.plan-numbered.v1";
  private static final String PLAN_KEPT = "plan.plan-kept.v1";
  private static final String PLAN_MARKED = "plan.plan-marked.v1";

  @Override
  public String family() {
    return "plan";
  }

  @Override
  Stored store(PlanEvent event) {
    return switch (event) {
      case PlanEvent.PlanNumbered numbered ->
          new Stored(
              PLAN_NUMBERED,
              PlanJournal.PlanNumbered.newBuilder()
                  .setId(numbered.id().toString())
                  .setAt(stored(numbered.at()))
                  .build());
      case PlanEvent.PlanKept kept -> {
        PlanJournal.PlanKept.Builder form =
            PlanJournal.PlanKept.newBuilder()
                .setPlan(storedPlan(kept.plan()))
                .setAt(stored(kept.at()));
        kept.facts().ifPresent(facts -> form.setFacts(storedFacts(facts)));
        yield new Stored(PLAN_KEPT, form.build());
      }
      case PlanEvent.PlanMarked marked ->
          new Stored(
              PLAN_MARKED,
              PlanJournal.PlanMarked.newBuilder()
                  .setId(marked.id().toString())
                  .setStatus(marked.status().name())
                  .setAt(stored(marked.at()))
                  .build());
    };
  }

  @Override
  PlanEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case PLAN_NUMBERED -> {
        var stored = parseEvent(PlanJournal.PlanNumbered.parser(), bytes);
        yield new PlanEvent.PlanNumbered(planId(stored.getId()), instant(stored.getAt()));
      }
      case PLAN_KEPT -> {
        var stored = parseEvent(PlanJournal.PlanKept.parser(), bytes);
        yield new PlanEvent.PlanKept(
            plan(stored.getPlan()),
            when(stored.hasFacts(), stored.getFacts(), StoredPlanFacts::facts),
            instant(stored.getAt()));
      }
      case PLAN_MARKED -> {
        var stored = parseEvent(PlanJournal.PlanMarked.parser(), bytes);
        yield new PlanEvent.PlanMarked(
            planId(stored.getId()), status(stored.getStatus()), instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }
}
