package io.arduinotrader.replay;

import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioProof;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.support.Rooms;
import io.arduinotrader.support.Stages;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the living entities of an account say of themselves; asking them changes nothing. */
final class LiveAccount {

  private final Rooms rooms;
  private final AccountId account;
  private final Duration patience;

  LiveAccount(Rooms rooms, AccountId account, Duration patience) {
    this.rooms = rooms;
    this.account = account;
    this.patience = patience;
  }

  CompletionStage<PortfolioProof> portfolio() {
    return rooms.ask(PortfolioCommand.KEY, account.value(), patience, PortfolioCommand.Prove::new);
  }

  CompletionStage<TradingView> trading() {
    return rooms.ask(TradingCommand.KEY, account.value(), patience, TradingCommand.GetTrading::new);
  }

  /** How open orders stand, which are awake anyway. */
  CompletionStage<List<OrderReply>> orders(List<IntentId> open) {
    return Stages.all(
        open.stream()
            .map(
                intent ->
                    rooms.<OrderCommand, OrderReply>ask(
                        OrderCommand.KEY, intent.value(), patience, OrderCommand.GetOrder::new))
            .toList());
  }
}
