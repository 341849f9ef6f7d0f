package io.arduinotrader.scoring;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.scoring.PortfolioFit;
import io.arduinotrader.protocol.scoring.PortfolioStanding;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Region;
import io.arduinotrader.scoring.domain.endstate.EndStateScore;
import io.arduinotrader.scoring.domain.endstate.HoldingOutlook;
import io.arduinotrader.scoring.domain.portfolio.HealthRules;
import io.arduinotrader.scoring.domain.portfolio.Holding;
import io.arduinotrader.scoring.domain.portfolio.PortfolioHealth;
import io.arduinotrader.scoring.domain.portfolio.PortfolioPicture;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * An account as scoring sees it. The wanted shares are those of the universe, every active security
 * counting the same: the account's owner chose the universe, so a portfolio spread like it is
 * spread as wanted.
 */
final class AccountPicture {

  private static final double UNKNOWN_OPINION = 0.5;

  private final PortfolioPicture picture;
  private final Map<Isin, OptionalDouble> losses;
  private final Function<Isin, Optional<SecurityScore>> scores;
  private final Standards standards;

  private AccountPicture(
      PortfolioPicture picture,
      Map<Isin, OptionalDouble> losses,
      Function<Isin, Optional<SecurityScore>> scores,
      Standards standards) {
    this.standards = standards;
    this.picture = picture;
    this.losses = losses;
    this.scores = scores;
  }

  /**
   * The picture of an account at present prices.
   *
   * @param scores the score to see a holding with
   */
  static AccountPicture of(
      AccountValue account, Facts facts, Function<Isin, Optional<SecurityScore>> scores) {
    return of(account, position -> position.marketValue().amount().doubleValue(), facts, scores);
  }

  /** The picture of an account at the newest closes, which the fit of a security is seen in. */
  static AccountPicture atCloses(AccountValue account, Facts facts) {
    return of(account, facts::worthAtClose, facts, isin -> Optional.empty());
  }

  private static AccountPicture of(
      AccountValue account,
      ToDoubleFunction<PositionValue> worth,
      Facts facts,
      Function<Isin, Optional<SecurityScore>> scores) {
    Map<String, Holding> holdings = new LinkedHashMap<>();
    Map<Isin, OptionalDouble> losses = new HashMap<>();
    for (PositionValue position : account.positions()) {
      Optional<SecurityRecord> record = Optional.ofNullable(facts.universe().get(position.isin()));
      holdings.put(
          position.isin().value(),
          holding(worth.applyAsDouble(position), record, scores.apply(position.isin())));
      losses.put(position.isin(), loss(position, worth.applyAsDouble(position)));
    }
    return new AccountPicture(
        new PortfolioPicture(
            holdings,
            account.cash().amount().doubleValue(),
            targets(facts.active(), AccountPicture::regions),
            targets(facts.active(), AccountPicture::industries)),
        losses,
        scores,
        facts.standards());
  }

  /** How a security sits in the account, held or not. */
  PortfolioFit fit(SecurityRecord security) {
    return picture.fit(
        security.isin().value(),
        holding(0, Optional.of(security), Optional.empty()),
        losses.getOrDefault(security.isin(), OptionalDouble.empty()));
  }

  /** How the account stands. */
  PortfolioStanding standing() {
    return standing(picture);
  }

  /** How it would stand after buying. */
  PortfolioStanding standingAfterBuying(SecurityRecord security, double value) {
    return standing(
        picture.afterBuying(
            security.isin().value(),
            holding(0, Optional.of(security), scores.apply(security.isin())),
            value));
  }

  /** The share of the account in the region of a security. */
  double regionShare(SecurityRecord security) {
    Map<String, Double> shares = picture.countryShares();
    return invested()
        * regions(security).stream().mapToDouble(region -> shares.getOrDefault(region, 0.0)).sum();
  }

