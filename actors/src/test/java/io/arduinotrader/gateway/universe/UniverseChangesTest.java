package io.arduinotrader.gateway.universe;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayFixture;
import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.universe.AddSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.AddSecurityResponse;
import io.arduinotrader.protocol.grpc.universe.RemoveSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.RemoveSecurityResponse;
import io.arduinotrader.protocol.grpc.universe.UniverseServiceClient;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetPortfolio;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.TradingCommand.GetTrading;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpFailed;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpSecurity;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityFound;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityNotFound;
import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncFundamentals;
import io.arduinotrader.protocol.universe.FeedCommand.SyncPrices;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.universe.UniverseCommand.AddSecurity;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import io.arduinotrader.protocol.universe.UniverseCommand.RemoveSecurity;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UniverseChangesTest extends GatewayTest {

  private UniverseServiceClient client;

  @BeforeEach
  void script() {
    client = UniverseServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(LookUpSecurity.class, asked -> new SecurityNotFound(asked.identifier()));
    rooms.on(AddSecurity.class, asked -> new UniverseCommand.Accepted(asked.security(), true));
    rooms.on(SyncPrices.class, asked -> new SyncEnded(1, 0, 1, ""));
    rooms.on(SyncFundamentals.class, asked -> new SyncEnded(1, 0, 1, ""));
    rooms.on(GetPortfolio.class, asked -> Samples.portfolio());
    open(List.of());
    rooms.on(RemoveSecurity.class, asked -> new UniverseCommand.Accepted(Samples.APPLE, true));
  }

  @Test
  void addsWhatTheCallerDescribesInFull() {
    rooms.on(LookUpSecurity.class, asked -> new LookUpFailed("feed is away"));
    AddSecurityResponse response =
        get(client.addSecurity(microsoft().setSyncImmediately(true).build()));

    SecurityRecord added = rooms.told(AddSecurity.class).getFirst().security();
    assertThat(added.currency()).isEqualTo(Currency.USD);
    assertThat(added.productType()).isEqualTo(ProductType.EQUITY);
    assertThat(added.minimumLot()).isEqualTo(Quantity.of(1));
    assertThat(added.active() && added.allowBuy() && added.allowSell()).isTrue();
    assertThat(response.getSuccess()).isTrue();
    assertThat(response.getSecurity().getSymbol()).isEqualTo("MSFT.US");
    assertThat(rooms.told(SyncPrices.class).getFirst().isins())
        .containsExactly(Samples.NOBODY_ISIN);
    assertThat(rooms.told(SyncFundamentals.class)).hasSize(1);
  }

  @Test
  void looksUpWhatTheCallerLeavesOut() {
    SecurityRecord known =
        Samples.security(Samples.NOBODY_ISIN, "MSFT.US", "Microsoft", "NasdaqGS", Currency.USD);
    rooms.on(LookUpSecurity.class, asked -> new SecurityFound(known));
    get(
        client.addSecurity(
            AddSecurityRequest.newBuilder()
                .setIsin(Samples.NOBODY_ISIN.value())
                .setName("My Microsoft")
                .build()));

    SecurityRecord added = rooms.told(AddSecurity.class).getFirst().security();
    assertThat(added.symbol().value()).isEqualTo("MSFT.US");
    assertThat(added.name()).isEqualTo("My Microsoft");
  }

  @Test
  void cannotAddWhatNobodyDescribes() {
    AddSecurityRequest bare =
        AddSecurityRequest.newBuilder().setIsin(Samples.NOBODY_ISIN.value()).build();
    assertThat(get(client.addSecurity(bare)).getSuccess()).isFalse();
    assertThat(get(client.addSecurity(microsoft().setExchange("Nowhere").build())).getSuccess())
        .isFalse();
    rooms.on(LookUpSecurity.class, asked -> new LookUpFailed("feed is away"));
    assertThat(code(client.addSecurity(bare))).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(rooms.told(AddSecurity.class)).isEmpty();
  }

  @Test
  void doesNotAddWhatIsActive() {
    AddSecurityResponse response =
        get(client.addSecurity(AddSecurityRequest.newBuilder().setIsin("US0378331005").build()));
    assertThat(response.getSuccess()).isFalse();
    assertThat(response.getMessage()).startsWith("ALREADY_ACTIVE");
  }

  @Test
  void wantsAProperIsin() {
    assertThat(fields(client.addSecurity(AddSecurityRequest.newBuilder().setSymbol("!").build())))
        .containsExactly("isin", "symbol");
    assertThat(fields(client.removeSecurity(RemoveSecurityRequest.getDefaultInstance())))
        .containsExactly("isin");
  }

  @Test
  void removesWhatIsNotHeld() {
    assertThat(remove("US0378331005").getSuccess()).isTrue();
    assertThat(rooms.told(RemoveSecurity.class).getFirst().reason()).isEqualTo("dull");
  }

  @Test
  void keepsWhatIsHeldOrOnOrder() {
    assertThat(remove("DE0007164600").getMessage()).startsWith("STILL_HELD");
    open(
        List.of(
            new TradingView.OpenIntent(
                new IntentId("i-1"), Samples.APPLE_ISIN, Side.BUY, GatewayFixture.NOW)));
    assertThat(remove("US0378331005").getMessage()).startsWith("STILL_HELD");
    assertThat(rooms.told(RemoveSecurity.class)).isEmpty();
  }

  @Test
  void saysThatAnUnknownSecurityCannotBeRemoved() {
    rooms.on(
        RemoveSecurity.class,
        asked ->
            new UniverseCommand.Refused(
                Refusal.of(RefusalCode.UNKNOWN_SECURITY, "never heard of it")));
    assertThat(remove(Samples.NOBODY_ISIN.value()).getMessage()).startsWith("UNKNOWN_SECURITY");
  }

  private void open(List<TradingView.OpenIntent> intents) {
    rooms.on(
        GetTrading.class,
        asked ->
            new TradingView(
                AccountId.DEFAULT, intents, List.of(), List.of(), Halts.NONE, List.of()));
  }

  private RemoveSecurityResponse remove(String isin) {
    return get(
        client.removeSecurity(
            RemoveSecurityRequest.newBuilder().setIsin(isin).setReason("dull").build()));
  }

  private static AddSecurityRequest.Builder microsoft() {
    return AddSecurityRequest.newBuilder()
        .setIsin(Samples.NOBODY_ISIN.value())
        .setSymbol("MSFT.US")
        .setName("Microsoft")
        .setExchange("NasdaqGS");
  }
}
