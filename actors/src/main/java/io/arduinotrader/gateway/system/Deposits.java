package io.arduinotrader.gateway.system;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.portfolio.Valuation;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.cycle.CycleCommand.Deposit;
import io.arduinotrader.protocol.cycle.DepositReply;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositRequest;
import io.arduinotrader.protocol.grpc.gateway.ProcessDepositResponse;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Books deposits in any currency; a repeat under the same key books nothing twice. */
final class Deposits {

  /** How long the books may take to show themselves. */
  private static final Duration BOOKS_PATIENCE = Duration.ofSeconds(2);

  private final Rooms rooms;

  Deposits(Rooms rooms) {
    this.rooms = rooms;
  }

  CompletionStage<ProcessDepositResponse> book(ProcessDepositRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    Optional<Money> amount =
        in.hasAmount()
            ? MoneyWire.amountAboveZero(in.getAmount(), "amount", violations)
            : violations.missing("amount", "is required");
    violations.refuseIfAny();
    DepositId id = new DepositId(call.commandId(AccountId.DEFAULT.value()));
    return booksCanBeWritten(call)
        .thenCompose(
            writable ->
                rooms.<CycleCommand, DepositReply>ask(
                    CycleCommand.KEY,
                    AccountId.DEFAULT.value(),
                    call.budget(),
                    replyTo -> new Deposit(id, amount.orElseThrow(), in.getAutoInvest(), replyTo)))
        .thenCompose(
            reply ->
                switch (reply) {
                  case DepositReply.Booked booked -> booked(booked, call);
                  case DepositReply.Pending pending -> pending(pending, call);
                  case DepositReply.Refused refused -> {
                    Refusals.throwIfNoAnswer(refused.refusal());
                    yield refused(Refusals.text(refused.refusal()), call);
                  }
                });
  }

  /**
   * Nothing is promised for books that do nothing any more because their journal is broken. Books
   * that are only away will be back, and the deposit waits for them.
   */
  private CompletionStage<Boolean> booksCanBeWritten(CallContext call) {
    return rooms
        .<PortfolioCommand, PortfolioView>ask(
            PortfolioCommand.KEY,
            AccountId.DEFAULT.value(),
            call.budget(BOOKS_PATIENCE),
            PortfolioCommand.GetPortfolio::new)
        .thenApply(books -> true)
        .exceptionallyCompose(
            failure ->
                Stages.isBroken(failure)
                    ? CompletableFuture.failedStage(failure)
                    : Stages.done(false));
  }

  /** The deposit is booked, so the answer must not fail: without rates it states the euros. */
  private CompletionStage<ProcessDepositResponse> booked(
      DepositReply.Booked booked, CallContext call) {
    ProcessDepositResponse.Builder response =
        ProcessDepositResponse.newBuilder().setSuccess(true).setTransactionId(booked.id().value());
    String started = booked.cycle().map(cycle -> "; cycle " + cycle).orElse("");
    return Valuation.ask(rooms, AccountId.DEFAULT, call)
        .thenApply(
            valued ->
                response
                    .setNewCashBalance(MoneyWire.of(valued.value().cash()))
                    .setMessage(booked.note() + started)
                    .build())
        .exceptionally(
            failure ->
                response
                    .setNewCashBalance(MoneyWire.of(booked.portfolio().balance(Currency.EUR)))
                    .setMessage(
                        booked.note() + started + "; the balance is that of the EUR cash alone")
                    .build());
  }

  /** The deposit is on record and will be booked, so nobody should send it again. */
  private CompletionStage<ProcessDepositResponse> pending(
      DepositReply.Pending pending, CallContext call) {
    return Valuation.ask(rooms, AccountId.DEFAULT, call)
        .thenApply(
            valued ->
                ProcessDepositResponse.newBuilder()
                    .setSuccess(true)
                    .setTransactionId(pending.id().value())
                    .setNewCashBalance(MoneyWire.of(valued.value().cash()))
                    .setMessage(
                        "The deposit is recorded and will be booked as soon as possible: "
                            + pending.reason())
                    .build())
        .exceptionally(
            failure ->
                ProcessDepositResponse.newBuilder()
                    .setSuccess(true)
                    .setTransactionId(pending.id().value())
                    .setMessage(
                        "The deposit is recorded and will be booked as soon as possible; the"
                            + " balance is not known now")
                    .build());
  }

  private CompletionStage<ProcessDepositResponse> refused(String reason, CallContext call) {
    return Valuation.ask(rooms, AccountId.DEFAULT, call)
        .thenApply(
            valued ->
                ProcessDepositResponse.newBuilder()
                    .setSuccess(false)
                    .setNewCashBalance(MoneyWire.of(valued.value().cash()))
                    .setMessage(reason)
                    .build());
  }
}
