package io.arduinotrader.gateway.portfolio;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.ExchangeRates;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.protocol.grpc.common.Position;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Holding;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.support.Rooms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * Positions as an operator states them. A security the universe does not know is taken at its word
 * when both ISIN and symbol are given.
 */
final class StatedPositions {

  private static final int MOST = 1000;

  private final List<Stated> stated;

  private StatedPositions(List<Stated> stated) {
    this.stated = stated;
  }

  private record Stated(String field, SecurityName name, Quantity quantity, Price averagePrice) {}

  private record Identified(Stated stated, Isin isin, Symbol symbol) {}

  /**
   * Reads the positions of a request; one with quantity zero says that nothing is held.
   *
   * @throws io.arduinotrader.gateway.edge.InvalidRequestException when any cannot be understood
   */
  static StatedPositions read(List<Position> positions) {
    FieldViolations violations = new FieldViolations();
    violations.require(positions.size() <= MOST, "positions", "has more than " + MOST + " entries");
    List<Stated> stated = new ArrayList<>();
    for (int index = 0; index < Math.min(positions.size(), MOST); index++) {
      read(positions.get(index), "positions[" + index + "]", violations).ifPresent(stated::add);
    }
    violations.refuseIfAny();
    return new StatedPositions(
        stated.stream().filter(position -> !position.quantity().isZero()).toList());
  }

  private static Optional<Stated> read(
      Position position, String field, FieldViolations violations) {
    Optional<SecurityName> name =
        IdentifierWire.security(position.getIsin(), position.getSymbol(), field + ".", violations);
    Optional<Quantity> quantity =
        NumberWire.quantity(position.getQuantity(), field + ".quantity", violations);
    Optional<Price> price =
        MoneyWire.price(position.getAveragePrice(), field + ".average_price", violations);
    return name.isPresent() && quantity.isPresent() && price.isPresent()
        ? Optional.of(new Stated(field, name.get(), quantity.get(), price.get()))
        : Optional.empty();
  }

  /** The holdings meant, with the exchange rates of now. */
  CompletionStage<List<Holding>> holdings(Edge edge, CallContext call) {
    Rooms rooms = edge.rooms();
    Instant now = edge.clock().instant();
    return Securities.ask(rooms, call)
        .thenApply(this::identified)
        .thenCompose(
            identified ->
                ExchangeRates.ask(rooms, call)
                    .thenApply(
                        rates ->
                            identified.stream()
                                .map(position -> holding(position, rates, now))
                                .toList()));
  }

  private List<Identified> identified(Securities securities) {
    FieldViolations violations = new FieldViolations();
    List<Identified> identified = new ArrayList<>();
    Set<Isin> seen = new HashSet<>();
    for (Stated position : stated) {
      identify(position, securities, violations).ifPresent(identified::add);
    }
    for (Identified position : identified) {
      violations.require(
          seen.add(position.isin()), position.stated().field() + ".isin", "is listed twice");
    }
    violations.refuseIfAny();
    return identified;
  }

  private static Optional<Identified> identify(
      Stated position, Securities securities, FieldViolations violations) {
    SecurityName name = position.name();
    Optional<SecurityRecord> record =
        securities.find(name, position.field() + ".symbol", violations);
    if (record.isPresent()) {
      violations.require(
          record.get().currency().equals(position.averagePrice().currency()),
          position.field() + ".average_price.currency",
          "must be " + record.get().currency() + ", in which the security trades");
      return Optional.of(new Identified(position, record.get().isin(), record.get().symbol()));
    }
    return name.isin().isPresent() && name.symbol().isPresent()
        ? Optional.of(new Identified(position, name.isin().get(), name.symbol().get()))
        : violations.missing(
            position.field() + ".isin",
            name + " is not in the universe, so both ISIN and symbol are needed");
  }

  private static Holding holding(Identified position, ExchangeRates rates, Instant now) {
    Price average = position.stated().averagePrice();
    return new Holding(
        position.isin(),
        position.symbol(),
        position.stated().quantity(),
        average,
        rates.of(average.currency(), now));
  }
}
