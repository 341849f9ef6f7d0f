package io.arduinotrader.gateway.cycle;

import io.arduinotrader.protocol.cycle.CycleSnapshot.AnnouncedDeposit;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.BrokerCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Rooms;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;

/** Brings an announced deposit into the broker's and our own books; a repeat changes nothing. */
final class Deposits {

  private final AccountId account;
  private final Rooms rooms;
  private final Duration budget;

  Deposits(AccountId account, Rooms rooms, Duration budget) {
    this.account = account;
    this.rooms = rooms;
    this.budget = budget;
  }

  /** The portfolio with the deposit in it; fails when that is not certain. */
  CompletionStage<PortfolioView> book(AnnouncedDeposit deposit) {
    return rooms
        .ask(
            BrokerCommand.KEY,
            budget,
            (ActorRef<BrokerCommand.DepositNote> replyTo) ->
                new BrokerCommand.NoteDeposit(deposit.id(), deposit.amount(), replyTo))
        .thenCompose(
            note ->
                switch (note) {
                  case BrokerCommand.DepositNoted noted -> bookOurs(deposit);
                  case BrokerCommand.DepositUnconfirmed unconfirmed ->
                      throw new IllegalStateException(unconfirmed.reason());
                });
  }

  private CompletionStage<PortfolioView> bookOurs(AnnouncedDeposit deposit) {
    return rooms
        .ask(
            PortfolioCommand.KEY,
            account.value(),
            budget,
            (ActorRef<PortfolioReply> replyTo) ->
                new PortfolioCommand.Change(
                    new PortfolioRequest.BookDeposit(
                        deposit.id(), deposit.amount(), "announced deposit"),
                    replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case PortfolioReply.Accepted accepted -> accepted.view();
                  case PortfolioReply.Refused refused ->
                      throw new IllegalStateException(refused.refusal().message());
                });
  }
}
