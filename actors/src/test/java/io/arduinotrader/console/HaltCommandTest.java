package io.arduinotrader.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.operations.HaltsResponse;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingCommand.ChangeHalt;
import io.arduinotrader.protocol.trading.TradingCommand.ReleaseSecurity;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HaltCommandTest extends GatewayTest {

  private static final Isin STRANGER = new Isin("US0378331005");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void script() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(ChangeHalt.class, asked -> view(asked.state(), asked.reason()));
    rooms.on(ReleaseSecurity.class, asked -> view(HaltState.ACTIVE, ""));
  }

  @Test
  void aHaltWithoutScopeStopsEverything() {
    assertThat(run("halt", "--reason", " the figures look wrong ")).isZero();
    assertThat(rooms.told(ChangeHalt.class).getFirst().state()).isEqualTo(HaltState.HALT);
    assertThat(out.toString())
        .contains("Trading is halted since ", ": the figures look wrong.")
        .contains("SAP.EU is halted since ", ": executed beyond.");
  }

  @Test
  void buyingAloneCanBeStopped() throws InvalidProtocolBufferException {
    assertThat(run("--json", "halt", "BUYS", "--reason", "on holiday")).isZero();
    assertThat(rooms.told(ChangeHalt.class).getFirst().state()).isEqualTo(HaltState.REDUCE);

    HaltsResponse.Builder answer = HaltsResponse.newBuilder();
    JsonFormat.parser().merge(out.toString(), answer);
    assertThat(answer.getState()).isEqualTo("reduce");
    assertThat(answer.getReason()).isEqualTo("on holiday");
    assertThat(answer.getSecurities(0).getIsin()).isEqualTo(Samples.SAP_ISIN.value());
  }

  @Test
  void aHaltNeedsAReasonOfBearableLength() {
    assertThat(run("halt")).isEqualTo(2);
    assertThat(run("halt", "--reason", " ")).isEqualTo(1);
    assertThat(run("halt", "--reason", "x".repeat(501))).isEqualTo(1);
    assertThat(run("halt", "SALES", "--reason", "x")).isEqualTo(2);
    assertThat(rooms.told(ChangeHalt.class)).isEmpty();
  }

  @Test
  void resumingIsForTheAccountUnlessASecurityIsNamed() {
    assertThat(run("resume")).isZero();
    assertThat(rooms.told(ChangeHalt.class).getFirst().state()).isEqualTo(HaltState.ACTIVE);
    assertThat(rooms.told(ReleaseSecurity.class)).isEmpty();
    assertThat(out.toString()).contains("Trading is active since ");

    assertThat(run("resume", "--security", "SAP.EU", "--reason", "seen")).isZero();
    ReleaseSecurity release = rooms.told(ReleaseSecurity.class).getFirst();
    assertThat(release.isin()).isEqualTo(Samples.SAP_ISIN);
    assertThat(release.reason()).isEqualTo("seen");
  }

  @Test
  void aSecurityTheUniverseHasNoLongerIsReleasedByItsIsin() {
    assertThat(run("resume", "--security", STRANGER.value())).isZero();
    assertThat(rooms.told(ReleaseSecurity.class).getFirst().isin()).isEqualTo(STRANGER);
    assertThat(run("resume", "--security", "GONE.XX")).isEqualTo(1);
    assertThat(err.toString()).contains("GONE.XX is not in the universe");
  }

  private static TradingView view(HaltState state, String reason) {
    return new TradingView(
        AccountId.DEFAULT,
        List.of(),
        List.of(),
        List.of(),
        new Halts(
            state,
            reason,
            Optional.of(GatewayFixture.NOW),
            List.of(
                new Halts.SecurityHalt(Samples.SAP_ISIN, "executed beyond", GatewayFixture.NOW))),
        List.of());
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
