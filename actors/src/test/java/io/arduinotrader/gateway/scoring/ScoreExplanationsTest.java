package io.arduinotrader.gateway.scoring;

import static io.arduinotrader.gateway.GatewayFixture.fields;
import static io.arduinotrader.gateway.GatewayFixture.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arduinotrader.gateway.GatewayTest;
import io.arduinotrader.gateway.Samples;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedPart;
import io.arduinotrader.protocol.grpc.operations.OperationsServiceClient;
import io.arduinotrader.protocol.scoring.ScoringCommand.ExplainScore;
import io.arduinotrader.protocol.scoring.ScoringReply.Explained;
import io.arduinotrader.protocol.universe.UniverseCommand.GetUniverse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreExplanationsTest extends GatewayTest {

  private OperationsServiceClient client;

  @BeforeEach
  void script() {
    client = OperationsServiceClient.create(gateway.gateway(), gateway.kit.system());
    rooms.on(GetUniverse.class, asked -> Samples.UNIVERSE);
    rooms.on(
        ExplainScore.class,
        asked -> new Explained(ExplanationSamples.explained(asked.purchaseValue())));
  }

  @Test
  void everyPartSaysWhatItAddsAndHowOldItsDataAre() {
    ExplainScoreResponse answer = explained("sap.eu");
    ExplainedPart growth = answer.getGroups(0).getParts(0);

    assertThat(answer.getFound()).isTrue();
    assertThat(answer.getTotalScore()).isEqualTo(0.72);
    assertThat(answer.getMetricsMap()).containsEntry("sortino", 1.5);
    assertThat(answer.getInputsHash()).hasSize(64);
    assertThat(growth.getRaw()).isEqualTo(0.113);
    assertThat(growth.getContribution()).isEqualTo(0.72, within(1e-12));
    assertThat(growth.getDataAgeDays()).isEqualTo(1);
    assertThat(answer.getGroups(0).getParts(1).getKnown()).isFalse();
    assertThat(answer.getGroups(1).getKnown()).isFalse();
    assertThat(answer.getPurchase().getValue()).isEqualTo(1000);
    assertThat(answer.getPurchase().getPriceTooHigh()).isTrue();
    assertThat(answer.getSale().getBlockedBy()).isEqualTo("MIN_HOLD");
    assertThat(answer.getSale().getWindfall()).isEqualTo("MEDIUM_WINDFALL");
  }

  @Test
  void whatHasNoScoreSaysWhy() {
    rooms.on(ExplainScore.class, asked -> new Explained(ExplanationSamples.unscored()));

    ExplainScoreResponse answer = explained("SAP.EU");

    assertThat(answer.getFound()).isTrue();
    assertThat(answer.getReason()).startsWith("only 10 of the 50");
    assertThat(answer.hasPurchase()).isFalse();
    assertThat(answer.hasSale()).isFalse();
  }

  @Test
  void aStrangerIsNotFoundAndNonsenseRefused() {
    assertThat(explained("GONE").getFound()).isFalse();
    assertThat(
            fields(
                client.explainScore(
                    ExplainScoreRequest.newBuilder().setPurchaseValue(Double.NaN).build())))
        .containsExactly("isin", "purchase_value");
    assertThat(rooms.told(ExplainScore.class)).isEmpty();
  }

  private ExplainScoreResponse explained(String symbol) {
    return get(client.explainScore(ExplainScoreRequest.newBuilder().setSymbol(symbol).build()));
  }
}
