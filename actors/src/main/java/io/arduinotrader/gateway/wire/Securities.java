package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.support.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The securities of the universe, found by whatever a request calls them. */
public final class Securities {

  private final List<SecurityRecord> records;

  /** Finds among the given securities, active or not. */
  public Securities(List<SecurityRecord> records) {
    this.records = records;
  }

  /** The securities as the universe knows them now. */
  public static CompletionStage<Securities> ask(Rooms rooms, CallContext call) {
    return rooms
        .ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            call.budget(),
            UniverseCommand.GetUniverse::new)
        .thenApply(view -> new Securities(view.securities()));
  }

  /** Every security, by symbol. */
  public List<SecurityRecord> all() {
    return records;
  }

  /** The security with the ISIN. */
  public Optional<SecurityRecord> find(Isin isin) {
    return records.stream().filter(record -> record.isin().equals(isin)).findFirst();
  }

  /** The security with the symbol; an active one when an inactive one has the same. */
  public Optional<SecurityRecord> find(Symbol symbol) {
    List<SecurityRecord> named =
        records.stream().filter(record -> record.symbol().equals(symbol)).toList();
    return named.stream()
        .filter(SecurityRecord::active)
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /**
   * The security a request names; empty when the universe does not know it. A symbol that belongs
   * to another security than the ISIN is a violation.
   *
   * @param field the path of the field with the symbol
   */
  public Optional<SecurityRecord> find(
      SecurityName name, String field, FieldViolations violations) {
    Optional<SecurityRecord> record =
        name.isin().isPresent() ? find(name.isin().get()) : name.symbol().flatMap(this::find);
    if (record.isPresent()
        && name.symbol().isPresent()
        && !name.symbol().get().equals(record.get().symbol())) {
      return violations.missing(
          field,
          "belongs to another security than the ISIN, whose symbol is " + record.get().symbol());
    }
    return record;
  }

  /**
   * The security a request names.
   *
   * @param path the path of the message with the fields {@code isin} and {@code symbol}
   * @return empty when the name is a violation
   * @throws CallRefusedException NOT_FOUND when the universe does not know it
   */
  public Optional<SecurityRecord> required(
      SecurityName name, String path, FieldViolations violations) {
    int before = violations.found().size();
    Optional<SecurityRecord> record = find(name, path + ".symbol", violations);
    if (record.isEmpty() && violations.found().size() == before) {
      throw CallRefusedException.notFound(path + ": " + name + " is not in the universe");
    }
    return record;
  }
}
