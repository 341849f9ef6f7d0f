package io.arduinotrader.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.ModeReply;
import io.arduinotrader.protocol.trading.TradingCommand.Arm;
import io.arduinotrader.protocol.trading.TradingCommand.ConfirmArming;
import io.arduinotrader.protocol.trading.TradingCommand.Disarm;
import io.arduinotrader.protocol.trading.TradingMode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModeCommandTest extends GatewayTest {

  private static final ModeReply BEGUN =
      new ModeReply.Known(
          new TradingMode(
              TradingMode.State.RESEARCH,
              "",
              Optional.empty(),
              Optional.of(
                  new TradingMode.Arming("live-0a1b2c", "why", "anna", GatewayFixture.NOW))),
          true);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void script() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    rooms.on(Arm.class, asked -> BEGUN);
    rooms.on(ConfirmArming.class, asked -> known(TradingMode.State.LIVE, "why"));
    rooms.on(Disarm.class, asked -> known(TradingMode.State.RESEARCH, asked.reason()));
  }

  @Test
  void theFirstStepTellsThePhraseAndTheSecondSaysIt() {
    assertThat(run("arm", "--reason", " the books agree ", "--by", "anna")).isZero();
    Arm arm = rooms.told(Arm.class).getFirst();
    assertThat(arm.reason()).isEqualTo("the books agree");
    assertThat(arm.by()).isEqualTo("anna");
    assertThat(out.toString())
        .contains("in research mode: no order reaches the broker.")
        .contains("trader arm --confirm live-0a1b2c");
    assertThat(rooms.told(ConfirmArming.class)).isEmpty();

    assertThat(run("arm", "--confirm", "live-0a1b2c")).isZero();
    assertThat(rooms.told(ConfirmArming.class).getFirst().phrase()).isEqualTo("live-0a1b2c");
    assertThat(out.toString()).contains("in live mode", "(why)", "orders reach the broker");
  }

  @Test
  void armingIsOneStepOrTheOtherAndNeedsItsWords() {
    assertThat(run("arm")).isEqualTo(2);
    assertThat(run("arm", "--reason", "x", "--confirm", "y")).isEqualTo(2);
    assertThat(run("arm", "--reason", " ")).isEqualTo(1);
    assertThat(rooms.told(Arm.class)).isEmpty();
  }

  @Test
  void whatStandsAgainstArmingIsTold() {
    rooms.on(
        Arm.class,
        asked -> new ModeReply.Refused(Refusal.of(RefusalCode.WRONG_STATE, "the books differ")));
    assertThat(run("arm", "--reason", "x")).isEqualTo(1);
    assertThat(err.toString()).contains("the books differ");
    rooms.on(
        Arm.class,
        asked -> new ModeReply.Refused(Refusal.of(RefusalCode.BROKER_UNAVAILABLE, "nobody there")));
    assertThat(run("arm", "--reason", "x")).isEqualTo(1);
    assertThat(err.toString()).contains("nobody there");
  }

  @Test
  void disarmingIsOneStep() {
    assertThat(run("disarm", "--reason", "on holiday")).isZero();
    assertThat(out.toString()).contains("in research mode", "(on holiday)");
  }

  private static ModeReply known(TradingMode.State state, String reason) {
    return new ModeReply.Known(
        new TradingMode(state, reason, Optional.of(GatewayFixture.NOW), Optional.empty()), true);
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
