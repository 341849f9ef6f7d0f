package io.arduinotrader.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line's root. Exit status: 0 done, 1 refused or failed, 2 called wrongly. */
@Command(
    name = "trader",
    mixinStandardHelpOptions = true,
    version = "1.0.0",
    description = "Looks after an account: shows it, feeds it, and has it traded.",
    subcommands = {
      StatusCommand.class,
      CycleCommand.class,
      DepositCommand.class,
      PortfolioCommand.class,
      OptimizeCommand.class,
      PlanCommand.class,
      ScoreCommand.class,
      TradesCommand.class,
      HaltCommand.class,
      ResumeCommand.class,
      DriftCommand.class,
      ArmCommand.class,
      DisarmCommand.class,
      ImportPricesCommand.class,
      VerifyCommand.class,
      ReplayCommand.class,
      PingCommand.class
    })
public final class Trader implements Runnable {

  @Spec private CommandSpec spec;

  @CommandLine.Option(
      names = "--host",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:TRADER_HOST:-127.0.0.1}",
      description = "where the node is (default: ${DEFAULT-VALUE})")
  private String host;

  @CommandLine.Option(
      names = "--port",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:TRADER_PORT_GATEWAY:-50057}",
      description = "the gateway's port (default: ${DEFAULT-VALUE})")
  private int port;

  @CommandLine.Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "print the node's answer as JSON")
  private boolean json;

  /** Runs one command and ends the process with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** All commands, ready to run one. */
  static CommandLine commandLine() {
    return new CommandLine(new Trader())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("trader: " + Failure.sentence(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  Connection connect() {
    return new Connection(host, port);
  }

  boolean json() {
    return json;
  }
}
