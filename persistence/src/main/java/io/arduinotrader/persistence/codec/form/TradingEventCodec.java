package io.arduinotrader.persistence.codec.form;

import static io.arduinotrader.persistence.codec.form.StoredMessages.parseEvent;
import static io.arduinotrader.persistence.codec.form.StoredValues.constant;
import static io.arduinotrader.persistence.codec.form.StoredValues.instant;
import static io.arduinotrader.persistence.codec.form.StoredValues.side;
import static io.arduinotrader.persistence.codec.form.StoredValues.stored;

import io.arduinotrader.persistence.journal.trading.TradingJournal;
import io.arduinotrader.protocol.trading.BrokerView;
import io.arduinotrader.protocol.trading.HaltState;
import io.arduinotrader.protocol.trading.TradingEvent;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;

/** Stores what the trading rules of an account remember. */
public final class TradingEventCodec extends ProtobufEventCodec<TradingEvent> {

  private static final String INTENT_ADMITTED = "trading.intent-admitted.v1";
  private static final String ADMISSION_WITHDRAWN = "trading.admission-withdrawn.v1";
  private static final String FILL_NOTED = "trading.fill-noted.v1";
  private static final String INTENT_SETTLED = "trading.intent-settled.v1";
  private static final String HALT_CHANGED = "trading.halt-changed.v1";
  private static final String SECURITY_HALTED = "trading.security-halted.v1";
  private static final String SECURITY_RELEASED = "trading.security-released.v1";
  private static final String DRIFT_NOTED = "trading.drift-noted.v1";
  private static final String DRIFT_CLEARED = "trading.drift-cleared.v1";
  private static final String ARMING_BEGUN = "trading.arming-begun.v1";
  private static final String LIVE_ARMED = "trading.live-armed.v1";
  private static final String LIVE_DISARMED = "trading.live-disarmed.v1";

  @Override
  public String family() {
    return "trading";
  }

  @Override
  Stored store(TradingEvent event) {
    return switch (event) {
      case TradingEvent.IntentAdmitted admitted ->
          new Stored(
              INTENT_ADMITTED,
              TradingJournal.IntentAdmitted.newBuilder()
                  .setIntent(admitted.intent().value())
                  .setIsin(admitted.isin().value())
                  .setSide(admitted.side().name())
                  .setAt(stored(admitted.at()))
                  .build());
      case TradingEvent.AdmissionWithdrawn withdrawn ->
          new Stored(
              ADMISSION_WITHDRAWN,
              TradingJournal.AdmissionWithdrawn.newBuilder()
                  .setIntent(withdrawn.intent().value())
                  .setAt(stored(withdrawn.at()))
                  .build());
      case TradingEvent.FillNoted noted ->
          new Stored(
              FILL_NOTED,
              TradingJournal.FillNoted.newBuilder()
                  .setIntent(noted.intent().value())
                  .setFill(noted.fill().value())
                  .setIsin(noted.isin().value())
                  .setSide(noted.side().name())
                  .setExecutedAt(stored(noted.executedAt()))
                  .setAt(stored(noted.at()))
                  .build());
      case TradingEvent.IntentSettled settled ->
          new Stored(
              INTENT_SETTLED,
              TradingJournal.IntentSettled.newBuilder()
                  .setIntent(settled.intent().value())
                  .setAt(stored(settled.at()))
                  .build());
      case TradingEvent.HaltEvent halt -> store(halt);
      case TradingEvent.DriftEvent drift -> store(drift);
      case TradingEvent.ModeEvent mode -> store(mode);
    };
  }

  private static Stored store(TradingEvent.ModeEvent event) {
    return switch (event) {
      case TradingEvent.ArmingBegun begun ->
          new Stored(
              ARMING_BEGUN,
              TradingJournal.ArmingBegun.newBuilder()
                  .setArming(StoredModes.stored(begun.arming()))
                  .setAt(stored(begun.at()))
                  .build());
      case TradingEvent.LiveArmed armed ->
          new Stored(
              LIVE_ARMED,
              TradingJournal.LiveArmed.newBuilder()
                  .setReason(armed.reason())
                  .setAt(stored(armed.at()))
                  .build());
      case TradingEvent.LiveDisarmed disarmed ->
          new Stored(
              LIVE_DISARMED,
              TradingJournal.LiveDisarmed.newBuilder()
                  .setReason(disarmed.reason())
                  .setAt(stored(disarmed.at()))
                  .build());
    };
  }

  private static Stored store(TradingEvent.DriftEvent event) {
    return switch (event) {
      case TradingEvent.DriftNoted noted ->
          new Stored(
              DRIFT_NOTED,
              TradingJournal.DriftNoted.newBuilder()
                  .setDrift(storedDrift(noted.drift()))
                  .setAt(stored(noted.at()))
                  .build());
      case TradingEvent.DriftCleared cleared ->
          new Stored(
              DRIFT_CLEARED,
              TradingJournal.DriftCleared.newBuilder()
                  .setSubject(cleared.subject())
                  .setAt(stored(cleared.at()))
                  .build());
    };
  }

