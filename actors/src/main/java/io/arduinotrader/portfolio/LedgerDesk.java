package io.arduinotrader.portfolio;

import io.arduinotrader.persistence.readmodel.CashTable;
import io.arduinotrader.persistence.readmodel.Page;
import io.arduinotrader.persistence.readmodel.TradeTable;
import io.arduinotrader.protocol.portfolio.LedgerQuery;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntriesReply;
import io.arduinotrader.protocol.portfolio.LedgerQuery.TradesReply;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.support.Stages;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.receptionist.Receptionist;

/** Answers from the tables of past trades and cash movements. */
public final class LedgerDesk {

  private final TradeTable trades;
  private final CashTable cash;
  private final Executor threads;

  private LedgerDesk(TradeTable trades, CashTable cash, Executor threads) {
    this.trades = trades;
    this.cash = cash;
    this.threads = threads;
  }

  /**
   * A desk that reads this node's tables.
   *
   * @param threads where reading may block
   */
  public static Behavior<LedgerQuery> create(TradeTable trades, CashTable cash, Executor threads) {
    return Behaviors.setup(
        context -> {
          context
              .getSystem()
              .receptionist()
              .tell(Receptionist.register(LedgerQuery.KEY, context.getSelf()));
          LedgerDesk desk = new LedgerDesk(trades, cash, threads);
          return Behaviors.receiveMessage(
              query -> {
                desk.onQuery(query);
                return Behaviors.same();
              });
        });
  }

  private void onQuery(LedgerQuery query) {
    switch (query) {
      case LedgerQuery.GetTrades get ->
          Stages.on(threads, () -> trades(get))
              .exceptionally(failure -> new LedgerQuery.Unreadable(Stages.reason(failure)))
              .thenAccept(get.replyTo()::tell);
      case LedgerQuery.GetCashEntries get ->
          Stages.on(threads, () -> entries(get))
              .exceptionally(failure -> new LedgerQuery.Unreadable(Stages.reason(failure)))
              .thenAccept(get.replyTo()::tell);
    }
  }

  private TradesReply trades(LedgerQuery.GetTrades get) {
    Page<Fill> page =
        trades.page(
            new TradeTable.Filter(get.account(), get.since(), get.isin(), get.side()),
            get.limit(),
            get.offset());
    return new LedgerQuery.Trades(page.rows(), page.total());
  }

  private CashEntriesReply entries(LedgerQuery.GetCashEntries get) {
    Page<LedgerQuery.CashEntry> page =
        cash.page(get.account(), get.currency(), get.limit(), get.offset());
    return new LedgerQuery.CashEntries(page.rows(), page.total());
  }
}
