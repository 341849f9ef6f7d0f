package io.arduinotrader.trading.domain;

import static io.arduinotrader.trading.domain.Candidate.refusal;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.trading.Halts;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.TimeInForce;
import java.util.List;
import java.util.Optional;

/** Whether the security, the broker, the day and the hour allow the order at all. */
final class PermissionRules {

  private PermissionRules() {}

  static void check(Candidate candidate, List<Refusal> errors) {
    universe(candidate, errors);
    mode(candidate, errors);
    broker(candidate, errors);
    halts(candidate, errors);
    dailyLoss(candidate, errors);
    hours(candidate, errors);
  }

  private static void universe(Candidate candidate, List<Refusal> errors) {
    Optional<Facts.Listing> listing = candidate.facts().listing();
    if (listing.isEmpty()) {
      errors.add(
          refusal(
              RefusalCode.UNKNOWN_SECURITY,
              candidate.intent().isin() + " is not in the universe",
              "isin"));
    } else if (candidate.buys() && !listing.get().mayBeBought()) {
      errors.add(
          refusal(
              RefusalCode.BUY_DISABLED,
              "the universe does not allow buying " + listing.get().symbol(),
              "side"));
    } else if (!candidate.buys() && !listing.get().mayBeSold()) {
      errors.add(
          refusal(
              RefusalCode.SELL_DISABLED,
              "the universe does not allow selling " + listing.get().symbol(),
              "side"));
    }
  }

  /** The play of the node itself may be traded at in every mode. */
  private static void mode(Candidate candidate, List<Refusal> errors) {
    if (candidate.facts().broker().capabilities().outside()
        && !candidate.state().standing().mode().isLive()) {
      errors.add(
          Refusal.of(
              RefusalCode.RESEARCH_MODE,
              "the account is in research mode, in which no order leaves the house; arm it first"));
    }
  }

  private static void broker(Candidate candidate, List<Refusal> errors) {
    if (!candidate.facts().broker().ready()) {
      errors.add(
          Refusal.of(
              RefusalCode.BROKER_UNAVAILABLE,
              "the broker cannot be reached or our books are not compared with its own yet"));
    }
  }

  private static void halts(Candidate candidate, List<Refusal> errors) {
    Halts halts = candidate.state().halts().now();
    switch (halts.state()) {
      case ACTIVE -> {}
      case REDUCE -> {
        if (candidate.buys()) {
          errors.add(
              Refusal.of(
                  RefusalCode.BUYS_HALTED, "nothing is bought until resumed: " + halts.reason()));
        }
      }
      case HALT ->
          errors.add(
              Refusal.of(
                  RefusalCode.TRADING_HALTED,
                  "nothing is traded until resumed: " + halts.reason()));
    }
    candidate
        .state()
        .halts()
        .of(candidate.intent().isin())
        .ifPresent(
            halt ->
                errors.add(
                    Refusal.of(
                        RefusalCode.SECURITY_HALTED,
                        candidate.intent().symbol()
                            + " is not traded until released: "
                            + halt.reason())));
  }

  private static void dailyLoss(Candidate candidate, List<Refusal> errors) {
    DailyLoss loss = DailyLoss.of(candidate.facts().worth(), candidate.rules().losses());
    String figure =
        loss.change().map(change -> change.movePointRight(2).toPlainString() + " %").orElse("");
    switch (loss.level()) {
      case NORMAL -> {}
      case SALES_BLOCKED -> {
        if (!candidate.buys()) {
          errors.add(
              Refusal.of(
                  RefusalCode.DAILY_LOSS_SELL_HALT,
                  "nothing is sold after a change of " + figure + " today"));
        }
      }
      case HALTED ->
          errors.add(
              Refusal.of(
                  RefusalCode.DAILY_LOSS_HALT,
                  "nothing is traded after a change of " + figure + " today"));
      case UNKNOWN -> {
        if (candidate.intent().origin() == Intent.Origin.CYCLE) {
          errors.add(
              Refusal.of(
                  RefusalCode.DAILY_LOSS_HALT,
                  "nothing is traded automatically while today's worth is not known"));
        }
      }
    }
  }

  private static void hours(Candidate candidate, List<Refusal> errors) {
    Intent intent = candidate.intent();
    boolean mayWait =
        candidate.rules().queueBuysOutsideSession()
            && candidate.buys()
            && !candidate.facts().venue().strict()
            && intent.type() == OrderType.LIMIT
            && intent.timeInForce() == TimeInForce.DAY;
    switch (candidate.facts().venue().hours()) {
      case OPEN -> {}
      case CLOSED -> {
        if (!mayWait) {
          errors.add(
              Refusal.of(
                  RefusalCode.MARKET_CLOSED, "the venue of " + intent.symbol() + " is closed"));
        }
      }
      case UNKNOWN ->
          errors.add(
              Refusal.of(
                  RefusalCode.MARKET_CLOSED,
                  "nobody knows when the venue of " + intent.symbol() + " is open"));
    }
  }
}
