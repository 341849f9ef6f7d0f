package io.arduinotrader.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a node and prints its answer. */
@Command(mixinStandardHelpOptions = true)
abstract class ConsoleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** Asks and prints; throws {@link CommandFailedException} when the answer is no. */
  abstract void run(Connection node, Words words);

  @Override
  public final Integer call() {
    Trader trader = (Trader) spec.root().userObject();
    Words words =
        new Words(spec.commandLine().getOut(), spec.commandLine().getErr(), trader.json());
    try (Connection node = trader.connect()) {
      run(node, words);
    }
    return ExitCode.OK;
  }
}
