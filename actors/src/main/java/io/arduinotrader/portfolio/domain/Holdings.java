package io.arduinotrader.portfolio.domain;

import io.arduinotrader.protocol.portfolio.PortfolioEvent.PositionCorrected;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.portfolio.PortfolioView.Position;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All positions ever held; a closed one keeps its realised gain and fees. */
record Holdings(SortedMap<Isin, Position> positions) {

  static final Holdings NONE = new Holdings(Collections.emptySortedMap());

  static Holdings of(Collection<Position> positions) {
    SortedMap<Isin, Position> map = new TreeMap<>();
    positions.forEach(position -> map.put(position.isin(), position));
    return new Holdings(Collections.unmodifiableSortedMap(map));
  }

  Optional<Position> position(Isin isin) {
    return Optional.ofNullable(positions.get(isin));
  }

  /** The shares held of a security. */
  Quantity quantity(Isin isin) {
    return position(isin).map(Position::quantity).orElse(Quantity.ZERO);
  }

  /** The positions after an execution. */
  Holdings after(Fill fill) {
    SortedMap<Isin, Position> next = new TreeMap<>(positions);
    next.put(
        fill.isin(),
        switch (fill.side()) {
          case BUY -> CostBasis.bought(position(fill.isin()), fill);
          case SELL ->
              CostBasis.sold(
                  position(fill.isin())
                      .orElseThrow(() -> new IllegalStateException("nothing held of " + fill)),
                  fill);
        });
    return new Holdings(Collections.unmodifiableSortedMap(next));
  }

  /**
   * The positions as an operator states them; what is not stated, or stated with no shares, is
   * closed.
   */
  Holdings corrected(List<Holding> stated, Instant at) {
    SortedMap<Isin, Position> next = new TreeMap<>();
    positions.forEach((isin, position) -> next.put(isin, CostBasis.closed(position)));
    for (Holding holding : stated) {
      if (!holding.quantity().isZero()) {
        next.put(holding.isin(), CostBasis.stated(position(holding.isin()), holding, at));
      }
    }
    return new Holdings(Collections.unmodifiableSortedMap(next));
  }

  /** The positions after one of them became what the broker says. */
  Holdings corrected(PositionCorrected event) {
    SortedMap<Isin, Position> next = new TreeMap<>(positions);
    next.put(event.isin(), CostBasis.corrected(position(event.isin()), event));
    return new Holdings(Collections.unmodifiableSortedMap(next));
  }
}
