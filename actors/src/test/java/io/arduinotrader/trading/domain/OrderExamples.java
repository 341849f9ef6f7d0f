package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Samples.NOW;
import static io.arduinotrader.trading.domain.Samples.fill;
import static io.arduinotrader.trading.domain.Samples.intent;
import static io.arduinotrader.trading.domain.Samples.working;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.OrderEvent;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.trading.domain.OrderState.Placed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Runs examples of how an order lives. */
final class OrderExamples {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final OrderLifecycle.Resending RESENDING =
      new OrderLifecycle.Resending(Duration.ofSeconds(60), 2, 3);

  private OrderExamples() {}

  static void addTo(Map<String, Function<JsonNode, JsonNode>> runners) {
    runners.put("order.fromFills", OrderExamples::fromFills);
    runners.put("order.protocol", OrderExamples::protocol);
  }

  /** An order the broker answers with an error. */
  static JsonNode turnedDownByBroker(JsonNode trade) {
    Intent intent = intent("I1", Side.valueOf(trade.get("side").asText()), "1");
    Placed order =
        after(
            submitting(intent), OrderLifecycle.turnedDown(submitting(intent), "no order id", NOW));
    ObjectNode result = JSON.objectNode();
    result.set("error", ExampleRefusals.json(order.refusal().orElseThrow()));
    result.put("status", "failed");
    result.put("symbol", trade.get("symbol").asText());
    ObjectNode node = JSON.objectNode();
    node.set(
        "brokerOrders",
        JSON.arrayNode()
            .add(
                JSON.arrayNode()
                    .add(trade.get("symbol").asText())
                    .add(intent.side().name())
                    .add(intent.quantity().value())));
    node.set("results", JSON.arrayNode().add(result));
    return node;
  }

  private static JsonNode fromFills(JsonNode inputs) {
    Intent intent = intent("I1", Side.BUY, inputs.get("requested").asText());
    Placed order = working(intent);
    List<Fill> fills = new ArrayList<>();
    for (JsonNode each : inputs.get("fills")) {
      fills.add(fill(intent, "F" + fills.size(), each.get(0).asText(), each.get(1).asText()));
    }
    BrokerReport.BrokerStatus status =
        inputs.get("terminal").isNull()
            ? BrokerReport.BrokerStatus.WORKING
            : BrokerReport.BrokerStatus.valueOf(inputs.get("terminal").asText());
    order = after(order, OrderLifecycle.reported(order, report(order, status, fills), NOW));
    ObjectNode node = JSON.objectNode();
    node.set(
        "avgPrice",
        order
            .view()
            .averagePrice()
            .<JsonNode>map(price -> JSON.numberNode(price.amount()))
            .orElse(JSON.nullNode()));
    node.put("filled", order.filled().value());
    node.put("leaves", intent.quantity().value().subtract(order.filled().value()));
    node.put("state", order.marks().overfilled() ? "OVERFILL_ALARM" : order.phase().name());
    return node;
  }

  private static JsonNode protocol(JsonNode inputs) {
    Intent intent = intent("I1", Side.BUY, "10");
    ObjectNode node = JSON.objectNode();
    if (inputs.has("fills")) {
      Placed order = working(intent);
      for (JsonNode each : inputs.get("fills")) {
        Fill fill = fill(intent, each.get("id").asText(), each.get("q").asText(), "10");
        order =
            after(
                order,
                OrderLifecycle.reported(
                    order,
                    report(order, BrokerReport.BrokerStatus.PARTIALLY_FILLED, List.of(fill)),
                    NOW));
      }
      return node.put("position", order.filled().value());
    }
    if (inputs.get("submits").size() == 2) {
      OrderLifecycle.Decision again = OrderLifecycle.place(submitting(intent), intent, NOW);
      boolean same = again.equals(new OrderLifecycle.Decision.Happens(List.of()));
      return node.put("brokerPosts", same ? 1 : 2).put("secondReply", same ? "same order" : "");
    }
    return afterTimeout(inputs, intent, node);
  }

  private static JsonNode afterTimeout(JsonNode inputs, Intent intent, ObjectNode node) {
    Placed order = submitting(intent);
    order = after(order, OrderLifecycle.unanswered(order, "timeout", NOW));
    if (inputs.get("lookup").asText().startsWith("found ")) {
      BrokerOrderId found = new BrokerOrderId(inputs.get("lookup").asText().substring(6));
      order = after(order, OrderLifecycle.taken(order, found, NOW));
      node.put("brokerOrderId", order.brokerOrderId().orElseThrow().value());
    } else {
      BrokerCapabilities broker =
          Samples.broker(
              inputs.get("brokerEnforcesClientId").asBoolean()
                  ? BrokerCapabilities.Uniqueness.ENFORCED
                  : BrokerCapabilities.Uniqueness.VISIBLE);
      Instant later = NOW.plus(RESENDING.grace());
      order = after(order, OrderLifecycle.missed(order, RESENDING, broker, later));
      order = after(order, OrderLifecycle.missed(order, RESENDING, broker, later));
    }
    node.put("brokerPosts", order.submission().attempt());
    node.put("sameClientOrderId", order.clientOrderId().equals(ClientOrderIds.of(intent.id())));
    node.put("state", order.phase().name());
    return node;
  }

  private static Placed submitting(Intent intent) {
    return Samples.order(
        intent, new OrderEvent.OrderAdmitted(NOW), new OrderEvent.SubmissionStarted(1, NOW));
  }

  private static BrokerReport report(
      Placed order, BrokerReport.BrokerStatus status, List<Fill> fills) {
    return new BrokerReport(
        order.intent(), order.clientOrderId(), new BrokerOrderId("SIM-O-1"), status, fills, NOW);
  }

  private static Placed after(Placed order, List<OrderEvent> events) {
    Placed next = order;
    for (OrderEvent event : events) {
      next = next.apply(event);
    }
    return next;
  }
}
