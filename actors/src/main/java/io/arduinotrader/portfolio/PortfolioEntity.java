package io.arduinotrader.portfolio;

import io.arduinotrader.persistence.codec.Chained;
import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.persistence.projection.ProjectionTags;
import io.arduinotrader.portfolio.domain.Decision;
import io.arduinotrader.portfolio.domain.PortfolioRules;
import io.arduinotrader.portfolio.domain.PortfolioState;
import io.arduinotrader.portfolio.domain.Snapshots;
import io.arduinotrader.protocol.portfolio.DayValues;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.Change;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetDayValues;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.GetPortfolio;
import io.arduinotrader.protocol.portfolio.PortfolioCommand.Prove;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioProof;
import io.arduinotrader.protocol.portfolio.PortfolioReply;
import io.arduinotrader.protocol.portfolio.PortfolioSnapshot;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.support.Journaled;
import io.arduinotrader.support.JournaledEntity;
import io.arduinotrader.support.SnapshotForm;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.ReplyEffect;

/**
 * The books of one account: the one place where cash and shares are set aside, spent and moved, so
 * that neither is spent twice. Orders, deposits and operators send changes; every change carries an
 * id that makes a repeat harmless. The books ask nobody anything.
 */
public final class PortfolioEntity
    extends JournaledEntity<PortfolioCommand, PortfolioEvent, PortfolioState> {

  private final AccountId account;
  private final InstantSource clock;
  private final ZoneId zone;

  private PortfolioEntity(AccountId account, InstantSource clock, ZoneId zone) {
    super(
        PersistenceId.of(PortfolioCommand.KEY.name(), account.value()),
        JournalCodecs.PORTFOLIO_EVENTS,
        Set.of(ProjectionTags.PORTFOLIO),
        new SnapshotForm<>(
            JournalCodecs.PORTFOLIO_SNAPSHOTS.manifest(),
            PortfolioSnapshot.class,
            Snapshots::of,
            snapshot -> Snapshots.state(account, snapshot)));
    this.account = account;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The books of an account.
   *
   * @param zone where the account's days begin and end
   */
  public static Behavior<PortfolioCommand> create(
      AccountId account, InstantSource clock, ZoneId zone) {
    return new PortfolioEntity(account, clock, zone);
  }

  @Override
  protected PortfolioState initial() {
    return PortfolioState.empty(account);
  }

  @Override
  protected PortfolioState apply(PortfolioState state, PortfolioEvent event) {
    return state.apply(event);
  }

  @Override
  protected ReplyEffect<Chained<PortfolioEvent>, Journaled<PortfolioState>> onCommand(
      Journaled<PortfolioState> journaled, PortfolioCommand command) {
    return switch (command) {
      case Change change -> change(journaled, change);
      case GetPortfolio get -> Effect().reply(get.replyTo(), view(journaled));
      case GetDayValues get -> Effect().reply(get.replyTo(), dayValues(journaled, get.days()));
      case Prove prove -> Effect().reply(prove.replyTo(), proof(journaled));
    };
  }

  private ReplyEffect<Chained<PortfolioEvent>, Journaled<PortfolioState>> change(
      Journaled<PortfolioState> journaled, Change command) {
    return switch (PortfolioRules.decide(journaled.state(), command.request(), clock.instant())) {
      case Decision.Events granted ->
          persist(journaled, granted.events())
              .thenReply(command.replyTo(), after -> new PortfolioReply.Accepted(view(after)));
      case Decision.Refused refused ->
          Effect()
              .reply(
                  command.replyTo(),
                  new PortfolioReply.Refused(refused.refusal(), view(journaled)));
    };
  }

  private DayValues dayValues(Journaled<PortfolioState> journaled, int days) {
    LocalDate since = LocalDate.ofInstant(clock.instant(), zone).minusDays(days);
    return journaled.state().dayValues(since, view(journaled));
  }

  private static PortfolioProof proof(Journaled<PortfolioState> journaled) {
    return new PortfolioProof(
        journaled.events(), journaled.head(), StateHash.of(journaled.state()));
  }

  private static PortfolioView view(Journaled<PortfolioState> journaled) {
    return journaled.state().view(journaled.head(), journaled.events());
  }
}
