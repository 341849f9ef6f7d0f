package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.common.Timestamp;
import io.arduinotrader.protocol.grpc.replay.ExplainOrderRequest;
import io.arduinotrader.protocol.grpc.replay.ExplainOrderResponse;
import io.arduinotrader.protocol.grpc.replay.Moment;
import io.arduinotrader.protocol.grpc.replay.ReplayedOrder;
import io.arduinotrader.protocol.grpc.replay.ReplayedPosition;
import io.arduinotrader.protocol.grpc.replay.ReplayedState;
import io.arduinotrader.protocol.grpc.replay.StateAtRequest;
import io.arduinotrader.protocol.grpc.replay.StateAtResponse;
import io.arduinotrader.protocol.grpc.replay.StreamTradeEventsRequest;
import io.arduinotrader.protocol.grpc.replay.TradeEvent;
import io.arduinotrader.protocol.grpc.replay.VerifyAccountRequest;
import io.arduinotrader.protocol.grpc.replay.VerifyAccountResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks back. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Look back: nothing of it changes anything.",
      "A MOMENT is a day or instant of the market's clock (2026-01-31, 2026-01-31T15:00:00Z), a"
          + " position of the journal (120), or a booking of the account (#17)."
    },
    subcommands = {
      ReplayCommand.Events.class,
      ReplayCommand.State.class,
      ReplayCommand.Verify.class,
      WhatIfCommand.class,
      ReplanCommand.class,
      ReplayCommand.Explain.class
    })
