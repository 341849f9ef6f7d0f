package io.arduinotrader.console;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.Change;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetPortfolio;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.CorrectPosition;
import io.arduinotrader.protocol.trading.BrokerCommand.GetBroker;
import io.arduinotrader.protocol.trading.BrokerCommand.Reconcile;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.BrokerView.Drift;
import io.arduinotrader.protocol.trading.BrokerView.Kind;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingCommand.GetTrading;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.trading.TradingView.OpenDrift;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Quantity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftCommandTest extends GatewayTest {

  private static final OpenDrift DRIFT =
      new OpenDrift(
          new Drift(Kind.QUANTITY, Samples.SAP_ISIN.value(), "10", "13"), GatewayFixture.NOW);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void script() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(GetBroker.class, asked -> Samples.broker(true));
    reading(DRIFT.drift());
    rooms.on(GetPortfolio.class, asked -> Samples.portfolio());
    rooms.on(
        MarketDataQuery.GetQuotes.class,
        asked -> new MarketDataQuery.Quotes(List.of(), List.of(), List.of(Samples.DOLLAR)));
    rooms.on(Change.class, asked -> new PortfolioReply.Accepted(Samples.portfolio()));
    trading(DRIFT);
  }

  @Test
  void whatDiffersIsShownAlsoWhileTheBrokerIsAway() {
    rooms.on(GetBroker.class, asked -> Samples.broker(false));
    assertThat(run("drift")).isZero();
    assertThat(out.toString()).contains(DRIFT.id(), "quantity", "SAP.EU", "10", "13");
  }

  @Test
  void booksThatAgreeAreSaidToAgree() {
    trading();
    assertThat(run("drift")).isZero();
    assertThat(out.toString()).contains("Our books are the broker's.");
  }

  @Test
  void anApprovalCarriesWhoAndWhy() {
    assertThat(run("drift", "approve", DRIFT.id(), "--reason", "seen", "--by", "anna")).isZero();
    CorrectPosition correction = (CorrectPosition) rooms.told(Change.class).getFirst().request();
    assertThat(correction.expected()).isEqualTo(Quantity.of(10));
    assertThat(correction.quantity()).isEqualTo(Quantity.of(13));
    assertThat(correction.basis()).isEmpty();
    assertThat(correction.by()).isEqualTo("anna");
    assertThat(correction.reason()).isEqualTo("seen");
    assertThat(out.toString()).contains("The books are corrected.");
  }

  @Test
  void anApprovalThatDoesNotFitChangesNothing() {
    assertThat(run("drift", "approve", "0a1b2c3d", "--reason", "seen")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no difference 0a1b2c3d");
    assertThat(run("drift", "approve", DRIFT.id())).isEqualTo(2);
    assertThat(run("drift", "approve", DRIFT.id(), "--reason", " ")).isEqualTo(1);
    rooms.on(Reconcile.class, asked -> Samples.broker(false));
    assertThat(run("drift", "approve", DRIFT.id(), "--reason", "seen")).isEqualTo(1);
    assertThat(rooms.told(Change.class)).isEmpty();
  }

  @Test
  void aRefusalOfTheBooksIsToldWithItsReason() {
    rooms.on(
        Change.class,
        asked ->
            new PortfolioReply.Refused(
                Refusal.of(RefusalCode.CONFLICT, "11 shares are in the books now"),
                Samples.portfolio()));
    assertThat(run("drift", "approve", DRIFT.id(), "--reason", "seen")).isEqualTo(1);
    assertThat(err.toString()).contains("11 shares are in the books now");
  }

  @Test
  void whatTheBrokerNoLongerSaysIsNotApproved() {
    reading();
    assertThat(run("drift", "approve", DRIFT.id(), "--reason", "seen")).isEqualTo(1);
    assertThat(err.toString()).contains("was not there when the broker was read just now");
    assertThat(rooms.told(Change.class)).isEmpty();
  }

  private void reading(Drift... drifts) {
    rooms.on(
        Reconcile.class,
        asked -> new BrokerView(true, true, Optional.empty(), Optional.empty(), List.of(drifts)));
  }

  private void trading(OpenDrift... drifts) {
    rooms.on(
        GetTrading.class,
        asked ->
            new TradingView(
                AccountId.DEFAULT, List.of(), List.of(), List.of(), Halts.NONE, List.of(drifts)));
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
