package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.StoredEvent;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanFindings;
import io.arduinotrader.protocol.replay.OrderExplanation;
import io.arduinotrader.protocol.replay.TradeEvent;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.universe.SecurityEvent;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.trading.domain.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** From an order back to why it was made. */
final class OrderReasons {

  /** What separates the name of a cycle from the number of its step in the name of an intent. */
  private static final char STEP = '#';

  private final Journal journal;
  private final AccountId account;

  OrderReasons(Journal journal, AccountId account) {
    this.journal = journal;
    this.account = account;
  }

  /** The reasons of an order under any of its names, empty when the account has none such. */
  Optional<OrderExplanation> explain(String name) {
    return new OrderSearch(journal)
        .find(name)
        .map(this::read)
        .filter(order -> order.view().intent().account().equals(account))
        .map(this::explain);
  }

  private record Order(OrderView view, List<TradeEvent> events, long recordedAt) {}

  private Order read(String stream) {
    TradeEvents words = new TradeEvents(journal, account);
    List<TradeEvent> events = new ArrayList<>();
    OrderState[] state = {OrderState.BLANK};
    long[] first = {0};
    journal.stream(
        stream,
        stored -> {
          StoredEvent.Legible readable = Journal.readable(stored);
          if (readable.link().event() instanceof OrderEvent event) {
            state[0] = state[0].apply(event);
          }
          first[0] = first[0] == 0 ? stored.position() : first[0];
          words.event(readable).ifPresent(events::add);
          return true;
        });
    if (state[0] instanceof OrderState.Placed placed) {
      return new Order(placed.view(), List.copyOf(events), first[0]);
    }
    throw new IllegalStateException("a stream of an order begins with its intent: " + stream);
  }

  private OrderExplanation explain(Order order) {
    Intent intent = order.view().intent();
    Optional<CycleTrace> cycle = cycle(intent);
    Optional<Plan.Step> step = cycle.flatMap(trace -> trace.step(stepNumber(intent)));
    OptionalDouble target =
        cycle.map(trace -> trace.targetWeight(intent.isin())).orElse(OptionalDouble.empty());
    long decidedAt = cycle.map(CycleTrace::decidedAt).orElse(order.recordedAt());
    Optional<SecurityScore> score = score(intent.isin(), decidedAt);
    List<String> text = new ArrayList<>();
    text.add("Order %s: %s.".formatted(intent.id(), OrderWords.wish(intent)));
    order.events().forEach(event -> text.add("%s  %s".formatted(event.at(), event.text())));
    cycle.ifPresentOrElse(
        trace -> describe(trace, text),
        () ->
            text.add(
                intent.origin() == Intent.Origin.CYCLE
                    ? "A cycle wanted it that this journal does not have: %s."
                        .formatted(intent.cause())
                    : "A caller wanted it: %s.".formatted(intent.cause())));
    step.ifPresent(made -> describe(made, text));
    target.ifPresent(
        weight ->
            text.add(String.format(Locale.ROOT, "The target weight was %.2f %%.", weight * 100)));
    score.ifPresent(known -> describe(known, text));
    return new OrderExplanation(
        order.view(),
        order.events(),
        cycle.map(CycleTrace::summary),
        step,
        target,
        score,
        List.copyOf(text));
  }

  private Optional<CycleTrace> cycle(Intent intent) {
    int end = intent.id().value().lastIndexOf(STEP);
    return intent.origin() == Intent.Origin.CYCLE && end > 0
        ? CycleTrace.read(journal, intent.id().value().substring(0, end))
        : Optional.empty();
  }

  private static int stepNumber(Intent intent) {
    String id = intent.id().value();
    String number = id.substring(id.lastIndexOf(STEP) + 1);
    return number.chars().allMatch(Character::isDigit) && number.length() < 10
        ? Integer.parseInt(number)
        : 0;
  }

  /** The last score before the decision. */
  private Optional<SecurityScore> score(Isin isin, long decidedAt) {
    SecurityScore[] last = new SecurityScore[1];
    journal.stream(
        AccountStreams.security(isin),
        stored -> {
          boolean isBefore = stored.position() < decidedAt;
          if (isBefore
              && stored instanceof StoredEvent.Legible readable
              && readable.link().event() instanceof SecurityEvent.ScoreRecorded scored) {
            last[0] = scored.score();
          }
          return isBefore;
        });
    return Optional.ofNullable(last[0]);
  }

  private static void describe(CycleTrace cycle, List<String> text) {
    text.add("Cycle %s of %s wanted it.".formatted(cycle.id(), cycle.startedAt()));
    cycle.stages().forEach(stage -> text.add("%s: %s".formatted(stage.stage(), stage.note())));
    cycle.plan().ifPresent(plan -> describe(plan, text));
  }

  private static void describe(Plan plan, List<String> text) {
    text.add(
        String.format(
            Locale.ROOT,
            "Plan %s brings the portfolio from %.2f to %.2f points; its inputs are %s.",
            plan.id(),
            plan.scoreBefore(),
            plan.score(),
            plan.inputsHash()));
    if (!plan.findings().equals(PlanFindings.NONE)) {
      describe(plan.findings(), text);
    }
  }

  private static void describe(PlanFindings findings, List<String> text) {
    text.addAll(findings.summary());
    text.add(
        findings.proven()
            ? "No better sequence of trades exists: %s.".formatted(findings.counters().summary())
            : String.format(
                Locale.ROOT,
                "An unseen sequence of trades could be better by %.2f points: %s.",
                findings.remaining(),
                findings.counters().summary()));
    text.addAll(findings.binding());
    findings
        .parts()
        .forEach(
            part ->
                text.add(
                    String.format(
                        Locale.ROOT,
                        "%s, weight %.1f %%: from %.1f to %.1f points",
                        part.name(),
                        100 * part.weight(),
                        100 * part.before(),
                        100 * part.after())));
    findings
        .alternatives()
        .forEach(
            other ->
                text.add(
                    String.format(
                        Locale.ROOT,
                        "%s would be worse by %.3f points.",
                        other.trades().isEmpty() ? "No trade" : String.join(", ", other.trades()),
                        other.worse())));
  }

  private static void describe(Plan.Step step, List<String> text) {
    text.add(
        "It is step %d: %s %s shares at %s, %s in all, costs %s."
            .formatted(
                step.number(),
                step.side().name().toLowerCase(Locale.ROOT),
                step.quantity(),
                step.price(),
                step.value(),
                step.cost()));
    text.addAll(step.reasons());
    step.figures()
        .forEach(
            figure ->
                text.add(String.format(Locale.ROOT, "%s = %s", figure.name(), figure.value())));
  }

  private static void describe(SecurityScore score, List<String> text) {
    text.add(
        String.format(
            Locale.ROOT,
            "%s scored %.4f (%s), better than %.0f %% of the others; its inputs are %s.",
            score.symbol(),
            score.total(),
            score.grade(),
            score.percentile(),
            score.inputsHash()));
    score
        .groups()
        .forEach(
            group ->
                text.add(
                    String.format(
                        Locale.ROOT,
                        "%s %.4f, weight %.2f",
                        group.name(),
                        group.score(),
                        group.weight())));
  }
}
