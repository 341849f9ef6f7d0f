package io.arduinotrader.optimization;

import io.arduinotrader.protocol.optimization.OptimizationWork.Aims;
import io.arduinotrader.protocol.optimization.OptimizationWork.Asset;
import io.arduinotrader.protocol.optimization.OptimizationWork.Group;
import io.arduinotrader.protocol.optimization.OptimizationWork.IndexState;
import io.arduinotrader.protocol.optimization.OptimizationWork.Job;
import io.arduinotrader.protocol.optimization.OptimizationWork.Linkage;
import io.arduinotrader.protocol.optimization.OptimizationWork.Pursuit;
import io.arduinotrader.protocol.optimization.OptimizationWork.ReturnFigures;
import io.arduinotrader.protocol.optimization.OptimizationWork.RiskModel;
import io.arduinotrader.protocol.optimization.OptimizationWork.Search;
import io.arduinotrader.protocol.optimization.OptimizationWork.Surroundings;
import io.arduinotrader.protocol.universe.BarColumns;
import io.arduinotrader.protocol.universe.SecurityRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Jobs of a worker, and ways to make them differ in one part. */
final class JobSamples {

  private static final OptionalDouble NONE = OptionalDouble.empty();

  static final Search SEARCH = new Search(Linkage.SINGLE, 0, NONE, 0.95, NONE, NONE);

  private static final Surroundings NOTHING_KNOWN =
      new Surroundings(Optional.empty(), NONE, NONE, NONE);

  /** 11 % a year with 15 % volatility, half by risk parity, trades for nothing. */
  static final Aims AIMS = aims(0.11, 0.15, 0.5, false);

  private JobSamples() {}

  static Job job(double budget, Asset... assets) {
    return new Job(
        List.of(assets),
        List.of(),
        budget,
        365,
        false,
        AIMS,
        0,
        Integer.MAX_VALUE,
        Optional.empty());
  }

  /** A job whose assets have wanted weights, all of which are to be invested. */
  static Job wanted(Asset... assets) {
    double sum = 0;
    for (Asset asset : assets) {
      sum += asset.wanted();
    }
    return new Job(
        List.of(assets),
        List.of(),
        Math.min(1, sum),
        365,
        true,
        AIMS,
        0,
        Integer.MAX_VALUE,
        Optional.empty());
  }

  static Job aiming(Job job, double targetReturn, double targetVolatility, double blend) {
    return with(job, aims(targetReturn, targetVolatility, blend, false));
  }

  /** The same job with expected returns as views on the market. */
  static Job viewing(Job job) {
    return with(job, aims(0.11, 0.15, 0.5, true));
  }

  /** The same job with another pursuit, without a share of risk parity. */
  static Job pursuing(Job job, Pursuit pursuit, RiskModel model) {
    return with(job, aims(0, pursuit, model, SEARCH, List.of(), List.of()));
  }

  private static Aims aims(
      double targetReturn, double targetVolatility, double blend, boolean views) {
    return new Aims(
        targetReturn,
        targetVolatility,
        blend,
        0,
        0,
        views,
        RiskModel.EQUAL_VARIANCES,
        Pursuit.RETURN,
        SEARCH,
        List.of(),
        List.of(),
        NOTHING_KNOWN);
  }

  private static Aims aims(
      double blend,
      Pursuit pursuit,
      RiskModel model,
      Search search,
      List<Double> preferences,
      List<Double> riskShares) {
    return new Aims(
        0.11,
        0.15,
        blend,
        0,
        0,
        false,
        model,
        pursuit,
        search,
        preferences,
        riskShares,
        NOTHING_KNOWN);
  }

  /** The same job with another pursuit, sought in another way. */
  static Job seeking(Job job, double blend, Pursuit pursuit, Search search) {
    return with(job, aims(blend, pursuit, RiskModel.SAMPLE, search, List.of(), List.of()));
  }

