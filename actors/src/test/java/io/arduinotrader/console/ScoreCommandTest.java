package io.arduinotrader.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.gateway.scoring.ExplanationSamples;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreResponse;
import io.arduinotrader.protocol.scoring.ScoringCommand.ExplainScore;
import io.arduinotrader.protocol.scoring.ScoringReply.Explained;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreCommandTest extends GatewayTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void script() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(
        ExplainScore.class,
        asked -> new Explained(ExplanationSamples.explained(asked.purchaseValue())));
  }

  @Test
  void theTableShowsWhatIsKnownAndWhatIsNot() {
    assertThat(run("score", "SAP.EU", "--purchase", "2500")).isZero();

    assertThat(out.toString().lines())
        .contains(
            "SAP.EU: 0.720, grade B, rank 90 of 100, 54.0 % of the weights known, prices of "
                + GatewayFixture.TODAY.minusDays(1)
                + ".",
            "Buying for 2500: portfolio score 60.0 -> 61.5 of 100, worth holding 0.600 -> 0.615;"
                + " the price is too near its 52-week high.",
            "Selling: reason 0.000, blocked by MIN_HOLD, gain 11.0 % of the cost, 5.0 % by the"
                + " trend.",
            "Profit to take (MEDIUM_WINDFALL): 25.0 % of the position.")
        .anyMatch(line -> line.matches(" +cagr +0\\.113 +0\\.900 +0\\.800 +0\\.720 +1 d"))
        .anyMatch(line -> line.matches(" +sortino +- +- +- +- +-"));
  }

  @Test
  void programsGetTheWholeAnswer() throws InvalidProtocolBufferException {
    assertThat(run("--json", "score", Samples.SAP_ISIN.value())).isZero();

    ExplainScoreResponse.Builder answer = ExplainScoreResponse.newBuilder();
    JsonFormat.parser().merge(out.toString(), answer);
    assertThat(answer.getTotalScore()).isEqualTo(0.72);
    assertThat(answer.getGroupsCount()).isEqualTo(2);
  }

  @Test
  void aSecurityWithoutScoreSaysWhy() {
    rooms.on(ExplainScore.class, asked -> new Explained(ExplanationSamples.unscored()));

    assertThat(run("score", "SAP.EU")).isZero();
    assertThat(out)
        .hasToString(
            "SAP.EU has no score: only 10 of the 50 daily bars a score needs."
                + System.lineSeparator());
  }

  @Test
  void aStrangerIsAFailure() {
    assertThat(run("score", "GONE")).isEqualTo(1);
    assertThat(err.toString()).contains("GONE is not in the universe");
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
