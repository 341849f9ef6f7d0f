package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.ExplainScoreRequest;
import io.arduinotrader.protocol.grpc.operations.ExplainScoreResponse;
import io.arduinotrader.protocol.grpc.operations.ExplainedGroup;
import io.arduinotrader.protocol.grpc.operations.ExplainedPart;
import io.arduinotrader.protocol.grpc.operations.ExplainedPurchase;
import io.arduinotrader.protocol.grpc.operations.ExplainedSale;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows why a security has its score. */
@Command(
    name = "score",
    description = "Show the score of a security with its reasons, and what buying or selling does.")
final class ScoreCommand extends ConsoleCommand {

  @Parameters(index = "0", paramLabel = "SYMBOL", description = "a broker symbol or an ISIN")
  private String security;

  @Option(
      names = "--purchase",
      paramLabel = "VALUE",
      defaultValue = "1000",
      description = "value of the purchase to think through, base currency (default: 1000)")
  private double purchase;

  @Override
  void run(Connection node, Words words) {
    ExplainScoreResponse answer = asked(node);
    if (!answer.getFound()) {
      throw new CommandFailedException(security + " is not in the universe");
    }
    if (words.printedAsJson(answer)) {
      return;
    }
    if (answer.getReason().isEmpty()) {
      print(answer, words);
    } else {
      words.line("%s has no score: %s.", answer.getSymbol(), answer.getReason());
    }
    if (answer.hasPurchase()) {
      print(answer.getPurchase(), words);
    }
    if (answer.hasSale()) {
      print(answer.getSale(), words);
    }
  }

  /** What has the form of an ISIN is one when the universe knows it. */
  private ExplainScoreResponse asked(Connection node) {
    ExplainScoreRequest.Builder request =
        ExplainScoreRequest.newBuilder().setPurchaseValue(purchase);
    return security.matches("[A-Z]{2}[A-Z0-9]{9}[0-9]")
        ? node.answer(node.operations().explainScore(request.setIsin(security).build()))
        : node.answer(node.operations().explainScore(request.setSymbol(security).build()));
  }

  private static void print(ExplainScoreResponse answer, Words words) {
    words.line(
        "%s: %.3f, grade %s, rank %.0f of 100, %s of the weights known, prices of %s.",
        answer.getSymbol(),
        answer.getTotalScore(),
        answer.getGrade(),
        answer.getPercentile(),
        Shown.fraction(answer.getCoverage()),
        Shown.day(answer.hasAsOf(), answer.getAsOf()));
    Table table =
        new Table()
            .text("GROUP")
            .text("PART")
            .figure("RAW")
            .figure("SCORE")
            .figure("WEIGHT")
            .figure("ADDS")
            .figure("AGE");
    for (ExplainedGroup group : answer.getGroupsList()) {
      table.row(
          group.getName(),
          "",
          "",
          known(group.getKnown(), group.getScore()),
          known(group.getKnown(), group.getWeight()),
          known(group.getKnown(), group.getContribution()),
          "");
      for (ExplainedPart part : group.getPartsList()) {
        table.row(
            "",
            part.getName(),
            known(part.getKnown(), part.getRaw()),
            known(part.getKnown(), part.getScore()),
            known(part.getKnown(), part.getWeight()),
            known(part.getKnown(), part.getContribution()),
            part.getKnown() ? part.getDataAgeDays() + " d" : "-");
      }
    }
    words.table(table);
  }

  private static void print(ExplainedPurchase purchase, Words words) {
    words.line(
        "Buying for %.0f: portfolio score %.1f -> %.1f of 100, worth holding %.3f -> %.3f%s",
        purchase.getValue(),
        purchase.getPortfolioScoreBefore(),
        purchase.getPortfolioScoreAfter(),
        purchase.getEndStateBefore(),
        purchase.getEndStateAfter(),
        purchase.getPriceTooHigh() ? "; the price is too near its 52-week high." : ".");
  }

  private static void print(ExplainedSale sale, Words words) {
    words.line(
        "Selling: reason %.3f%s, gain %s of the cost, %s by the trend.",
        sale.getScore(),
        sale.getBlockedBy().isEmpty()
            ? String.format(
                Locale.ROOT,
                ", %s shares worth %.2f",
                Shown.quantity(sale.getQuantity()),
                sale.getValue())
            : ", blocked by " + sale.getBlockedBy(),
        Shown.fraction(sale.getProfit()),
        Shown.fraction(sale.getExpectedProfit()));
    if (sale.getProfitShare() > 0) {
      words.line(
          "Profit to take (%s): %s of the position.",
          sale.getWindfall(), Shown.fraction(sale.getProfitShare()));
    }
  }

  private static String known(boolean known, double figure) {
    return known ? String.format(Locale.ROOT, "%.3f", figure) : "-";
  }
}
