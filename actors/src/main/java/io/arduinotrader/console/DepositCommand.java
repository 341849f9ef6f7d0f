package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Books a deposit. */
@Command(name = "deposit", description = "Book cash that came into the account.")
final class DepositCommand extends ConsoleCommand {

  @Parameters(index = "0", paramLabel = "AMOUNT", description = "for example 10000 or 250.50")
  private String amount;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CURRENCY",
      defaultValue = "EUR",
      description = "ISO 4217 code (default: ${DEFAULT-VALUE})")
  private String currency;

  @Option(names = "--invest", description = "start a trading cycle with it")
  private boolean invest;

  @Option(
      names = "--key",
      description = "a name for this deposit: the same key again books nothing twice")
  private @Nullable String key;

  @Override
  void run(Connection node, Words words) {
    ProcessDepositRequest request =
        ProcessDepositRequest.newBuilder()
            .setAmount(Money.newBuilder().setAmount(amount).setCurrency(currency))
            .setAutoInvest(invest)
            .build();
    ProcessDepositResponse answer =
        node.answer(
            Optional.ofNullable(key)
                .map(
                    name ->
                        node.gateway()
                            .processDeposit()
                            .addHeader("idempotency-key", name)
                            .invoke(request))
                .orElseGet(() -> node.gateway().processDeposit(request)));
    if (!words.printedAsJson(answer) && answer.getSuccess()) {
      words.line(
          "%s Booked as %s; the account has %s in cash.",
          answer.getMessage(), answer.getTransactionId(), Shown.money(answer.getNewCashBalance()));
    }
    if (!answer.getSuccess()) {
      throw new CommandFailedException("the deposit was refused: " + answer.getMessage());
    }
  }
}
