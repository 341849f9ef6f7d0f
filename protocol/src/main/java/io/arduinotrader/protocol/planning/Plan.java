package io.arduinotrader.protocol.planning;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.PlanId;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.time.Instant;
import java.util.List;

/**
 * The trades that are best to make from a portfolio state, in order, and why.
 *
 * @param score how good the portfolio would be afterwards, 0 to 100
 * @param scoreBefore the same for doing nothing
 * @param cashNeeded what the buys cost beyond what the sells bring, base currency, zero or more
 * @param value the sum of the steps' values in base currency
 * @param inputsHash names exactly the state and settings the plan was computed from
 * @param findings how it was found
 */
public record Plan(
    PlanId id,
    AccountId account,
    List<Step> steps,
    List<Rejected> rejected,
    double score,
    double scoreBefore,
    Money cashNeeded,
    Money value,
    Status status,
    Digest inputsHash,
    Instant createdAt,
    PlanFindings findings) {

  /** A plan of which nothing is known but its steps. */
  public Plan(
      PlanId id,
      AccountId account,
      List<Step> steps,
      List<Rejected> rejected,
      double score,
      double scoreBefore,
      Money cashNeeded,
      Money value,
      Status status,
      Digest inputsHash,
      Instant createdAt) {
    this(
        id,
        account,
        steps,
        rejected,
        score,
        scoreBefore,
        cashNeeded,
        value,
        status,
        inputsHash,
        createdAt,
        PlanFindings.NONE);
  }

  /** Where a plan stands. */
  public enum Status {
    /** Not feasible as it is. */
    DRAFT,
    READY,
    EXECUTING,
    COMPLETED,
    CANCELLED
  }

  /**
   * One trade of the plan.
   *
   * @param value quantity times price in base currency
   * @param cost commission and spread in base currency
   * @param reasons why this step, sentences with their figures
   * @param figures the numbers behind the reasons
   */
  public record Step(
      int number,
      Side side,
      Isin isin,
      Symbol symbol,
      Quantity quantity,
      Price price,
      Money value,
      Money cost,
      List<String> reasons,
      List<Figure> figures) {}

  /** A named number of an explanation, for example the target weight. */
  public record Figure(String name, double value) {}

  /** A trade that was considered and left out. */
  public record Rejected(Side side, Isin isin, Symbol symbol, RefusalCode code, String reason) {}

  /** The same plan in another status. */
  public Plan withStatus(Status next) {
    return new Plan(
        id,
        account,
        steps,
        rejected,
        score,
        scoreBefore,
        cashNeeded,
        value,
        next,
        inputsHash,
        createdAt,
        findings);
  }
}