  private static Stored store(TradingEvent.HaltEvent event) {
    return switch (event) {
      case TradingEvent.HaltChanged changed ->
          new Stored(
              HALT_CHANGED,
              TradingJournal.HaltChanged.newBuilder()
                  .setState(changed.state().name())
                  .setReason(changed.reason())
                  .setAt(stored(changed.at()))
                  .build());
      case TradingEvent.SecurityHalted halted ->
          new Stored(
              SECURITY_HALTED,
              TradingJournal.SecurityHalted.newBuilder()
                  .setIsin(halted.isin().value())
                  .setCause(halted.cause().value())
                  .setReason(halted.reason())
                  .setAt(stored(halted.at()))
                  .build());
      case TradingEvent.SecurityReleased released ->
          new Stored(
              SECURITY_RELEASED,
              TradingJournal.SecurityReleased.newBuilder()
                  .setIsin(released.isin().value())
                  .setReason(released.reason())
                  .setAt(stored(released.at()))
                  .build());
    };
  }

  @Override
  TradingEvent restore(String manifest, byte[] bytes) {
    return switch (manifest) {
      case INTENT_ADMITTED -> {
        var stored = parseEvent(TradingJournal.IntentAdmitted.parser(), bytes);
        yield new TradingEvent.IntentAdmitted(
            new IntentId(stored.getIntent()),
            new Isin(stored.getIsin()),
            side(stored.getSide()),
            instant(stored.getAt()));
      }
      case ADMISSION_WITHDRAWN -> {
        var stored = parseEvent(TradingJournal.AdmissionWithdrawn.parser(), bytes);
        yield new TradingEvent.AdmissionWithdrawn(
            new IntentId(stored.getIntent()), instant(stored.getAt()));
      }
      case FILL_NOTED -> {
        var stored = parseEvent(TradingJournal.FillNoted.parser(), bytes);
        yield new TradingEvent.FillNoted(
            new IntentId(stored.getIntent()),
            new FillId(stored.getFill()),
            new Isin(stored.getIsin()),
            side(stored.getSide()),
            instant(stored.getExecutedAt()),
            instant(stored.getAt()));
      }
      case INTENT_SETTLED -> {
        var stored = parseEvent(TradingJournal.IntentSettled.parser(), bytes);
        yield new TradingEvent.IntentSettled(
            new IntentId(stored.getIntent()), instant(stored.getAt()));
      }
      case HALT_CHANGED -> {
        var stored = parseEvent(TradingJournal.HaltChanged.parser(), bytes);
        yield new TradingEvent.HaltChanged(
            constant(HaltState.class, stored.getState()),
            stored.getReason(),
            instant(stored.getAt()));
      }
      case SECURITY_HALTED -> {
        var stored = parseEvent(TradingJournal.SecurityHalted.parser(), bytes);
        yield new TradingEvent.SecurityHalted(
            new Isin(stored.getIsin()),
            new IntentId(stored.getCause()),
            stored.getReason(),
            instant(stored.getAt()));
      }
      case SECURITY_RELEASED -> {
        var stored = parseEvent(TradingJournal.SecurityReleased.parser(), bytes);
        yield new TradingEvent.SecurityReleased(
            new Isin(stored.getIsin()), stored.getReason(), instant(stored.getAt()));
      }
      case DRIFT_NOTED -> {
        var stored = parseEvent(TradingJournal.DriftNoted.parser(), bytes);
        yield new TradingEvent.DriftNoted(drift(stored.getDrift()), instant(stored.getAt()));
      }
      case DRIFT_CLEARED -> {
        var stored = parseEvent(TradingJournal.DriftCleared.parser(), bytes);
        yield new TradingEvent.DriftCleared(stored.getSubject(), instant(stored.getAt()));
      }
      case ARMING_BEGUN -> {
        var stored = parseEvent(TradingJournal.ArmingBegun.parser(), bytes);
        yield new TradingEvent.ArmingBegun(
            StoredModes.arming(stored.getArming()), instant(stored.getAt()));
      }
      case LIVE_ARMED -> {
        var stored = parseEvent(TradingJournal.LiveArmed.parser(), bytes);
        yield new TradingEvent.LiveArmed(stored.getReason(), instant(stored.getAt()));
      }
      case LIVE_DISARMED -> {
        var stored = parseEvent(TradingJournal.LiveDisarmed.parser(), bytes);
        yield new TradingEvent.LiveDisarmed(stored.getReason(), instant(stored.getAt()));
      }
      default -> throw unknown(manifest);
    };
  }

  static TradingJournal.Drift storedDrift(BrokerView.Drift drift) {
    return TradingJournal.Drift.newBuilder()
        .setKind(drift.kind().name())
        .setSubject(drift.subject())
        .setOurs(drift.ours())
        .setBrokers(drift.brokers())
        .build();
  }

  static BrokerView.Drift drift(TradingJournal.Drift stored) {
    return new BrokerView.Drift(
        constant(BrokerView.Kind.class, stored.getKind()),
        stored.getSubject(),
        stored.getOurs(),
        stored.getBrokers());
  }
}
