package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.Side;
import java.util.Locale;
import java.util.Optional;

/**
 * An idea in whole lots, or why it comes to none.
 *
 * @param shares to trade
 * @param value of them in base currency
 * @param refusal why it cannot be a candidate
 */
record Sized(Idea idea, double shares, double value, Optional<Refusal> refusal) {

  private static final double ROUNDING = 1e-9;

  static Sized of(Situation situation, Idea idea) {
    Asset asset = idea.asset();
    if (!asset.priced()) {
      return refused(idea, RefusalCode.PRICE_NOT_POSITIVE, "no price is known");
    }
    return switch (idea.side()) {
      case SELL -> sell(situation, idea);
      case BUY -> buy(situation, idea);
    };
  }

  private static Sized sell(Situation situation, Idea idea) {
    Asset asset = idea.asset();
    double spare = asset.value() - situation.least(asset) * situation.total();
    if (spare <= 0) {
      return refused(
          idea,
          RefusalCode.CONCENTRATION,
          String.format(
              Locale.ROOT,
              "a sale would lead below the %.1f %% it should have",
              100 * situation.least(asset)));
    }
    double wanted = Math.min(idea.amount(), spare) / asset.unit();
    return checked(situation, idea, Lots.sold(wanted, asset.lot(), asset.held()));
  }

  private static Sized buy(Situation situation, Idea idea) {
    Asset asset = idea.asset();
    double room = situation.most(asset) * situation.total() - asset.value();
    double smallest = situation.costs().smallestTrade();
    double wanted = Lots.bought(idea.amount(), asset.unit(), asset.lot());
    boolean isLargeEnough = idea.amount() >= smallest - ROUNDING;
    double shares =
        Math.min(
            isLargeEnough
                ? Math.max(wanted, Lots.worth(smallest, asset.unit(), asset.lot()))
                : wanted,
            Lots.sold(room / asset.unit(), asset.lot(), Double.MAX_VALUE));
    return shares > 0
        ? checked(situation, idea, shares)
        : refused(
            idea,
            RefusalCode.CONCENTRATION,
            String.format(
                Locale.ROOT,
                "one lot more would lead above the %.1f %% it may have",
                100 * situation.most(asset)));
  }

  private static Sized checked(Situation situation, Idea idea, double shares) {
    if (shares <= 0) {
      return refused(idea, RefusalCode.LOT_SIZE, "what is to be traded is less than one lot");
    }
    double value = shares * idea.asset().unit();
    double smallest = situation.costs().smallestTrade();
    if (value < smallest - ROUNDING) {
      return refused(
          idea,
          RefusalCode.COST_RATIO_HIGH,
          String.format(
              Locale.ROOT,
              "a trade of %.2f EUR costs %.2f EUR, too much below %.2f EUR",
              value,
              situation.costs().of(value),
              smallest));
    }
    return new Sized(idea, shares, value, Optional.empty());
  }

  /** The same idea with another number of shares. */
  Sized with(double otherShares) {
    return new Sized(idea, otherShares, otherShares * idea.asset().unit(), Optional.empty());
  }

  /** The same idea, refused. */
  Sized refused(Refusal why) {
    return new Sized(idea, 0, 0, Optional.of(why));
  }

  private static Sized refused(Idea idea, RefusalCode code, String message) {
    return new Sized(idea, 0, 0, Optional.of(Refusal.of(code, message)));
  }

  Side side() {
    return idea.side();
  }
}
