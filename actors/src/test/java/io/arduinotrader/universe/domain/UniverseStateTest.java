package io.arduinotrader.universe.domain;

import static io.arduinotrader.universe.domain.Samples.APPLE;
import static io.arduinotrader.universe.domain.Samples.APPLE_ISIN;
import static io.arduinotrader.universe.domain.Samples.NOON;
import static io.arduinotrader.universe.domain.Samples.SAP;
import static io.arduinotrader.universe.domain.Samples.SAP_ISIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import io.arduinotrader.protocol.universe.UniverseEvent;
import io.arduinotrader.protocol.universe.UniverseEvent.SecurityAdded;
import io.arduinotrader.protocol.universe.UniverseEvent.SecurityChanged;
import io.arduinotrader.protocol.universe.UniverseEvent.SecurityRemoved;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UniverseStateTest {

  private static final UniverseState WITH_APPLE =
      UniverseState.EMPTY.apply(new SecurityAdded(APPLE, NOON));

  @Test
  void aNewSecurityIsAddedAndActive() {
    SecurityRecord inactive = APPLE.withFlags(false, true, false);

    Decision decision = UniverseState.EMPTY.add(inactive, NOON);

    SecurityRecord added = APPLE.withFlags(true, true, false);
    assertThat(decision)
        .isEqualTo(new Decision.Change(List.of(new SecurityAdded(added, NOON)), added));
  }

  @Test
  void addingTheSameAgainChangesNothing() {
    assertThat(WITH_APPLE.add(APPLE, NOON)).isEqualTo(new Decision.Change(List.of(), APPLE));
  }

  @Test
  void anActiveSecurityIsNotAddedWithOtherData() {
    assertThat(code(WITH_APPLE.add(lot(APPLE, 10), NOON))).isEqualTo(RefusalCode.ALREADY_ACTIVE);
  }

  @Test
  void aRemovedSecurityComesBackWithTheGivenData() {
    UniverseState removed = WITH_APPLE.apply(new SecurityRemoved(APPLE_ISIN, "sold", NOON));
    SecurityRecord returning = lot(APPLE, 10);

    Decision decision = removed.add(returning, NOON);

    assertThat(decision)
        .isEqualTo(new Decision.Change(List.of(new SecurityChanged(returning, NOON)), returning));
  }

  @Test
  void removingTakesAllFlagsAndKeepsTheSecurity() {
    Decision decision = WITH_APPLE.remove(APPLE_ISIN, "sold", NOON);

    SecurityRecord removed = APPLE.withFlags(false, false, false);
    List<UniverseEvent> events = List.of(new SecurityRemoved(APPLE_ISIN, "sold", NOON));
    assertThat(decision).isEqualTo(new Decision.Change(events, removed));
    assertThat(WITH_APPLE.apply(events.getFirst()).bySymbol()).containsExactly(removed);
  }

  @Test
  void removingTwiceChangesNothing() {
    UniverseState removed = WITH_APPLE.apply(new SecurityRemoved(APPLE_ISIN, "sold", NOON));

    assertThat(removed.remove(APPLE_ISIN, "again", NOON))
        .isEqualTo(new Decision.Change(List.of(), APPLE.withFlags(false, false, false)));
  }

  @Test
  void whatIsNotInTheUniverseCanNeitherChangeNorGo() {
    assertThat(code(WITH_APPLE.change(SAP, NOON))).isEqualTo(RefusalCode.UNKNOWN_SECURITY);
    assertThat(code(WITH_APPLE.remove(SAP_ISIN, "", NOON))).isEqualTo(RefusalCode.UNKNOWN_SECURITY);
  }

  @Test
  void aChangeReplacesWhatIsKnown() {
    SecurityRecord buyOnly = APPLE.withFlags(true, true, false);

    assertThat(WITH_APPLE.change(buyOnly, NOON))
        .isEqualTo(new Decision.Change(List.of(new SecurityChanged(buyOnly, NOON)), buyOnly));
    assertThat(WITH_APPLE.change(APPLE, NOON)).isEqualTo(new Decision.Change(List.of(), APPLE));
  }

  @Test
  void twoActiveSecuritiesCannotShareASymbol() {
    SecurityRecord impostor =
        Samples.security(SAP_ISIN, "AAPL.US", "Impostor", "XETRA", Currency.EUR);

    assertThat(code(WITH_APPLE.add(impostor, NOON))).isEqualTo(RefusalCode.CONFLICT);
    assertThat(
            WITH_APPLE.apply(new SecurityRemoved(APPLE_ISIN, "renamed", NOON)).add(impostor, NOON))
        .isInstanceOf(Decision.Change.class);
  }

  @Test
  void masterDataMustMakeSense() {
    assertThat(code(UniverseState.EMPTY.add(lot(APPLE, 0), NOON))).isEqualTo(RefusalCode.LOT_SIZE);
    assertThat(code(UniverseState.EMPTY.add(type(APPLE, ProductType.UNKNOWN), NOON)))
        .isEqualTo(RefusalCode.UNKNOWN_NAME);
    assertThat(code(UniverseState.EMPTY.add(targets(APPLE, "20.1", null), NOON)))
        .isEqualTo(RefusalCode.CONFLICT);
    assertThat(code(UniverseState.EMPTY.add(targets(APPLE, null, "30.1"), NOON)))
        .isEqualTo(RefusalCode.CONFLICT);
    assertThat(code(UniverseState.EMPTY.add(targets(APPLE, "10", "9.9"), NOON)))
        .isEqualTo(RefusalCode.CONFLICT);
    assertThat(UniverseState.EMPTY.add(targets(APPLE, "20", "30"), NOON))
        .isInstanceOf(Decision.Change.class);
    assertThat(UniverseState.EMPTY.add(targets(APPLE, "0", "0.00"), NOON))
        .isInstanceOf(Decision.Change.class);
  }

  @Test
  void anInactiveSecurityMayBeOfUnknownType() {
    SecurityRecord shelved = type(APPLE, ProductType.UNKNOWN).withFlags(false, false, false);

    assertThat(WITH_APPLE.change(shelved, NOON)).isInstanceOf(Decision.Change.class);
  }

  @Test
  void theUniverseIsShownBySymbol() {
    Isin other = new Isin("US02079K1079");
    UniverseState three =
        WITH_APPLE
            .apply(new SecurityAdded(SAP, NOON))
            .apply(
                new SecurityAdded(
                    Samples.security(other, "GOOG.US", "Alphabet", "NasdaqGS", Currency.USD),
                    NOON));

    assertThat(three.bySymbol())
        .extracting(security -> security.symbol().value())
        .containsExactly("AAPL.US", "GOOG.US", "SAP.DE");
  }

  @Test
  void aJournalThatRemovesAStrangerIsBroken() {
    assertThatIllegalStateException()
        .isThrownBy(() -> UniverseState.EMPTY.apply(new SecurityRemoved(SAP_ISIN, "", NOON)));
  }

  private static RefusalCode code(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).refusal().code();
  }

  private static SecurityRecord lot(SecurityRecord security, long lot) {
    return copy(security, security.productType(), Quantity.of(lot), null, null);
  }

  private static SecurityRecord type(SecurityRecord security, ProductType type) {
    return copy(security, type, security.minimumLot(), null, null);
  }

  private static SecurityRecord targets(
      SecurityRecord security, @Nullable String minimum, @Nullable String maximum) {
    return copy(security, security.productType(), security.minimumLot(), minimum, maximum);
  }

  private static SecurityRecord copy(
      SecurityRecord security,
      ProductType type,
      Quantity lot,
      @Nullable String minimum,
      @Nullable String maximum) {
    return new SecurityRecord(
        security.isin(),
        security.symbol(),
        security.name(),
        security.exchange(),
        security.currency(),
        type,
        security.country(),
        security.sector(),
        security.industry(),
        lot,
        security.active(),
        security.allowBuy(),
        security.allowSell(),
        Optional.ofNullable(minimum).map(BigDecimal::new),
        Optional.ofNullable(maximum).map(BigDecimal::new));
  }
}
