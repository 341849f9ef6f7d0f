package io.arduinotrader.gateway.cycle;

import io.arduinotrader.gateway.cycle.domain.CycleState;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleEvent;
import io.arduinotrader.protocol.cycle.CycleSnapshot.AnnouncedDeposit;
import io.arduinotrader.protocol.cycle.DepositReply;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.vocab.CycleId;
import io.arduinotrader.protocol.vocab.DepositId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.jspecify.annotations.Nullable;

/**
 * What follows from messages about deposits. A deposit is stored before it is booked anywhere, and
 * is tried again until it is in the broker's and our own books.
 */
final class DepositReactions {

  private final CycleRun run;
  private final InstantSource clock;
  private final Consumer<CycleState> proceed;
  private final Map<DepositId, List<ActorRef<DepositReply>>> waiting = new HashMap<>();

  /**
   * The reactions of one entity.
   *
   * @param proceed starts the work of a cycle that a deposit has begun
   */
  DepositReactions(CycleRun run, InstantSource clock, Consumer<CycleState> proceed) {
    this.run = run;
    this.clock = clock;
    this.proceed = proceed;
  }

  Reaction announce(CycleState state, CycleCommand.Deposit deposit) {
    Optional<AnnouncedDeposit> known = state.deposit(deposit.id());
    if (deposit.amount().signum() <= 0) {
      return refuse(deposit, RefusalCode.AMOUNT_NOT_POSITIVE, "a deposit must be above zero");
    }
    if (known.isPresent() && !known.get().amount().equals(deposit.amount())) {
      return refuse(
          deposit,
          RefusalCode.CONFLICT,
          "deposit " + deposit.id() + " was announced with " + known.get().amount());
    }
    waiting.computeIfAbsent(deposit.id(), id -> new ArrayList<>()).add(deposit.replyTo());
    if (known.isPresent()) {
      return Reaction.only(() -> run.book(known.get()));
    }
    return new Reaction(
        List.of(
            new CycleEvent.DepositAnnounced(
                deposit.id(), deposit.amount(), deposit.autoInvest(), clock.instant())),
        after -> run.book(after.deposit(deposit.id()).orElseThrow()));
  }

  Reaction booked(CycleState state, CycleMessage.DepositBooked booked) {
    AnnouncedDeposit deposit = state.deposit(booked.id()).orElseThrow();
    if (deposit.settled()) {
      return Reaction.only(
          () -> answer(booked, Optional.empty(), "The deposit was booked before."));
    }
    List<CycleEvent> events = new ArrayList<>();
    events.add(new CycleEvent.DepositSettled(booked.id(), clock.instant()));
    if (!deposit.autoInvest()) {
      return new Reaction(
          events, after -> answer(booked, Optional.empty(), "The deposit is booked."));
    }
    if (state.running().isPresent()) {
      return new Reaction(
          events,
          after ->
              answer(
                  booked,
                  Optional.empty(),
                  "The deposit is booked; cycle %s is running, the next one invests it."
                      .formatted(state.running().get())));
    }
    CycleId cycle = new CycleId("deposit:" + booked.id().value());
    events.add(new CycleEvent.CycleStarted(cycle, false, false, clock.instant()));
    return new Reaction(
        events,
        after -> {
          answer(
              booked,
              Optional.of(cycle),
              "The deposit is booked; cycle %s invests it.".formatted(cycle));
          proceed.accept(after);
        });
  }

  Reaction delayed(CycleState state, CycleMessage.DepositDelayed delayed) {
    return Reaction.only(
        () -> {
          answer(delayed.id(), new DepositReply.Pending(delayed.id(), delayed.reason()));
          run.bookLater(delayed.id());
        });
  }

  Reaction retry(CycleState state, CycleMessage.RetryDeposit retry) {
    return Reaction.only(
        () -> state.deposit(retry.id()).filter(deposit -> !deposit.settled()).ifPresent(run::book));
  }

  private static Reaction refuse(CycleCommand.Deposit deposit, RefusalCode code, String message) {
    return Reaction.only(
        () ->
            deposit.replyTo().tell(new DepositReply.Refused(new Refusal(code, message, "amount"))));
  }

  private void answer(CycleMessage.DepositBooked booked, Optional<CycleId> cycle, String note) {
    answer(booked.id(), new DepositReply.Booked(booked.id(), booked.portfolio(), cycle, note));
  }

  private void answer(DepositId id, DepositReply reply) {
    @Nullable List<ActorRef<DepositReply>> callers = waiting.remove(id);
    if (callers != null) {
      callers.forEach(caller -> caller.tell(reply));
    }
  }
}
