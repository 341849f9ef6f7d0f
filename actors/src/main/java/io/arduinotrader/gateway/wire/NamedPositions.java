package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.grpc.common.Position;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Positions a caller wants to be assumed instead of the stored ones. */
public final class NamedPositions {

  private static final int MOST = 1000;

  private final List<Named> positions;

  private NamedPositions(List<Named> positions) {
    this.positions = positions;
  }

  private record Named(String field, SecurityName name, Quantity quantity) {}

  /** Reads positions; a price that is given must be above zero. */
  public static NamedPositions read(
      List<Position> positions, String field, FieldViolations violations) {
    violations.require(positions.size() <= MOST, field, "has more than " + MOST + " entries");
    List<Named> named = new ArrayList<>();
    for (int index = 0; index < Math.min(positions.size(), MOST); index++) {
      Position position = positions.get(index);
      String path = field + "[" + index + "]";
      Optional<SecurityName> name =
          IdentifierWire.security(position.getIsin(), position.getSymbol(), path + ".", violations);
      Optional<Quantity> quantity =
          NumberWire.quantity(position.getQuantity(), path + ".quantity", violations);
      if (position.hasAveragePrice()) {
        MoneyWire.price(position.getAveragePrice(), path + ".average_price", violations);
      }
      if (name.isPresent() && quantity.isPresent()) {
        named.add(new Named(path, name.get(), quantity.get()));
      }
    }
    return new NamedPositions(named);
  }

  /**
   * The quantities by security.
   *
   * @throws CallRefusedException NOT_FOUND when the universe does not know one of them
   */
  public Map<SecurityRecord, Quantity> resolve(Securities securities, FieldViolations violations) {
    Map<SecurityRecord, Quantity> resolved = new LinkedHashMap<>();
    for (Named position : positions) {
      securities
          .required(position.name(), position.field(), violations)
          .ifPresent(
              record ->
                  violations.require(
                      resolved.put(record, position.quantity()) == null,
                      position.field() + ".isin",
                      "is listed twice"));
    }
    return resolved;
  }
}
