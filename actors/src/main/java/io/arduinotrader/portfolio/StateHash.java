package io.arduinotrader.portfolio;

import io.arduinotrader.persistence.codec.JournalCodecs;
import io.arduinotrader.portfolio.domain.PortfolioState;
import io.arduinotrader.portfolio.domain.Snapshots;
import io.arduinotrader.protocol.vocab.Digest;

/**
 * Names the whole state of an account's books, so that the living books and their replay can be
 * compared without showing everything that was ever booked.
 */
public final class StateHash {

  private StateHash() {}

  /** SHA-256 over the snapshot of the state: equal states have equal snapshots. */
  public static Digest of(PortfolioState state) {
    return Digest.of(JournalCodecs.PORTFOLIO_SNAPSHOTS.encode(Snapshots.of(state)));
  }
}