  /** The same job with equal risk in other shares. */
  static Job sharing(Job job, Double... riskShares) {
    return with(
        job,
        aims(
            0,
            Pursuit.EQUAL_RISK,
            RiskModel.EQUAL_VARIANCES,
            SEARCH,
            List.of(),
            List.of(riskShares)));
  }

  /** The same job of an owner who prefers some securities. */
  static Job preferring(Job job, Double... preferences) {
    return with(
        job,
        aims(
            0, Pursuit.RETURN, RiskModel.EQUAL_VARIANCES, SEARCH, List.of(preferences), List.of()));
  }

  /** The same job in a market whose index is so far from its average. */
  static Job indexed(Job job, OptionalDouble distance) {
    return with(
        job,
        new Aims(
            0.11,
            0.15,
            0.5,
            0,
            0,
            false,
            RiskModel.EQUAL_VARIANCES,
            Pursuit.RETURN,
            SEARCH,
            List.of(),
            List.of(),
            new Surroundings(Optional.of(new IndexState(distance)), NONE, NONE, NONE)));
  }

  private static Job with(Job job, Aims aims) {
    return new Job(
        job.assets(),
        job.groups(),
        job.budget(),
        job.windowDays(),
        job.wanted(),
        aims,
        job.minimumWeight(),
        job.maximumPositions(),
        job.maximumTurnover());
  }

  static Job grouped(Job job, Group... groups) {
    return new Job(
        job.assets(),
        List.of(groups),
        job.budget(),
        job.windowDays(),
        job.wanted(),
        job.aims(),
        job.minimumWeight(),
        job.maximumPositions(),
        job.maximumTurnover());
  }

  static Job limited(Job job, double minimumWeight, int maximumPositions, double turnover) {
    return new Job(
        job.assets(),
        job.groups(),
        job.budget(),
        job.windowDays(),
        job.wanted(),
        job.aims(),
        minimumWeight,
        maximumPositions,
        turnover < Double.POSITIVE_INFINITY ? Optional.of(turnover) : Optional.empty());
  }

  static Asset asset(SecurityRecord security, int bars, double minimum, double maximum) {
    BarColumns columns = MarketSamples.bars(security, bars, security.isin().hashCode());
    return new Asset(
        security.isin(),
        security.symbol(),
        0,
        0,
        minimum,
        maximum,
        true,
        true,
        MarketSamples.figures(0.08, 0.5),
        columns.days(),
        columns.adjustedClose());
  }

  static Asset held(Asset asset, double current) {
    return held(asset, current, asset.mayBuy(), asset.maySell());
  }

  static Asset held(Asset asset, double current, boolean mayBuy, boolean maySell) {
    return new Asset(
        asset.isin(),
        asset.symbol(),
        current,
        asset.wanted(),
        asset.minimum(),
        asset.maximum(),
        mayBuy,
        maySell,
        asset.figures(),
        asset.days(),
        asset.prices());
  }

  static Asset expecting(Asset asset, ReturnFigures figures) {
    return new Asset(
        asset.isin(),
        asset.symbol(),
        asset.current(),
        asset.wanted(),
        asset.minimum(),
        asset.maximum(),
        asset.mayBuy(),
        asset.maySell(),
        figures,
        asset.days(),
        asset.prices());
  }

  static Asset priced(Asset asset, double... prices) {
    int[] days = new int[prices.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = MarketSamples.TODAY - days.length + 1 + i;
    }
    return new Asset(
        asset.isin(),
        asset.symbol(),
        asset.current(),
        asset.wanted(),
        asset.minimum(),
        asset.maximum(),
        asset.mayBuy(),
        asset.maySell(),
        asset.figures(),
        days,
        prices);
  }

  static Asset wantedAsset(SecurityRecord security, int bars, double wanted, double maximum) {
    Asset asset = asset(security, bars, 0, maximum);
    return new Asset(
        asset.isin(),
        asset.symbol(),
        0,
        wanted,
        0,
        maximum,
        true,
        true,
        asset.figures(),
        asset.days(),
        asset.prices());
  }
}
