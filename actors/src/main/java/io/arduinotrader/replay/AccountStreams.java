package io.arduinotrader.replay;

import io.arduinotrader.persistence.readmodel.EventTable;
import io.arduinotrader.protocol.cycle.CycleCommand;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.trading.OrderCommand;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.universe.SecurityCommand;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import java.util.List;
import org.apache.pekko.persistence.typed.PersistenceId;

/** Under which ids the events of an account are stored. */
record AccountStreams(String portfolio, String trading, String cycle) {

  private static final String SEPARATOR = "|";

  static AccountStreams of(AccountId account) {
    return new AccountStreams(
        PersistenceId.of(PortfolioCommand.KEY.name(), account.value()).id(),
        PersistenceId.of(TradingCommand.KEY.name(), account.value()).id(),
        PersistenceId.of(CycleCommand.KEY.name(), account.value()).id());
  }

  /** The stream of the order of an intent. */
  static String order(String intent) {
    return OrderCommand.KEY.name() + SEPARATOR + intent;
  }

  static String security(Isin isin) {
    return PersistenceId.of(SecurityCommand.KEY.name(), isin.value()).id();
  }

  /** All of them and the orders of every account: an order's first event says whose it is. */
  EventTable.Selection selection() {
    return new EventTable.Selection(List.of(portfolio, trading, cycle), OrderCommand.KEY.name());
  }
}
