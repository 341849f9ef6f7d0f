package io.arduinotrader.gateway.universe;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.Progress;
import io.arduinotrader.gateway.edge.Refusals;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.protocol.grpc.universe.AddSecurityRequest;
import io.arduinotrader.protocol.grpc.universe.AddSecurityResponse;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.universe.FeedCommand;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpFailed;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpReply;
import io.arduinotrader.protocol.universe.FeedCommand.LookUpSecurity;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityFound;
import io.arduinotrader.protocol.universe.FeedCommand.SecurityNotFound;
import io.arduinotrader.protocol.universe.FeedCommand.SyncProgress;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import io.arduinotrader.protocol.universe.UniverseCommand;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import io.arduinotrader.support.Rooms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.stream.javadsl.Sink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds a security to the universe. What the caller leaves out is looked up at the feed; what the
 * caller says wins over it.
 */
final class SecurityAddition {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityAddition.class);

  private final Edge edge;
  private final Rooms rooms;

  SecurityAddition(Edge edge) {
    this.edge = edge;
    this.rooms = edge.rooms();
  }

  /** What the caller says about the security. */
  private record Given(Isin isin, Optional<Symbol> symbol, String name, String exchange) {

    static Given read(AddSecurityRequest in) {
      FieldViolations violations = new FieldViolations();
      Optional<Isin> isin = IdentifierWire.isin(in.getIsin(), "isin", violations);
      Optional<Symbol> symbol = IdentifierWire.optionalSymbol(in.getSymbol(), "symbol", violations);
      violations.refuseIfAny();
      return new Given(isin.orElseThrow(), symbol, in.getName().strip(), in.getExchange().strip());
    }

    /** The security as far as the caller's word goes, over what is known from elsewhere. */
    Optional<SecurityRecord> over(Optional<SecurityRecord> known) {
      Optional<Symbol> itsSymbol = symbol.or(() -> known.map(SecurityRecord::symbol));
      String itsName = name.isEmpty() ? known.map(SecurityRecord::name).orElse("") : name;
      String itsExchange =
          exchange.isEmpty() ? known.map(SecurityRecord::exchange).orElse("") : exchange;
      Optional<Currency> itsCurrency =
          known
              .filter(record -> record.exchange().equals(itsExchange))
              .map(SecurityRecord::currency)
              .or(() -> ExchangeCurrency.of(itsExchange));
      if (itsSymbol.isEmpty() || itsName.isEmpty() || itsCurrency.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new SecurityRecord(
              isin,
              itsSymbol.get(),
              itsName,
              itsExchange,
              itsCurrency.get(),
              known.map(SecurityRecord::productType).orElse(ProductType.EQUITY),
              known.map(SecurityRecord::country).orElse(""),
              known.map(SecurityRecord::sector).orElse(""),
              known.map(SecurityRecord::industry).orElse(""),
              known.map(SecurityRecord::minimumLot).orElse(Quantity.of(1)),
              true,
              true,
              true,
              known.flatMap(SecurityRecord::minimumTarget),
              known.flatMap(SecurityRecord::maximumTarget)));
    }
  }

  CompletionStage<AddSecurityResponse> add(AddSecurityRequest in, CallContext call) {
    Given given = Given.read(in);
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              Optional<SecurityRecord> present = securities.find(given.isin());
              return present.isPresent() && present.get().active()
                  ? CompletableFuture.completedFuture(alreadyActive(present.get()))
                  : resolve(given, present, call)
                      .thenCompose(
                          record ->
                              record.isPresent()
                                  ? store(record.get(), in.getSyncImmediately(), call)
                                  : CompletableFuture.completedFuture(unresolvable(given)));
            });
  }

  private CompletionStage<Optional<SecurityRecord>> resolve(
      Given given, Optional<SecurityRecord> present, CallContext call) {
    if (present.isPresent()) {
      return CompletableFuture.completedFuture(given.over(present));
    }
    return lookUp(given.isin(), call)
        .thenApply(
            reply ->
                switch (reply) {
                  case SecurityFound found -> given.over(Optional.of(found.security()));
                  case SecurityNotFound unknown -> given.over(Optional.empty());
                  case LookUpFailed failed ->
                      Optional.of(
                          given
                              .over(Optional.empty())
                              .orElseThrow(
                                  () -> CallRefusedException.unavailable(failed.reason())));
                });
  }

  /** A feed that cannot be reached is no reason to refuse what the caller describes in full. */
  private CompletionStage<LookUpReply> lookUp(Isin isin, CallContext call) {
    return CompletableFuture.completedFuture(isin)
        .thenCompose(
            named ->
                rooms.<FeedCommand, LookUpReply>ask(
                    FeedCommand.KEY,
                    call.budget(),
                    replyTo -> new LookUpSecurity(named.value(), replyTo)))
        .exceptionally(
            failure -> new LookUpFailed("the feed cannot be reached: " + failure.getMessage()));
  }

  private CompletionStage<AddSecurityResponse> store(
      SecurityRecord record, boolean syncFirst, CallContext call) {
    return rooms
        .<UniverseCommand, UniverseCommand.Reply>ask(
            UniverseCommand.KEY,
            UniverseCommand.DEFAULT_ID,
            call.budget(),
            replyTo -> new UniverseCommand.AddSecurity(record, replyTo))
        .thenCompose(
            reply ->
                switch (reply) {
                  case UniverseCommand.Accepted accepted ->
                      fetched(accepted.security(), syncFirst, call);
                  case UniverseCommand.Refused refused -> {
                    Refusals.throwIfUnknowable(refused.refusal());
                    yield CompletableFuture.completedFuture(
                        refusal(Refusals.text(refused.refusal())));
                  }
                });
  }

  /** The security is stored, whatever becomes of fetching its data. */
  private CompletionStage<AddSecurityResponse> fetched(
      SecurityRecord record, boolean wait, CallContext call) {
    CompletionStage<Done> fetching =
        fetch(record.isin(), call)
            .exceptionally(
                failure -> {
                  LOG.warn("no data was fetched for {}", record.isin(), failure);
                  return Done.getInstance();
                });
    CompletionStage<Done> before =
        wait ? fetching : CompletableFuture.completedFuture(Done.getInstance());
    return before.thenApply(
        done ->
            AddSecurityResponse.newBuilder()
                .setSuccess(true)
                .setSecurity(SecurityWire.of(record, Optional.empty(), OptionalDouble.empty()))
                .setMessage(record.symbol() + " is in the universe")
                .build());
  }

  private CompletionStage<Done> fetch(Isin isin, CallContext call) {
    List<Isin> one = List.of(isin);
    return CompletableFuture.completedFuture(one)
        .thenCompose(
            isins ->
                SyncStep.of(
                        Progress.<FeedCommand, SyncProgress>of(
                            edge,
                            FeedCommand.KEY,
                            replyTo -> new FeedCommand.SyncPrices(isins, true, replyTo)),
                        call)
                    .runWith(Sink.ignore(), edge.system()))
        .thenCompose(
            done ->
                SyncStep.of(
                        Progress.<FeedCommand, SyncProgress>of(
                            edge,
                            FeedCommand.KEY,
                            replyTo -> new FeedCommand.SyncFundamentals(one, true, replyTo)),
                        call)
                    .runWith(Sink.ignore(), edge.system()));
  }

  private static AddSecurityResponse alreadyActive(SecurityRecord record) {
    return refusal(RefusalCode.ALREADY_ACTIVE + ": " + record.symbol() + " is active").toBuilder()
        .setSecurity(SecurityWire.of(record, Optional.empty(), OptionalDouble.empty()))
        .build();
  }

  private static AddSecurityResponse unresolvable(Given given) {
    return refusal(
        RefusalCode.UNKNOWN_SECURITY
            + ": symbol, name or exchange of "
            + given.isin()
            + " is missing and the feed does not know it, or the exchange's currency is not known");
  }

  private static AddSecurityResponse refusal(String message) {
    return AddSecurityResponse.newBuilder().setSuccess(false).setMessage(message).build();
  }
}
