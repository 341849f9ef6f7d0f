package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.search.SearchWatch;
import io.arduinotrader.planning.domain.settings.Presets;
import io.arduinotrader.planning.domain.settings.SettingsText;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanInputs;
import io.arduinotrader.protocol.planning.PlanInputs.GroupTarget;
import io.arduinotrader.protocol.planning.PlanInputs.Wishes;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Inputs of plans, built up step by step, and what becomes of them. */
public final class Plans {

  static final PlanId ID = new PlanId(new PortfolioHash("3fa2b1c0"), 1);

  private final List<Stock> stocks = new ArrayList<>();
  private final List<GroupTarget> countries = new ArrayList<>();
  private final List<GroupTarget> industries = new ArrayList<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Money cash;
  private Optional<Integer> positions = Optional.empty();
  private Optional<BigDecimal> invested = Optional.empty();
  private Money deposit = Money.zero(Currency.EUR);
  private Optional<Money> cashAfter = Optional.empty();
  private Optional<Double> risk = Optional.empty();

  private Plans(Money cash) {
    this.cash = cash;
  }

  /** With so much cash in euros. */
  public static Plans with(String cash) {
    return new Plans(Money.of(cash, Currency.EUR));
  }

  public Plans and(Stock... more) {
    stocks.addAll(List.of(more));
    return this;
  }

  public Plans country(String group, double weight) {
    countries.add(new GroupTarget(group, weight));
    return this;
  }

  public Plans industry(String group, double weight) {
    industries.add(new GroupTarget(group, weight));
    return this;
  }

  public Plans set(String key, Object value) {
    settings.put(key, String.valueOf(value));
    return this;
  }

  /** Without reserve, costs, thresholds and margin, so that only the objective decides. */
  public Plans free() {
    return set("min_cash_reserve", 0)
        .set("cash_reserve_share", 0)
        .set("transaction_cost_fixed", 0)
        .set("transaction_cost_percent", 0)
        .set("half_spread", 0)
        .set("minimum_improvement", 0)
        .set("max_position_share", 1)
        .set("priority_threshold", 0);
  }

  public Plans positions(int most) {
    positions = Optional.of(most);
    return this;
  }

  public Plans invested(String share) {
    invested = Optional.of(new BigDecimal(share));
    return this;
  }

  public Plans deposit(String euros) {
    deposit = Money.of(euros, Currency.EUR);
    return this;
  }

  public Plans cashAfter(String euros) {
    cashAfter = Optional.of(Money.of(euros, Currency.EUR));
    return this;
  }

  public Plans risk(double most) {
    risk = Optional.of(most);
    return this;
  }

  /** The inputs. */
  public PlanInputs inputs() {
    return new PlanInputs(
        AccountId.DEFAULT,
        Stock.NOW,
        cash,
        stocks.stream().map(Stock::security).toList(),
        List.copyOf(countries),
        List.copyOf(industries),
        "",
        new Wishes(positions, invested, deposit, cashAfter, risk),
        settings());
  }

  private PlannerSettings settings() {
    return switch (SettingsText.read(settings)) {
      case SettingsText.Read read -> read.settings();
      case SettingsText.Unreadable unreadable ->
          throw new IllegalArgumentException(unreadable.problems().toString());
    };
  }

  /** The search for the best plan. */
  public PlanSearch search() {
    return search(inputs());
  }

  static PlanSearch search(PlanInputs inputs) {
    return switch (PlanSearch.prepare(inputs)) {
      case PlanSearch.Ready ready -> ready.search();
      case PlanSearch.Refused refused -> throw new IllegalArgumentException(refused.toString());
    };
  }

  public Plan plan() {
    return plan(inputs());
  }

  static Plan plan(PlanInputs inputs) {
    return search(inputs).planAlone(SearchWatch.PATIENT, ID, Stock.NOW);
  }

  /** The steps in words. */
  static List<String> trades(Plan plan) {
    return plan.steps().stream()
        .map(step -> step.side() + " " + step.quantity() + " " + step.symbol())
        .toList();
  }

  static PlannerSettings defaults() {
    return Presets.DEFAULT;
  }
}
