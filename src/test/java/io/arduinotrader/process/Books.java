package io.arduinotrader.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.arduinotrader.protocol.grpc.trading.BatchExecuteTradesResponse;
import io.arduinotrader.protocol.grpc.trading.ExecuteTradeResponse;
import io.arduinotrader.protocol.trading.BrokerReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The house's books and the broker's: after whatever happened they are the same to the cent. */
final class Books {

  static final List<String> SHARES =
      List.of(
          "QZEUSYN00019",
          "QZEUSYN00027",
          "QZEUSYN00035",
          "QZEUSYN00043",
          "QZEUSYN00050",
          "QZEUSYN00068",
          "QZEUSYN00076",
          "QZEUSYN00084",
          "QZEUSYN00092",
          "QZUSSYN00134",
          "QZUSSYN00142",
          "QZUSSYN00159",
          "QZUSSYN00167",
          "QZUSSYN00175",
          "QZUSSYN00183",
          "QZUSSYN00191",
          "QZUSSYN00209",
          "QZUSSYN00217",
          "QZUSSYN00225",
          "QZEUSYN00100");

  private static final Duration SOON = Duration.ofMinutes(3);

  private Books() {}

  /** The end of every batch, each said again until it is known. */
  private static List<ExecuteTradeResponse> ended(
      Customer customer, Map<String, List<String>> batches) {
    List<ExecuteTradeResponse> results = new ArrayList<>();
    batches.forEach(
        (name, shares) -> {
          List<BatchExecuteTradesResponse> known = new ArrayList<>();
          await(name)
              .atMost(SOON)
              .pollInterval(Duration.ofSeconds(1))
              .until(
                  () -> {
                    customer.bought(name, shares).ifPresent(known::add);
                    return !known.isEmpty();
                  });
          results.addAll(known.getFirst().getResultsList());
        });
    return results;
  }

  /** Waits for the end of every batch, and until both books are the same. */
  static void agree(
      String run, BrokerProcess broker, Customer customer, Map<String, List<String>> batches) {
    List<ExecuteTradeResponse> results = ended(customer, batches);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(customer.positions()).as(run).isEqualTo(positions(broker));
              assertThat(customer.cash()).as(run).isEqualTo(cash(broker));
            });
    List<BrokerReport> orders = broker.orders();
    assertThat(orders).extracting(BrokerReport::clientOrderId).as(run).doesNotHaveDuplicates();
    assertThat(orders).extracting(BrokerReport::intent).as(run).doesNotHaveDuplicates();
    List<String> carriedOut =
        results.stream()
            .map(ExecuteTradeResponse::getOrderId)
            .filter(id -> !id.isEmpty())
            .sorted()
            .toList();
    assertThat(carriedOut).as(run).isNotEmpty().doesNotHaveDuplicates();
    assertThat(orders.stream().map(order -> order.brokerOrderId().value()).sorted().toList())
        .as("%s: what the broker has is what the customer was told", run)
        .isEqualTo(carriedOut);
  }

  private static Map<String, BigDecimal> positions(BrokerProcess broker) {
    Map<String, BigDecimal> positions = new TreeMap<>();
    broker
        .account()
        .positions()
        .forEach(
            holding ->
                positions.put(
                    holding.isin().value(),
                    BigDecimal.valueOf(holding.quantity().value().doubleValue())));
    return positions;
  }

  private static Map<String, BigDecimal> cash(BrokerProcess broker) {
    Map<String, BigDecimal> cash = new TreeMap<>();
    broker.account().cash().forEach(money -> cash.put(money.currency().code(), money.amount()));
    return cash;
  }
}