final class ReplayCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Reads a moment; a day is its end when it ends something. */
  static Moment moment(String text, boolean isEnd) {
    if (text.isEmpty()) {
      return Moment.getDefaultInstance();
    }
    try {
      if (text.startsWith("#")) {
        return Moment.newBuilder().setSequenceNumber(counted(text.substring(1))).build();
      }
      if (text.chars().allMatch(Character::isDigit)) {
        return Moment.newBuilder().setPosition(counted(text)).build();
      }
      Instant instant =
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text)
                  .plusDays(isEnd ? 1 : 0)
                  .atStartOfDay(ZoneOffset.UTC)
                  .toInstant()
                  .minusNanos(isEnd ? 1 : 0);
      return Moment.newBuilder()
          .setAt(
              Timestamp.newBuilder()
                  .setSeconds(instant.getEpochSecond())
                  .setNanos(instant.getNano()))
          .build();
    } catch (NumberFormatException | DateTimeParseException unreadable) {
      throw new CommandFailedException("'" + text + "' is no moment");
    }
  }

  /** Events are counted from one; zero would mean that nothing is said. */
  private static long counted(String digits) {
    long number = Long.parseLong(digits);
    if (number < 1) {
      throw new NumberFormatException(digits);
    }
    return number;
  }

  /** Shows what happened. */
  @Command(name = "events", description = "Show what happened to the account, oldest first.")
  static final class Events extends ConsoleCommand {

    @Option(names = "--from", paramLabel = "MOMENT", defaultValue = "", description = "the first")
    private String from;

    @Option(names = "--to", paramLabel = "MOMENT", defaultValue = "", description = "the last")
    private String to;

    @Option(
        names = "--speed",
        defaultValue = "0",
        description = "times faster than it happened, 0 at once")
    private double speed;

    @Option(
        names = "--resume",
        paramLabel = "TOKEN",
        defaultValue = "",
        description = "go on behind the event with this token")
    private String token;

    @Override
    void run(Connection node, Words words) {
      StreamTradeEventsRequest request =
          StreamTradeEventsRequest.newBuilder()
              .setFrom(moment(from, false))
              .setTo(moment(to, true))
              .setSpeed(speed)
              .setResumeToken(token)
              .build();
      long[] count = {0};
      node.each(
          node.replay().streamTradeEvents(request),
          event -> {
            count[0]++;
            show(event, words);
          });
      if (!words.isJson()) {
        words.line("%d events.", count[0]);
      }
    }

    private static void show(TradeEvent event, Words words) {
      if (!words.printedAsJson(event)) {
        words.line(
            "%6s  %s  %-30s %-12s %s",
            event.getResumeToken(),
            Shown.time(true, event.getAt()),
            event.getKind(),
            event.getSymbol().isEmpty() ? event.getIsin() : event.getSymbol(),
            event.getText());
      }
    }
  }

  /** Shows the account at a moment. */
  @Command(name = "state", description = "Show positions, cash and open orders at a moment.")
  static final class State extends ConsoleCommand {

    @Parameters(
        index = "0",
        arity = "0..1",
        paramLabel = "MOMENT",
        defaultValue = "",
        description = "now when none is given")
    private String moment;

    @Override
    void run(Connection node, Words words) {
      StateAtResponse answer =
          node.answer(
              node.replay()
                  .stateAt(StateAtRequest.newBuilder().setMoment(moment(moment, true)).build()));
      if (words.printedAsJson(answer)) {
        return;
      }
      ReplayedState state = answer.getState();
      words.line(
          "After position %d, booking #%d, of %s:",
          state.getPosition(), state.getSequenceNumber(), Shown.time(state.hasAt(), state.getAt()));
      words.table(positions(state));
      words.line("Cash:  %s", amounts(state.getCashList()));
      words.line("Free:  %s", amounts(state.getFreeCashList()));
      if (state.getOpenOrdersCount() > 0) {
        words.table(orders(state));
      }
      words.line("State: %s", state.getStateHash());
    }

    private static Table positions(ReplayedState state) {
      Table table =
          new Table()
              .text("SYMBOL")
              .text("ISIN")
              .figure("SHARES")
              .figure("AVERAGE")
              .figure("COST")
              .figure("FEES");
      for (ReplayedPosition position : state.getPositionsList()) {
        table.row(
            position.getSymbol(),
            position.getIsin(),
            position.getQuantity(),
            Shown.price(position.getAveragePrice()),
            position.getCost() + " " + position.getCurrency(),
            position.getFees());
      }
      return table;
    }

    private static Table orders(ReplayedState state) {
      Table table =
          new Table()
              .text("ORDER")
              .text("SIDE")
              .text("SYMBOL")
              .figure("SHARES")
              .figure("FILLED")
              .text("PHASE");
      for (ReplayedOrder order : state.getOpenOrdersList()) {
        table.row(
            order.getTradeId(),
            Shown.side(order.getSide()),
            order.getSymbol(),
            order.getQuantity(),
            order.getFilled(),
            order.getPhase());
      }
      return table;
    }

    private static String amounts(
        java.util.List<io.arduinotrader.protocol.grpc.common.Money> money) {
      return money.stream().map(Shown::money).collect(Collectors.joining(", "));
    }
  }

  /** Checks the account's record. */
  @Command(
      name = "verify",
      description = "Check every hash chain of the account and compare it with its replay.")
  static final class Verify extends ConsoleCommand {

    @Override
    void run(Connection node, Words words) {
      VerifyAccountResponse answer =
          node.answer(node.replay().verifyAccount(VerifyAccountRequest.getDefaultInstance()));
      if (!words.printedAsJson(answer)) {
        answer
            .getDefectsList()
            .forEach(
                defect ->
                    words.line(
                        "%s breaks: event %d %s",
                        defect.getStream(), defect.getSequenceNumber(), defect.getReason()));
        answer.getDifferencesList().forEach(words::line);
      }
      if (!answer.getIntact()) {
        throw new CommandFailedException("the account is not what its journal says");
      }
      if (!words.isJson()) {
        words.line(
            "%d events in %d streams: every hash chain is intact.",
            answer.getEvents(), answer.getStreams());
        words.line(
            "After %d bookings the account and its replay have the state %s.",
            answer.getSequenceNumber(), answer.getLiveHash());
      }
    }
  }

  /** Explains an order. */
  @Command(name = "explain", description = "Tell why an order was made.")
  static final class Explain extends ConsoleCommand {

    @Parameters(
        index = "0",
        paramLabel = "ORDER",
        description = "trade id, the broker's id, or the id of an execution")
    private String order;

    @Override
    void run(Connection node, Words words) {
      ExplainOrderResponse answer =
          node.answer(
              node.replay()
                  .explainOrder(ExplainOrderRequest.newBuilder().setOrderId(order).build()));
      if (!words.printedAsJson(answer)) {
        answer.getTextList().forEach(words::line);
      }
      if (!answer.getFound()) {
        throw new CommandFailedException("there is no order '" + order + "'");
      }
    }
  }
}
