package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.message.ClusterMessage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** What the portfolio of an account can be told; the entity id is the account id. */
public sealed interface PortfolioCommand extends ClusterMessage {

  EntityTypeKey<PortfolioCommand> KEY = EntityTypeKey.create(PortfolioCommand.class, "portfolio");

  /** Change the portfolio; the reply comes after the change is stored. */
  record Change(PortfolioRequest request, ActorRef<PortfolioReply> replyTo)
      implements PortfolioCommand {}

  /** Show positions, cash and reservations. */
  record GetPortfolio(ActorRef<PortfolioView> replyTo) implements PortfolioCommand {}

  /** Show the values marked within the last calendar days, oldest first. */
  record GetDayValues(int days, ActorRef<DayValues> replyTo) implements PortfolioCommand {}

  /** Name the state exactly, to compare it with a replay of its events. */
  record Prove(ActorRef<PortfolioProof> replyTo) implements PortfolioCommand {}
}
