package io.arduinotrader.planning.domain;

import io.arduinotrader.planning.domain.candidate.Candidate;
import io.arduinotrader.protocol.vocab.Side;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a plan does and what it brings, in sentences. */
final class Narrative {

  /** Differences that do not show in the numbers told. */
  private static final double SAME = 0.005;

  /** What kind of plan it is. */
  enum Kind {
    NONE("plan.none", "Nothing is to be done: no sequence of trades is better by enough."),
    WINDFALL_AND_AVERAGING(
        "plan.windfall+averaging", "Unusual gains pay for more of what has become cheap."),
    WINDFALL("plan.windfall", "Unusual gains are taken."),
    AVERAGING("plan.averaging", "More is bought of what has become cheap."),
    REBALANCE("plan.rebalance", "Sales pay for purchases that fit better."),
    DEPLOY_CASH("plan.deploy_cash", "Cash is put to work."),
    REDUCE_RISK("plan.reduce_risk", "Positions are reduced.");

    private final String id;
    private final String sentence;

    Kind(String id, String sentence) {
      this.id = id;
      this.sentence = sentence;
    }

    String id() {
      return id;
    }

    static Kind of(boolean sells, boolean buys, boolean windfall, boolean averaging) {
      if (!sells && !buys) {
        return NONE;
      }
      if (windfall && averaging) {
        return WINDFALL_AND_AVERAGING;
      }
      if (windfall) {
        return WINDFALL;
      }
      if (averaging) {
        return AVERAGING;
      }
      if (sells && buys) {
        return REBALANCE;
      }
      return buys ? DEPLOY_CASH : REDUCE_RISK;
    }
  }

  /** What becomes of the score. */
  enum Outcome {
    IMPROVES("outcome.improves"),
    DIPS("outcome.dips"),
    FLAT("outcome.flat");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    static Outcome of(double before, double after) {
      if (Math.abs(after - before) < SAME) {
        return FLAT;
      }
      return after > before ? IMPROVES : DIPS;
    }
  }

  private Narrative() {}

  static List<String> summary(List<Candidate> trades, double before, double after) {
    boolean sells = trades.stream().anyMatch(trade -> trade.side() == Side.SELL);
    boolean buys = trades.stream().anyMatch(trade -> trade.side() == Side.BUY);
    Kind kind = Kind.of(sells, buys, tagged(trades, "windfall"), tagged(trades, "averaging_down"));
    if (kind == Kind.NONE) {
      return List.of(kind.sentence);
    }
    return List.of(
        kind.sentence,
        "%d trades: %s.".formatted(trades.size(), volume(trades)),
        switch (Outcome.of(before, after)) {
          case IMPROVES ->
              String.format(Locale.ROOT, "The score rises from %.2f to %.2f.", before, after);
          case DIPS ->
              String.format(
                  Locale.ROOT, "A wish costs score: it falls from %.2f to %.2f.", before, after);
          case FLAT -> String.format(Locale.ROOT, "The score stays at %.2f.", after);
        });
  }

  private static String volume(List<Candidate> trades) {
    return List.of(Side.SELL, Side.BUY).stream()
        .filter(side -> trades.stream().anyMatch(on(side)))
        .map(
            side ->
                String.format(
                    Locale.ROOT,
                    "%s for %.2f EUR (%s)",
                    side == Side.SELL ? "sold" : "bought",
                    trades.stream().filter(on(side)).mapToDouble(Candidate::value).sum(),
                    trades.stream()
                        .filter(on(side))
                        .map(trade -> trade.asset().security().symbol().value())
                        .collect(Collectors.joining(", "))))
        .collect(Collectors.joining("; "));
  }

  private static Predicate<Candidate> on(Side side) {
    return trade -> trade.side() == side;
  }

  private static boolean tagged(List<Candidate> trades, String tag) {
    return trades.stream().anyMatch(trade -> trade.tags().contains(tag));
  }
}
