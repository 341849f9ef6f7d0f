package io.arduinotrader.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.planning.domain.Plans;
import io.arduinotrader.planning.domain.Stock;
import io.arduinotrader.protocol.planning.Plan;
import io.arduinotrader.protocol.planning.PlanCommand.GetPlans;
import io.arduinotrader.protocol.planning.PlanCommand.PlansView;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanCommandTest extends GatewayTest {

  /** Sells of S0 for S1 and S2; S3 is not worth it. */
  private static final Plan PLAN =
      Plans.with("2000")
          .country("EU", 0.5)
          .country("US", 0.5)
          .set("max_position_share", 0.5)
          .and(stock(0, 100, 0.6).held(80).country("EU").target(0.4))
          .and(stock(1, 50, 0.8).country("US").target(0.3))
          .and(stock(2, 40, 0.7).country("US").target(0.1))
          .and(Stock.number(3).country("US").outlook(0.75, 0.01, 0.1, 0.1, 0.1, 0.9))
          .plan();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void script() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    rooms.on(GetPlans.class, asked -> new PlansView(List.of(PLAN), List.of()));
  }

  @Test
  void thePlanIsShownWithItsReasonsToTheCent() {
    assertThat(run("plan", PLAN.id().toString())).isZero();

    assertThat(lines())
        .contains(
            "Plan %s (ready): score %.2f of 100, 3 steps worth 8,000.00 EUR, needs 26.00 EUR."
                .formatted(PLAN.id(), PLAN.score()),
            "  2. buy      60 S1        at 50.00 EUR, 3,000.00 EUR",
            "       60 shares at 50 EUR are worth 3000.00 EUR and bring its weight from 0.00 % to"
                + " 30.00 %.",
            "       Commission and spread come to 9.50 EUR, 0.32 % of the value; 2978.50 EUR of"
                + " cash is left then.",
            "Considered and left out:")
        .anyMatch(line -> line.matches(" +S3 +buy +NOT_IN_BEST +.*best sequence.*"))
        .noneMatch(line -> line.startsWith("The next best"));
  }

  @Test
  void explainedItSaysHowSureItIsAndWhatElseThereWas() {
    assertThat(run("plan", PLAN.id().toString(), "--explain")).isZero();

    assertThat(lines())
        .containsAll(PLAN.findings().summary())
        .containsAll(PLAN.findings().binding())
        .contains("The next best:", "What could happen:")
        .anyMatch(line -> line.startsWith("No better sequence exists: of 218"))
        .anyMatch(line -> line.matches(" +countries +7\\.5 % +-?\\d+\\.\\d\\d +\\d+\\.\\d\\d"))
        .anyMatch(line -> line.matches(" *\\d+\\.\\d\\d +\\d+\\.\\d{3} +SELL \\d+ S0.*"))
        .anyMatch(line -> line.matches(" +monte_carlo +nothing .*"))
        .anyMatch(line -> line.matches(" +shocks +plan .*"));
  }

  @Test
  void aPlanNobodyMadeIsAFailure() {
    assertThat(run("plan", "3fa2b1c0-9")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no plan 3fa2b1c0-9");
  }

  private static Stock stock(int number, double price, double quality) {
    return Stock.number(number).price(price).outlook(quality, 0.02, quality, 0.6, 0.5, 0.2);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  private int run(String... arguments) {
    int port = requireNonNull(gateway.servers.addresses().get(ServiceRole.GATEWAY)).getPort();
    List<String> all =
        new ArrayList<>(List.of("--host", "127.0.0.1", "--port", String.valueOf(port)));
    all.addAll(List.of(arguments));
    return Trader.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }
}