  /** The share of the account in each industry of a security. */
  List<Double> industryShares(SecurityRecord security) {
    Map<String, Double> shares = picture.industryShares();
    return industries(security).stream()
        .map(industry -> invested() * shares.getOrDefault(industry, 0.0))
        .toList();
  }

  /** Positions and cash in base currency. */
  double total() {
    return picture.total();
  }

  private double invested() {
    return picture.total() > 0 ? picture.invested() / picture.total() : 0;
  }

  private PortfolioStanding standing(PortfolioPicture of) {
    PortfolioHealth health = PortfolioHealth.of(of, HealthRules.SECOND_EDITION);
    List<EndStateScore.Weighed> outlooks =
        of.holdings().entrySet().stream()
            .map(
                holding ->
                    new EndStateScore.Weighed(
                        holding.getValue().value(), outlook(new Isin(holding.getKey()))))
            .toList();
    EndStateScore endState =
        EndStateScore.of(
            outlooks,
            of.total(),
            health.diversification() / 100,
            UNKNOWN_OPINION,
            standards.profile(),
            standards.endState());
    return new PortfolioStanding(
        health.total(),
        health.diversification(),
        health.dividend(),
        health.quality(),
        endState.total(),
        of.total() > 0 ? of.cash() / of.total() : 0);
  }

  private HoldingOutlook outlook(Isin isin) {
    Function<SecurityMetric, OptionalDouble> metric =
        wanted ->
            scores.apply(isin).map(score -> score.metric(wanted)).orElse(OptionalDouble.empty());
    return HoldingOutlook.of(
        new HoldingOutlook.Figures(
            metric.apply(SecurityMetric.GROWTH_5_YEARS),
            metric.apply(SecurityMetric.DIVIDEND_YIELD),
            metric.apply(SecurityMetric.STEADINESS),
            metric.apply(SecurityMetric.FINANCIAL_STRENGTH),
            metric.apply(SecurityMetric.DIVIDEND_CONSISTENCY),
            metric.apply(SecurityMetric.PAYOUT_RATIO),
            metric.apply(SecurityMetric.SORTINO),
            metric.apply(SecurityMetric.VOLATILITY),
            metric.apply(SecurityMetric.MAXIMUM_DRAWDOWN),
            metric.apply(SecurityMetric.SHARPE)),
        standards.endState());
  }

  private static Holding holding(
      double value, Optional<SecurityRecord> security, Optional<SecurityScore> score) {
    return new Holding(
        value,
        security.stream().flatMap(record -> regions(record).stream()).findFirst(),
        security.map(AccountPicture::industries).orElse(List.of()),
        score
            .map(known -> known.metric(SecurityMetric.DIVIDEND_YIELD))
            .orElse(OptionalDouble.empty()),
        score.map(known -> known.metric(SecurityMetric.QUALITY)).orElse(OptionalDouble.empty()));
  }

  private static OptionalDouble loss(PositionValue position, double worth) {
    double cost = position.cost().amount().doubleValue();
    return cost > 0 ? OptionalDouble.of((cost - worth) / cost) : OptionalDouble.empty();
  }

  private static List<String> regions(SecurityRecord security) {
    return Region.of(security.country(), security.symbol()).stream().toList();
  }

  /** The sector groups industries; without one every industry is a group of its own. */
  private static List<String> industries(SecurityRecord security) {
    String names = security.sector().isBlank() ? security.industry() : security.sector();
    return Arrays.stream(names.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Map<String, Double> targets(
      List<SecurityRecord> securities, Function<SecurityRecord, List<String>> groupsOf) {
    Map<String, Double> targets = new HashMap<>();
    long grouped = securities.stream().filter(each -> !groupsOf.apply(each).isEmpty()).count();
    for (SecurityRecord security : securities) {
      List<String> groups = groupsOf.apply(security);
      for (String group : groups) {
        targets.merge(group, 1.0 / grouped / groups.size(), Double::sum);
      }
    }
    return targets;
  }
}
