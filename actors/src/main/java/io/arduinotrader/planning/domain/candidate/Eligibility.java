package io.arduinotrader.planning.domain.candidate;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.planning.PlannerSettings;
import io.arduinotrader.protocol.planning.PlannerSettings.Patience;
import io.arduinotrader.protocol.vocab.rule.PriceCeiling;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether an asset may be bought or sold now. Only orders that were carried out count.
 *
 * @param indebted whether there is less than no cash, so that nothing is bought
 */
record Eligibility(PlannerSettings settings, Instant now, boolean indebted) {

  /** What forbids selling the asset. */
  Optional<Refusal> sell(Asset asset) {
    PlanSecurity security = asset.security();
    if (!settings.selection().allowSell()) {
      return refused(RefusalCode.SELL_DISABLED, "the settings do not allow selling");
    }
    return security
        .sellBlocked()
        .or(
            () ->
                patience(
                    settings.patience(),
                    asset.gain(),
                    security.holding().lastBought().map(this::days),
                    security.holding().lastSold().map(this::days)));
  }

  /**
   * What forbids a sale.
   *
   * @param gain as a fraction of the cost
   * @param sinceBought whole days since the last purchase
   * @param sinceSold whole days since the last sale
   */
  static Optional<Refusal> patience(
      Patience patience,
      Optional<Double> gain,
      Optional<Long> sinceBought,
      Optional<Long> sinceSold) {
    if (gain.filter(won -> won < patience.largestLoss()).isPresent()) {
      return refused(
          RefusalCode.LOSS_TOO_DEEP,
          String.format(
              Locale.ROOT,
              "a sale would realise a loss of %.1f %%, more than the %.1f %% that are accepted",
              -100 * gain.get(),
              -100 * patience.largestLoss()));
    }
    if (sinceBought.filter(days -> days < patience.holdDays()).isPresent()) {
      return refused(
          RefusalCode.MIN_HOLD, "it was bought less than " + patience.holdDays() + " days ago");
    }
    if (sinceSold.filter(days -> days < patience.sellCooldownDays()).isPresent()) {
      return refused(
          RefusalCode.SELL_COOLDOWN,
          "it was sold less than " + patience.sellCooldownDays() + " days ago");
    }
    return Optional.empty();
  }

  /** What forbids buying the asset. */
  Optional<Refusal> buy(Asset asset) {
    PlanSecurity security = asset.security();
    if (!settings.selection().allowBuy()) {
      return refused(RefusalCode.BUY_DISABLED, "the settings do not allow buying");
    }
    if (security.buyBlocked().isPresent()) {
      return security.buyBlocked();
    }
    if (indebted) {
      return refused(RefusalCode.NEGATIVE_BALANCE, "nothing is bought with debts");
    }
    int cooldown = settings.patience().buyCooldownDays();
    Optional<Instant> last = security.holding().lastBought();
    if (last.filter(at -> now.isBefore(at.plus(Duration.ofDays(cooldown)))).isPresent()) {
      return refused(RefusalCode.BUY_COOLDOWN, "it was bought less than " + cooldown + " days ago");
    }
    return worth(security.outlook()).or(() -> ceiling(security));
  }

  /** What is unknown is not bought: nobody can say that it is good enough. */
  private Optional<Refusal> worth(PlanSecurity.Outlook outlook) {
    double least = settings.opportunities().minimumScore();
    if (outlook.score().isEmpty()) {
      return refused(RefusalCode.UNSCORED, "it has no score");
    }
    if (outlook.quality().isEmpty()) {
      return refused(RefusalCode.UNSCORED, "nothing is known of its quality");
    }
    return below("score", outlook.score().get(), least)
        .or(() -> below("quality", outlook.quality().get(), least));
  }

  private static Optional<Refusal> below(String what, double known, double least) {
    return known < least
        ? refused(
            RefusalCode.SCORE_TOO_LOW,
            String.format(
                Locale.ROOT,
                "its %s of %.2f is below the %.2f a purchase asks for",
                what,
                known,
                least))
        : Optional.empty();
  }

  private static Optional<Refusal> ceiling(PlanSecurity security) {
    return security
        .price()
        .map(price -> price.amount().doubleValue())
        .flatMap(
            price ->
                security
                    .outlook()
                    .yearHigh()
                    .filter(high -> PriceCeiling.blocks(price, high))
                    .flatMap(
                        high ->
                            refused(
                                RefusalCode.PRICE_TOO_HIGH,
                                String.format(
                                    Locale.ROOT,
                                    "its price is %.1f %% of its high of the last year; it is"
                                        + " bought below %.0f %%",
                                    100 * price / high,
                                    100 * PriceCeiling.PART_OF_YEAR_HIGH))));
  }

  private long days(Instant at) {
    return Duration.between(at, now).toDays();
  }

  private static Optional<Refusal> refused(RefusalCode code, String message) {
    return Optional.of(Refusal.of(code, message));
  }
}
