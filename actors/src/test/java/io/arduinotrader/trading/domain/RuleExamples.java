package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.RULES;
import static io.arduinotrader.trading.domain.Samples.eur;
import static io.arduinotrader.trading.domain.Samples.intent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs examples of single rules through the whole list of rules. */
final class RuleExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Set<RefusalCode> FREQUENCY =
      Set.of(RefusalCode.FREQ_MIN_GAP, RefusalCode.FREQ_DAILY, RefusalCode.FREQ_WEEKLY);

  private RuleExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("trade.frequency", RuleExamples::frequency);
    runners.put("trade.buyCooldown", RuleExamples::buyCooldown);
    runners.put("trade.minHold", RuleExamples::minimumHold);
    runners.put("trade.pendingOrRecent", RuleExamples::pending);
    runners.put("trade.dailyLossBreaker", RuleExamples::dailyLoss);
    runners.put("trade.commission", RuleExamples::commission);
    runners.put("trade.minTradeAmount", RuleExamples::minimumTrade);
    runners.put("trade.maxTrades", RuleExamples::maximumTrades);
  }

  private static JsonNode frequency(JsonNode inputs) {
    TradingRules.Frequency limits = RULES.frequency();
    TradingRules rules =
        new TradingRules(
            new TradingRules.Frequency(
                inputs.path("settings").path("trade_frequency_limits_enabled").asInt(1) == 1,
                limits.minimumGap(),
                limits.perDay(),
                limits.perWeek(),
                limits.zone()),
            RULES.patience(),
            RULES.losses(),
            RULES.pricing(),
            RULES.warnings(),
            RULES.maximumQuantity(),
            RULES.queueBuysOutsideSession());
    Optional<Refusal> refusal =
        first(ExampleHistory.of(inputs.get("trades")), Side.BUY, "A.US", inputs, rules, FREQUENCY);
    return outcome("allowed", refusal.isEmpty(), "reason", refusal);
  }

  private static JsonNode buyCooldown(JsonNode inputs) {
    Optional<Refusal> refusal =
        first(
            ExampleHistory.of(inputs.get("trades")),
            Side.valueOf(inputs.get("side").asText()),
            inputs.get("symbol").asText(),
            inputs,
            RULES,
            Set.of(RefusalCode.BUY_COOLDOWN));
    return outcome("blocked", refusal.isPresent(), "message", refusal);
  }

  private static JsonNode minimumHold(JsonNode inputs) {
    Optional<Refusal> refusal =
        first(
            ExampleHistory.of(inputs.get("trades")),
            Side.SELL,
            inputs.get("symbol").asText(),
            inputs,
            RULES,
            Set.of(RefusalCode.MIN_HOLD));
    return outcome("allowed", refusal.isEmpty(), "message", refusal);
  }

  private static JsonNode pending(JsonNode inputs) {
    TradingState state = ExampleHistory.of(inputs.get("trades"));
    for (JsonNode symbol : inputs.get("brokerPendingSymbols")) {
      Intent open = ExampleHistory.on(intent("open", Side.BUY, "1"), symbol.asText());
      state = Samples.after(state, state.admit(open, ExampleHistory.instant(inputs.get("now"))));
    }
    return JSON.booleanNode(
        first(
                state,
                Side.valueOf(inputs.get("side").asText()),
                inputs.get("symbol").asText(),
                inputs,
                RULES,
                Set.of(RefusalCode.PENDING_ORDER))
            .isPresent());
  }

  private static JsonNode dailyLoss(JsonNode inputs) {
    DailyLoss loss =
        DailyLoss.of(
            Optional.of(
                new Facts.Worth(
                    eur(inputs.get("current").asText()),
                    Optional.of(eur(inputs.get("startOfDay").asText())),
                    eur(inputs.path("netFlowsToday").asText("0")))),
            RULES.losses());
    ObjectNode node = JSON.objectNode();
    node.put("can_buy", loss.level() != DailyLoss.Level.HALTED);
    node.put("can_sell", loss.level() == DailyLoss.Level.NORMAL);
    node.put("pnl", loss.change().orElseThrow());
    node.put(
        "status",
        switch (loss.level()) {
          case NORMAL -> "normal";
          case SALES_BLOCKED -> "dip_buying";
          case HALTED -> "halted";
          case UNKNOWN -> "unknown";
        });
    return node;
  }

  private static JsonNode commission(JsonNode inputs) {
    Currency currency = new Currency(inputs.get("currency").asText());
    return JSON.numberNode(
        new Commission(money(inputs.get("fixedEur")), inputs.get("percent").decimalValue())
            .exact(inputs.get("tradeValue").decimalValue(), rate(inputs, currency)));
  }

  private static JsonNode minimumTrade(JsonNode inputs) {
    return JSON.numberNode(
        new Commission(money(inputs.get("fixed")), inputs.get("percent").decimalValue())
            .minimumTrade(inputs.get("maxRatio").decimalValue()));
  }

  private static JsonNode maximumTrades(JsonNode inputs) {
    return JSON.numberNode(
        Commission.maximumTrades(
            inputs.get("cash").decimalValue(),
            inputs.get("minTradeAmount").decimalValue(),
            inputs.get("cap").asInt()));
  }

  /** Euro to a currency, from an example's table of rates. */
  static FxRate rate(JsonNode inputs, Currency currency) {
    if (currency.equals(Currency.EUR)) {
      return FxRate.identity(currency, Samples.NOW);
    }
    BigDecimal rate = inputs.get("rates").get(currency + "_EUR").decimalValue();
    return new FxRate(
        Currency.EUR,
        currency,
        rate.setScale(FxRate.PLACES, RoundingMode.HALF_EVEN),
        Samples.NOW,
        "example");
  }

  private static Optional<Refusal> first(
      TradingState state,
      Side side,
      String symbol,
      JsonNode inputs,
      TradingRules rules,
      Set<RefusalCode> codes) {
    Facts facts = Samples.at(Samples.facts(), ExampleHistory.instant(inputs.get("now")));
    Intent intent = ExampleHistory.on(intent("wish", side, "1"), symbol);
    List<Refusal> errors = SafetyChecks.check(state, intent, facts, rules).errors();
    return errors.stream().filter(refusal -> codes.contains(refusal.code())).findFirst();
  }

  private static JsonNode outcome(
      String flag, boolean value, String reason, Optional<Refusal> refusal) {
    ObjectNode node = JSON.objectNode();
    node.put(flag, value);
    node.set(reason, refusal.map(ExampleRefusals::json).orElse(JSON.nullNode()));
    return node;
  }

  private static Money money(JsonNode amount) {
    return eur(amount.asText());
  }
}
