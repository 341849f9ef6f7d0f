package io.arduinotrader.gateway.universe;

import static io.arduinotrader.gateway.GatewayFixture.code;
import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.universe.SyncFundamentalsRequest;
import io.arduinotrader.protocol.grpc.universe.SyncFundamentalsUpdate;
import io.arduinotrader.protocol.grpc.universe.SyncPricesRequest;
import io.arduinotrader.protocol.grpc.universe.SyncPricesUpdate;
import io.arduinotrader.protocol.grpc.universe.UniverseServiceClient;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.FeedCommand.SyncEnded;
import io.arduinotrader.protocol.universe.FeedCommand.SyncFundamentals;
import io.arduinotrader.protocol.universe.FeedCommand.SyncPrices;
import io.arduinotrader.protocol.universe.FeedCommand.SyncRefused;
import io.arduinotrader.protocol.universe.FeedCommand.Synced;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncStreamsTest extends GatewayTest {

  private UniverseServiceClient client;

  @BeforeEach
  void connect() {
    client = UniverseServiceClient.create(gateway.gateway(), gateway.kit.system());
  }

  @Test
  void reportsEverySecurityOfASmallSync() {
    rooms.onMany(
        SyncPrices.class,
        asked ->
            List.of(
                new Synced(0, 0, 2, Optional.empty(), ""),
                new Synced(1, 0, 2, Optional.of(Samples.SAP_ISIN), ""),
                new Synced(1, 1, 2, Optional.of(Samples.APPLE_ISIN), "no price"),
                new SyncEnded(1, 1, 2, "no price")));
    List<SyncPricesUpdate> updates = get(prices("DE0007164600"));

    assertThat(updates)
        .extracting(SyncPricesUpdate::getProgressPct)
        .containsExactly(0, 50, 99, 100);
    assertThat(updates).extracting(SyncPricesUpdate::getTotal).containsOnly(2);
    assertThat(updates)
        .extracting(SyncPricesUpdate::getComplete)
        .containsExactly(false, false, false, true);
    assertThat(updates.get(1).getCurrentIsin()).isEqualTo("DE0007164600");
    assertThat(updates.getLast().getError()).isEqualTo("no price");
  }

  @Test
  void thinsALargeSyncToOneMessagePerPercent() {
    rooms.onMany(
        SyncFundamentals.class,
        asked -> {
          List<Object> progress = new ArrayList<>();
          for (int done = 0; done <= 200; done++) {
            progress.add(new Synced(done, 0, 200, Optional.empty(), ""));
          }
          progress.add(new SyncEnded(200, 0, 200, ""));
          return progress;
        });
    List<SyncFundamentalsUpdate> updates =
        get(
            client
                .syncFundamentals(SyncFundamentalsRequest.getDefaultInstance())
                .runWith(Sink.seq(), gateway.kit.system()));

    assertThat(updates).hasSize(101);
    assertThat(updates.getLast().getSynced()).isEqualTo(200);
  }

  @Test
  void refusesASyncBeforeItsFirstMessage() {
    rooms.on(SyncPrices.class, asked -> new SyncRefused(RefusalCode.ALREADY_RUNNING, "one runs"));
    assertThat(code(prices("DE0007164600"))).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(fields(prices("nonsense"))).containsExactly("isins[0]");
    rooms.clear();
    assertThat(code(prices("DE0007164600"))).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private CompletionStage<List<SyncPricesUpdate>> prices(String isin) {
    return client
        .syncPrices(SyncPricesRequest.newBuilder().addIsins(isin).build())
        .runWith(Sink.seq(), gateway.kit.system());
  }
}
