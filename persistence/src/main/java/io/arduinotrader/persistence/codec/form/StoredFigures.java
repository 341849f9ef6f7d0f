package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredValues.digest;
import static io.arduinotrader.persistence.codec.form.StoredValues.each;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.universe.SecurityJournal;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.PriceAnomaly;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The stored form of what is known about a security: company figures, anomalies, scores. */
final class StoredFigures {

  private StoredFigures() {}

  static SecurityJournal.Fundamentals storedFundamentals(Fundamentals fundamentals) {
    SecurityJournal.Fundamentals.Builder stored =
        SecurityJournal.Fundamentals.newBuilder()
            .setAsOf(fundamentals.asOf().toEpochDay())
            .setSource(fundamentals.source());
    fundamentals.marketCapitalization().ifPresent(stored::setMarketCapitalization);
    fundamentals.priceEarnings().ifPresent(stored::setPriceEarnings);
    fundamentals.dividendYield().ifPresent(stored::setDividendYield);
    fundamentals.profitMargin().ifPresent(stored::setProfitMargin);
    fundamentals.returnOnEquity().ifPresent(stored::setReturnOnEquity);
    fundamentals.debtToEquity().ifPresent(stored::setDebtToEquity);
    fundamentals.currentRatio().ifPresent(stored::setCurrentRatio);
    fundamentals.revenueGrowth().ifPresent(stored::setRevenueGrowth);
    fundamentals.earningsGrowth().ifPresent(stored::setEarningsGrowth);
    fundamentals.industry().ifPresent(stored::setIndustry);
    return stored.build();
  }

  static Fundamentals fundamentals(SecurityJournal.Fundamentals stored) {
    return new Fundamentals(
        LocalDate.ofEpochDay(stored.getAsOf()),
        figure(stored.hasMarketCapitalization(), stored.getMarketCapitalization()),
        figure(stored.hasPriceEarnings(), stored.getPriceEarnings()),
        figure(stored.hasDividendYield(), stored.getDividendYield()),
        figure(stored.hasProfitMargin(), stored.getProfitMargin()),
        figure(stored.hasReturnOnEquity(), stored.getReturnOnEquity()),
        figure(stored.hasDebtToEquity(), stored.getDebtToEquity()),
        figure(stored.hasCurrentRatio(), stored.getCurrentRatio()),
        figure(stored.hasRevenueGrowth(), stored.getRevenueGrowth()),
        figure(stored.hasEarningsGrowth(), stored.getEarningsGrowth()),
        when(stored.hasIndustry(), stored.getIndustry(), Function.identity()),
        stored.getSource());
  }

  private static OptionalDouble figure(boolean present, double value) {
    return present ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  static SecurityJournal.Anomaly storedAnomaly(PriceAnomaly anomaly) {
    return SecurityJournal.Anomaly.newBuilder()
        .setDay(anomaly.day().toEpochDay())
        .setRule(anomaly.rule())
        .setDetail(anomaly.detail())
        .build();
  }

  static PriceAnomaly anomaly(SecurityJournal.Anomaly stored) {
    return new PriceAnomaly(
        LocalDate.ofEpochDay(stored.getDay()), stored.getRule(), stored.getDetail());
  }

  static SecurityJournal.Score storedScore(SecurityScore score) {
    SecurityJournal.Score.Builder stored =
        SecurityJournal.Score.newBuilder()
            .setIsin(score.isin().value())
            .setSymbol(score.symbol().value())
            .setAsOf(score.asOf().toEpochDay())
            .setTotal(score.total())
            .setGrade(score.grade())
            .setPercentile(score.percentile())
            .setCoverage(score.coverage())
            .addAllGroups(each(score.groups(), StoredFigures::storedGroup))
            .addAllMetrics(
                each(List.copyOf(score.metrics().entrySet()), StoredFigures::storedMetric))
            .setInputsHash(stored(score.inputsHash()))
            .setCalculatedAt(stored(score.calculatedAt()));
    score.companyAsOf().ifPresent(day -> stored.setCompanyAsOf(day.toEpochDay()));
    return stored.build();
  }

  private static SecurityJournal.Metric storedMetric(Map.Entry<SecurityMetric, Double> metric) {
    return SecurityJournal.Metric.newBuilder()
        .setName(metric.getKey().key())
        .setValue(metric.getValue())
        .build();
  }

  /** A name of a later release means nothing here; what it measured is missing then. */
  private static Map<SecurityMetric, Double> metrics(List<SecurityJournal.Metric> stored) {
    Map<SecurityMetric, Double> metrics = new EnumMap<>(SecurityMetric.class);
    for (SecurityJournal.Metric metric : stored) {
      SecurityMetric.of(metric.getName()).ifPresent(known -> metrics.put(known, metric.getValue()));
    }
    return metrics;
  }

  static SecurityScore score(SecurityJournal.Score stored) {
    return new SecurityScore(
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        LocalDate.ofEpochDay(stored.getAsOf()),
        stored.getTotal(),
        stored.getGrade(),
        stored.getPercentile(),
        stored.getCoverage(),
        each(stored.getGroupsList(), StoredFigures::group),
        metrics(stored.getMetricsList()),
        when(stored.hasCompanyAsOf(), stored.getCompanyAsOf(), LocalDate::ofEpochDay),
        digest(stored.getInputsHash()),
        instant(stored.getCalculatedAt()));
  }

  private static SecurityJournal.Group storedGroup(SecurityScore.Group group) {
    return SecurityJournal.Group.newBuilder()
        .setName(group.name())
        .setScore(group.score())
        .setWeight(group.weight())
        .setCoverage(group.coverage())
        .addAllParts(each(group.parts(), StoredFigures::storedPart))
        .build();
  }

  private static SecurityScore.Group group(SecurityJournal.Group stored) {
    return new SecurityScore.Group(
        stored.getName(),
        stored.getScore(),
        stored.getWeight(),
        stored.getCoverage(),
        each(stored.getPartsList(), StoredFigures::part));
  }

  private static SecurityJournal.Part storedPart(SecurityScore.Part part) {
    return SecurityJournal.Part.newBuilder()
        .setName(part.name())
        .setRaw(part.raw())
        .setScore(part.score())
        .setWeight(part.weight())
        .build();
  }

  private static SecurityScore.Part part(SecurityJournal.Part stored) {
    return new SecurityScore.Part(
        stored.getName(), stored.getRaw(), stored.getScore(), stored.getWeight());
  }
}
