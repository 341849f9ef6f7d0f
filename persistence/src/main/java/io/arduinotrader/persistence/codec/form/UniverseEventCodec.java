package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.quantity;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;
import static io.arduinotrader.persistence.codec.form.StoredValues.when;

import io.arduinotrader.persistence.journal.universe.UniverseJournal;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.UniverseEvent;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;

/** Stores which securities there are. */
public final class UniverseEventCodec extends ProtobufEventCodec<UniverseEvent> {

  private static final String SECURITY_ADDED = "universe.security-added.v1";
  private static final String SECURITY_CHANGED = "universe.security-changed.v1";
  private static final String SECURITY_REMOVED = "universe.security-removed.v1";

  @Override
  public String family() {
    return "universe";
  }

  @Override
  Stored store(UniverseEvent event) {
    return switch (event) {
      case UniverseEvent.SecurityAdded added ->
          new Stored(
              SECURITY_ADDED,
              UniverseJournal.SecurityAdded.newBuilder()
                  .setSecurity(storedSecurity(added.security()))
                  .setAt(stored(added.at()))
                  .build());
      case UniverseEvent.SecurityChanged changed ->
          new Stored(
              SECURITY_CHANGED,
              UniverseJournal.SecurityChanged.newBuilder()
                  .setSecurity(storedSecurity(changed.security()))
                  .setAt(stored(changed.at()))
                  .build());
      case UniverseEvent.SecurityRemoved removed ->
          new Stored(
              SECURITY_REMOVED,
              UniverseJournal.SecurityRemoved.newBuilder()
                  .setIsin(removed.isin().value())
                  .setReason(removed.reason())
                  .setAt(stored(removed.at()))
                  .build());
    };
  }

  @Override
  UniverseEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case SECURITY_ADDED -> {
        var stored = parseEvent(UniverseJournal.SecurityAdded.parser(), bytes);
        yield new UniverseEvent.SecurityAdded(
            security(stored.getSecurity()), instant(stored.getAt()));
      }
      case SECURITY_CHANGED -> {
        var stored = parseEvent(UniverseJournal.SecurityChanged.parser(), bytes);
        yield new UniverseEvent.SecurityChanged(
            security(stored.getSecurity()), instant(stored.getAt()));
      }
      case SECURITY_REMOVED -> {
        var stored = parseEvent(UniverseJournal.SecurityRemoved.parser(), bytes);
        yield new UniverseEvent.SecurityRemoved(
            new Isin(stored.getIsin()), stored.getReason(), instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }

  static UniverseJournal.Security storedSecurity(SecurityRecord security) {
    UniverseJournal.Security.Builder stored =
        UniverseJournal.Security.newBuilder()
            .setIsin(security.isin().value())
            .setSymbol(security.symbol().value())
            .setName(security.name())
            .setExchange(security.exchange())
            .setCurrency(security.currency().code())
            .setProductType(security.productType().name())
            .setCountry(security.country())
            .setSector(security.sector())
            .setIndustry(security.industry())
            .setMinimumLot(stored(security.minimumLot()))
            .setActive(security.active())
            .setAllowBuy(security.allowBuy())
            .setAllowSell(security.allowSell());
    security.minimumTarget().ifPresent(target -> stored.setMinimumTarget(stored(target)));
    security.maximumTarget().ifPresent(target -> stored.setMaximumTarget(stored(target)));
    return stored.build();
  }

  static SecurityRecord security(UniverseJournal.Security stored) {
    return new SecurityRecord(
        new Isin(stored.getIsin()),
        new Symbol(stored.getSymbol()),
        stored.getName(),
        stored.getExchange(),
        new Currency(stored.getCurrency()),
        constant(SecurityRecord.ProductType.class, stored.getProductType()),
        stored.getCountry(),
        stored.getSector(),
        stored.getIndustry(),
        quantity(stored.getMinimumLot()),
        stored.getActive(),
        stored.getAllowBuy(),
        stored.getAllowSell(),
        when(stored.hasMinimumTarget(), stored.getMinimumTarget(), StoredValues::decimal),
        when(stored.hasMaximumTarget(), stored.getMaximumTarget(), StoredValues::decimal));
  }
}
