package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.digest;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.money;
import static io.arduinotrader.persistence.codec.form.StoredValues.price;
import static io.arduinotrader.persistence.codec.form.StoredValues.quantity;
import static io.arduinotrader.persistence.codec.form.StoredValues.side;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;

import io.arduinotrader.persistence.journal.planning.PlanJournal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.Symbol;

/** The stored form of a plan. */
final class StoredPlans {

  private StoredPlans() {}

  static PlanId planId(String stored) {
    return PlanId.parse(stored)
        .orElseThrow(() -> new IllegalArgumentException("not a plan id: '" + stored + "'"));
  }

  static PlanJournal.Plan storedPlan(Plan plan) {
    PlanJournal.Plan.Builder stored =
        PlanJournal.Plan.newBuilder()
            .setId(plan.id().toString())
            .setAccount(plan.account().value())
            .addAllSteps(each(plan.steps(), StoredPlans::storedStep))
            .addAllRejected(each(plan.rejected(), StoredPlans::storedRejected))
            .setScore(plan.score())
            .setScoreBefore(plan.scoreBefore())
            .setCashNeeded(stored(plan.cashNeeded()))
            .setValue(stored(plan.value()))
            .setStatus(plan.status().name())
            .setInputsHash(stored(plan.inputsHash()))
            .setCreatedAt(stored(plan.createdAt()));
    if (!plan.findings().equals(PlanFindings.NONE)) {
      stored.setFindings(StoredFindings.stored(plan.findings()));
    }
    return stored.build();
  }

  static Plan plan(PlanJournal.Plan stored) {
    return new Plan(
        planId(stored.getId()),
        new AccountId(stored.getAccount()),
        each(stored.getStepsList(), StoredPlans::step),
        each(stored.getRejectedList(), StoredPlans::rejected),
        stored.getScore(),
        stored.getScoreBefore(),
        money(stored.getCashNeeded()),
        money(stored.getValue()),
        status(stored.getStatus()),
        digest(stored.getInputsHash()),
        instant(stored.getCreatedAt()),
        stored.hasFindings() ? StoredFindings.findings(stored.getFindings()) : PlanFindings.NONE);
  }

  static Plan.Status status(String stored) {
    return constant(Plan.Status.class, stored);
  }

  private static PlanJournal.Step storedStep(Plan.Step step) {
    return PlanJournal.Step.newBuilder()
        .setNumber(step.number())
        .setSide(step.side().name())
        .setIsin(step.isin().value())
        .setSymbol(step.symbol().value())
        .setQuantity(stored(step.quantity()))
        .setPrice(stored(step.price()))
        .setValue(stored(step.value()))
        .setCost(stored(step.cost()))
        .addAllReasons(step.reasons())
        .addAllFigures(each(step.figures(), StoredPlans::storedFigure))
        .build();
  }

  private static Plan.Step step(PlanJournal.Step stored) {
    return new Plan.Step(
        stored.getNumber(),
        side(stored.getSide()),
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        quantity(stored.getQuantity()),
        price(stored.getPrice()),
        money(stored.getValue()),
        money(stored.getCost()),
        stored.getReasonsList().stream().toList(),
        each(stored.getFiguresList(), StoredPlans::figure));
  }

  private static PlanJournal.Figure storedFigure(Plan.Figure figure) {
    return PlanJournal.Figure.newBuilder().setName(figure.name()).setValue(figure.value()).build();
  }

  private static Plan.Figure figure(PlanJournal.Figure stored) {
    return new Plan.Figure(stored.getName(), stored.getValue());
  }

  private static PlanJournal.Rejected storedRejected(Plan.Rejected rejected) {
    return PlanJournal.Rejected.newBuilder()
        .setSide(rejected.side().name())
        .setIsin(rejected.isin().value())
        .setSymbol(rejected.symbol().value())
        .setCode(rejected.code().name())
        .setReason(rejected.reason())
        .build();
  }

  private static Plan.Rejected rejected(PlanJournal.Rejected stored) {
    return new Plan.Rejected(
        side(stored.getSide()),
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        constant(RefusalCode.class, stored.getCode()),
        stored.getReason());
  }
}
