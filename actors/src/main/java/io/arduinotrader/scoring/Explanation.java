package io.arduinotrader.scoring;

import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.scoring.ScoreExplanation;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Group;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Known;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Part;
import io.arduinotrader.protocol.scoring.ScoreExplanation.Purchase;
import io.arduinotrader.protocol.scoring.ScoringReply.Scored;
import io.arduinotrader.protocol.scoring.SecurityMetric;
import io.arduinotrader.protocol.scoring.SecurityScore;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.universe.Fundamentals;
import io.arduinotrader.protocol.universe.SecurityCommand.SecurityView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.rule.PriceCeiling;
import io.arduinotrader.scoring.domain.group.ScoreGroup;
import io.arduinotrader.scoring.domain.group.ScorePart;
import io.arduinotrader.support.calendar.MarketClock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Says why a security has its score, and what speaks for buying and selling it. */
final class Explanation {

  private final Facts facts;
  private final Optional<PortfolioView> books;
  private final TradingView trading;
  private final MarketClock clock;

  Explanation(Facts facts, Optional<PortfolioView> books, TradingView trading, MarketClock clock) {
    this.facts = facts;
    this.books = books;
    this.trading = trading;
    this.clock = clock;
  }

  /**
   * The explanation of a security's score.
   *
   * @param scored what came of scoring it
   */
  ScoreExplanation of(SecurityRecord security, Scored scored, double purchaseValue) {
    Optional<SecurityScore> score = scored.scores().stream().findFirst();
    Optional<AccountPicture> account =
        facts.account().map(value -> AccountPicture.of(value, facts, isin -> latest(isin, score)));
    return new ScoreExplanation(
        score,
        scored.unscored().stream().map(each -> each.reason()).findFirst().orElse(""),
        score.map(known -> groups(known, figures(security.isin()))).orElse(List.of()),
        clock.today(),
        account.flatMap(picture -> purchase(security, score, picture, purchaseValue)),
        account.flatMap(
            picture ->
                position(security)
                    .map(
                        held ->
                            new SaleAppraisal(facts, books, trading, clock.now())
                                .of(security, held, score, picture))));
  }

  private Optional<SecurityScore> latest(Isin isin, Optional<SecurityScore> fresh) {
    return fresh
        .filter(score -> score.isin().equals(isin))
        .or(() -> Optional.ofNullable(facts.views().get(isin)).flatMap(SecurityView::latestScore));
  }

  private Optional<PositionValue> position(SecurityRecord security) {
    return facts.account().stream()
        .flatMap((AccountValue value) -> value.positions().stream())
        .filter(position -> position.isin().equals(security.isin()))
        .findFirst();
  }

  private static Optional<Purchase> purchase(
      SecurityRecord security,
      Optional<SecurityScore> score,
      AccountPicture account,
      double value) {
    OptionalDouble close = metric(score, SecurityMetric.CLOSE);
    OptionalDouble high = metric(score, SecurityMetric.YEAR_HIGH);
    return close.isEmpty() || high.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Purchase(
                value,
                PriceCeiling.blocks(close.getAsDouble(), high.getAsDouble()),
                account.standing(),
                account.standingAfterBuying(security, value)));
  }

  static OptionalDouble metric(Optional<SecurityScore> score, SecurityMetric metric) {
    return score.map(known -> known.metric(metric)).orElse(OptionalDouble.empty());
  }

  private Optional<Fundamentals> figures(Isin isin) {
    return Optional.ofNullable(facts.views().get(isin)).flatMap(SecurityView::fundamentals);
  }

  private static List<Group> groups(SecurityScore score, Optional<Fundamentals> figures) {
    return Arrays.stream(ScoreGroup.values())
        .map(
            group ->
                group(
                    group,
                    score,
                    score.groups().stream()
                        .filter(known -> known.name().equals(group.key()))
                        .findFirst(),
                    figures))
        .toList();
  }

  private static Group group(
      ScoreGroup group,
      SecurityScore score,
      Optional<SecurityScore.Group> known,
      Optional<Fundamentals> figures) {
    List<Part> parts =
        Arrays.stream(ScorePart.values())
            .filter(part -> part.group() == group)
            .map(
                part ->
                    new Part(
                        part.key(),
                        known.stream()
                            .flatMap(scored -> scored.parts().stream())
                            .filter(scored -> scored.name().equals(part.key()))
                            .findFirst()
                            .map(
                                scored ->
                                    new Known(
                                        scored.raw(),
                                        scored.score(),
                                        scored.weight(),
                                        day(part, score, figures)))))
            .toList();
    return new Group(
        group.key(),
        known.map(scored -> OptionalDouble.of(scored.score())).orElse(OptionalDouble.empty()),
        known.map(SecurityScore.Group::weight).orElse(0.0),
        known.map(SecurityScore.Group::coverage).orElse(0.0),
        parts);
  }

  /**
   * Figures of the company describe their own day, everything else the day of the newest bar: so
   * does a dividend that was read from prices, and a fit, which is seen at closes.
   */
  private static LocalDate day(
      ScorePart part, SecurityScore score, Optional<Fundamentals> figures) {
    boolean ofTheCompany =
        part.needsCompany()
            || (part == ScorePart.DIVIDEND_YIELD
                && figures.filter(told -> told.dividendYield().isPresent()).isPresent())
            || (part == ScorePart.DIVIDEND_CONSISTENCY
                && score.metric(SecurityMetric.PAYOUT_RATIO).isPresent());
    return ofTheCompany ? score.companyAsOf().orElse(score.asOf()) : score.asOf();
  }
}
