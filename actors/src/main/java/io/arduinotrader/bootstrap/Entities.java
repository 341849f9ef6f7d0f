package io.arduinotrader.bootstrap;

import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.gateway.cycle.CycleEntity;
import io.arduinotrader.lifeline.EntryGuard;
import io.arduinotrader.lifeline.Lines;
import io.arduinotrader.planning.PlanEntity;
import io.arduinotrader.portfolio.PortfolioEntity;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.planning.PlanCommand;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.trading.OrderEntity;
import io.arduinotrader.trading.TradingEntity;
import io.arduinotrader.trading.TradingSetup;
import io.arduinotrader.universe.SecurityEntity;
import io.arduinotrader.universe.UniverseEntity;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.Entity;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;

/** Where each kind of entity lives: on nodes with its role; elsewhere only the way there. */
final class Entities {

  private final ClusterSharding sharding;
  private final Lines lines;

  private Entities(House house) {
    this.sharding = ClusterSharding.get(house.system());
    this.lines = house.lines();
  }

  /**
   * Starts every kind.
   *
   * @param trading what orders work with, on the node that trades
   */
  static void start(House house, Optional<TradingSetup> trading) {
    Entities entities = new Entities(house);
    entities.start(
        ServiceRole.PORTFOLIO,
        PortfolioCommand.KEY,
        id ->
            PortfolioEntity.create(
                new AccountId(id), house.marketTime(), house.settings().accountZone()));
    entities.start(
        ServiceRole.TRADING,
        TradingCommand.KEY,
        id -> TradingEntity.create(new AccountId(id), trading.orElseThrow()));
    entities.start(
        ServiceRole.TRADING,
        OrderCommand.KEY,
        id -> OrderEntity.create(new IntentId(id), trading.orElseThrow()));
    entities.start(
        ServiceRole.UNIVERSE,
        UniverseCommand.KEY,
        id -> UniverseEntity.create(id, house.marketTime()));
    entities.start(
        ServiceRole.UNIVERSE,
        SecurityCommand.KEY,
        id -> SecurityEntity.create(new Isin(id), house.marketTime()));
    entities.start(
        ServiceRole.PLANNING,
        PlanCommand.KEY,
        id -> PlanEntity.create(new PortfolioHash(id), house.marketTime()));
    entities.start(
        ServiceRole.GATEWAY,
        CycleCommand.KEY,
        id ->
            CycleEntity.create(
                new AccountId(id),
                house.rooms(),
                house.marketTime(),
                house.settings().cycle().maximumTrades(),
                house.settings().cycle().stageTimeout()));
  }

  private <C> void start(
      ServiceRole role, EntityTypeKey<C> kind, Function<String, Behavior<C>> behavior) {
    sharding.init(
        Entity.of(kind, context -> EntryGuard.before(behavior.apply(context.getEntityId()), lines))
            .withRole(role.role()));
  }
}
