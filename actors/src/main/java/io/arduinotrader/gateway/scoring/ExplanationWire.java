package io.arduinotrader.gateway.scoring;

import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedGroup;
import io.arduinotrader.protocol.grpc.operations.ExplainedPart;
import io.arduinotrader.protocol.grpc.operations.ExplainedPurchase;
import io.arduinotrader.protocol.grpc.operations.ExplainedSale;
import io.arduinotrader.protocol.scoring.ScoreExplanation;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Group;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Known;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Part;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Purchase;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Sale;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.SecurityRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Explanations of scores as they travel. */
final class ExplanationWire {

  private ExplanationWire() {}

  static ExplainScoreResponse of(SecurityRecord security, ScoreExplanation explanation) {
    ExplainScoreResponse.Builder wire =
        ExplainScoreResponse.newBuilder()
            .setFound(true)
            .setIsin(security.isin().value())
            .setSymbol(security.symbol().value())
            .setReason(explanation.reasonForNone());
    explanation.score().ifPresent(score -> put(wire, score));
    explanation.groups().forEach(group -> wire.addGroups(group(group, explanation.today())));
    explanation.purchase().ifPresent(purchase -> wire.setPurchase(purchase(purchase)));
    explanation.sale().ifPresent(sale -> wire.setSale(sale(sale)));
    return wire.build();
  }

  private static void put(ExplainScoreResponse.Builder wire, SecurityScore score) {
    wire.setTotalScore(score.total())
        .setGrade(score.grade())
        .setPercentile(score.percentile())
        .setCoverage(score.coverage())
        .setAsOf(TimestampWire.of(score.asOf()))
        .setCalculatedAt(TimestampWire.of(score.calculatedAt()))
        .setInputsHash(score.inputsHash().hex());
    score.metrics().forEach((metric, value) -> wire.putMetrics(metric.key(), value));
  }

  private static ExplainedGroup group(Group group, LocalDate today) {
    double score = group.score().orElse(0);
    double contribution = group.weight() * score;
    ExplainedGroup.Builder wire =
        ExplainedGroup.newBuilder()
            .setName(group.name())
            .setKnown(group.score().isPresent())
            .setScore(score)
            .setWeight(group.weight())
            .setContribution(contribution)
            .setCoverage(group.coverage());
    group.parts().forEach(part -> wire.addParts(part(part, group.weight(), today)));
    return wire.build();
  }

  private static ExplainedPart part(Part part, double groupWeight, LocalDate today) {
    ExplainedPart.Builder wire =
        ExplainedPart.newBuilder().setName(part.name()).setKnown(part.known().isPresent());
    part.known().ifPresent(known -> put(wire, known, groupWeight, today));
    return wire.build();
  }

  private static void put(
      ExplainedPart.Builder wire, Known known, double groupWeight, LocalDate today) {
    wire.setRaw(known.raw())
        .setScore(known.score())
        .setWeight(known.weight())
        .setContribution(groupWeight * known.weight() * known.score())
        .setDataDay(TimestampWire.of(known.day()))
        .setDataAgeDays(Math.toIntExact(ChronoUnit.DAYS.between(known.day(), today)));
  }

  private static ExplainedPurchase purchase(Purchase purchase) {
    return ExplainedPurchase.newBuilder()
        .setValue(purchase.value())
        .setPriceTooHigh(purchase.priceTooHigh())
        .setPortfolioScoreBefore(purchase.before().total())
        .setPortfolioScoreAfter(purchase.after().total())
        .setEndStateBefore(purchase.before().endState())
        .setEndStateAfter(purchase.after().endState())
        .build();
  }

  private static ExplainedSale sale(Sale sale) {
    ExplainedSale.Builder wire =
        ExplainedSale.newBuilder()
            .setBlockedBy(sale.blockedBy().orElse(""))
            .setScore(sale.score())
            .putAllParts(sale.parts())
            .setQuantity(sale.quantity())
            .setValue(sale.value())
            .setProfit(sale.profit());
    sale.windfall()
        .ifPresent(
            gain ->
                wire.setExpectedProfit(gain.expected())
                    .setWindfallScore(gain.score())
                    .setWindfall(gain.reason())
                    .setProfitShare(gain.share()));
    return wire.build();
  }
}
