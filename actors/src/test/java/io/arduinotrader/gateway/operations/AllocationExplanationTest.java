package io.arduinotrader.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.protocol.grpc.operations.ExplainAllocationResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedWeight;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.optimization.AllocationReply;
import io.arduinotrader.protocol.optimization.AllocationReply.Move;
import io.arduinotrader.protocol.optimization.AllocationReply.TargetWeight;
import io.arduinotrader.protocol.optimization.OptimizationWork;
import io.arduinotrader.protocol.optimization.WeightEvidence;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllocationExplanationTest {

  private static final Isin SAP = new Isin("DE0007164600");
  private static final Isin APPLE = new Isin("US0378331005");
  private static final Symbol SAP_SYMBOL = new Symbol("SAP.DE");
  private static final Symbol APPLE_SYMBOL = new Symbol("AAPL.US");

  @Test
  void theLargestTargetComesFirstWithItsTrade() {
    ExplainAllocationResponse explained =
        AllocationExplanation.of(
            new AllocationReply.Allocated(
                List.of(
                    new TargetWeight(SAP, SAP_SYMBOL, 0.3, 0.1, "expected 4 %"),
                    new TargetWeight(APPLE, APPLE_SYMBOL, 0.1, 0.2, "expected 9 %")),
                List.of(
                    new Move(
                        SAP,
                        SAP_SYMBOL,
                        Side.SELL,
                        new BigDecimal("12"),
                        Money.of("1200.00", Currency.EUR),
                        0.3,
                        0.1)),
                new AllocationReply.Figures(
                    Optional.of(0.08),
                    Optional.of(0.12),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    9,
                    1.5),
                OptimizationWork.Status.CLIPPED,
                List.of("expected return: 11.00 % asked, 8.00 % attainable"),
                "target risk",
                List.of("out of reach"),
                List.of("Covariance of 299 daily returns.", "out of reach"),
                List.of(new OptimizationWork.Correlation(SAP_SYMBOL, APPLE_SYMBOL, 0.91)),
                new WeightEvidence(
                    Digest.EMPTY,
                    List.of(
                        new WeightEvidence.Programme(
                            "target risk",
                            0.02,
                            1e-12,
                            2e-11,
                            3e-10,
                            9,
                            List.of(new WeightEvidence.BindingLimit("maximum of SAP.DE", 0.4)))))));

    assertThat(explained.getSuccess()).isTrue();
    assertThat(explained.getStatus()).isEqualTo("clipped");
    assertThat(explained.getWeightsList())
        .extracting(ExplainedWeight::getSymbol)
        .containsExactly("AAPL.US", "SAP.DE");
    assertThat(explained.getWeights(1).getQuantityChange()).isEqualTo(-12);
    assertThat(explained.getWeights(0).getQuantityChange()).isZero();
    assertThat(explained.getReasonsList()).hasSize(2);
    assertThat(explained.getExpectedReturn()).isEqualTo(0.08);
    assertThat(explained.getInputs()).isEqualTo(Digest.EMPTY.hex());
    assertThat(explained.getProgrammesList())
        .singleElement()
        .satisfies(
            programme -> {
              assertThat(programme.getName()).isEqualTo("target risk");
              assertThat(programme.getObjective()).isEqualTo(0.02);
              assertThat(programme.getViolation()).isEqualTo(1e-12);
              assertThat(programme.getStationarity()).isEqualTo(2e-11);
              assertThat(programme.getGap()).isEqualTo(3e-10);
              assertThat(programme.getIterations()).isEqualTo(9);
              assertThat(programme.getBinding(0).getLimit()).isEqualTo("maximum of SAP.DE");
              assertThat(programme.getBinding(0).getPrice()).isEqualTo(0.4);
            });
    assertThat(explained.getCorrelations(0).getCoefficient()).isEqualTo(0.91);
  }

  @Test
  void whatHasNoWeightsSaysWhy() {
    assertThat(AllocationExplanation.of(new AllocationReply.Infeasible(List.of("too tight"))))
        .satisfies(
            explained -> {
              assertThat(explained.getSuccess()).isFalse();
              assertThat(explained.getStatus()).isEqualTo("infeasible");
              assertThat(explained.getTermsList()).containsExactly("too tight");
            });
    assertThat(AllocationExplanation.of(new AllocationReply.Failed("the job failed: no memory")))
        .satisfies(
            explained -> {
              assertThat(explained.getSuccess()).isFalse();
              assertThat(explained.getStatus()).isEqualTo("failed");
              assertThat(explained.getTermsList()).containsExactly("the job failed: no memory");
            });
    assertThat(
            AllocationExplanation.of(
                    new AllocationReply.Refused(
                        Refusal.of(RefusalCode.NOTHING_TO_WORK_WITH, "there is nothing")))
                .getStatus())
        .isEqualTo("refused");
  }

  @Test
  void whatIsNotKnownIsNoAnswer() {
    assertThatThrownBy(
            () ->
                AllocationExplanation.of(
                    new AllocationReply.Refused(
                        Refusal.of(RefusalCode.UNAVAILABLE, "the tables cannot be read"))))
        .isInstanceOf(CallRefusedException.class);
  }
}
