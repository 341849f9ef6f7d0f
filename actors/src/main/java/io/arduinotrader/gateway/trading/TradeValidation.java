package io.arduinotrader.gateway.trading;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolation;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.NumberWire;
import io.arduinotrader.gateway.wire.Securities;
import io.arduinotrader.gateway.wire.SecurityName;
import io.arduinotrader.gateway.wire.SideWire;
import io.arduinotrader.protocol.grpc.common.TradeSide;
import io.arduinotrader.protocol.grpc.trading.ValidateTradeRequest;
import io.arduinotrader.protocol.grpc.trading.ValidateTradeResponse;
import io.arduinotrader.protocol.grpc.trading.ValidationError;
import io.arduinotrader.protocol.grpc.trading.ValidationWarning;
import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioCommand;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.trading.Intent;
import io.arduinotrader.protocol.trading.TradingCommand;
import io.arduinotrader.protocol.trading.ValidationReply;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.OrderType;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.TimeInForce;
import io.arduinotrader.support.Rooms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Checks a trade without placing it. What other methods refuse as malformed is an entry in the
 * answer here, because the caller asked what is wrong.
 */
final class TradeValidation {

  private static final Map<String, RefusalCode> CODES =
      Map.of(
          "isin", RefusalCode.ID_MISSING,
          "side", RefusalCode.SIDE_INVALID,
          "quantity", RefusalCode.QTY_NOT_POSITIVE,
          "account_id", RefusalCode.UNKNOWN_NAME);

  private final Rooms rooms;

  TradeValidation(Rooms rooms) {
    this.rooms = rooms;
  }

  /**
   * Says everything that would refuse the trade.
   *
   * @param id names the wish, which is forgotten again
   */
  CompletionStage<ValidateTradeResponse> validate(
      ValidateTradeRequest in, IntentId id, CallContext call) {
    if (in.getSide() == TradeSide.UNRECOGNIZED) {
      throw new InvalidRequestException("side", "is not a side");
    }
    FieldViolations violations = new FieldViolations();
    violations.require(
        IdentifierWire.isKnownAccount(in.getAccountId()), "account_id", "there is no such account");
    Optional<SecurityName> name = IdentifierWire.isinOrSymbol(in.getIsin(), "isin", violations);
    Optional<Side> side = SideWire.required(in.getSide(), "side", violations);
    Optional<Quantity> quantity =
        NumberWire.quantityAboveZero(in.getQuantity(), "quantity", violations);
    Optional<Price> limit =
        in.hasLimitPrice()
            ? MoneyWire.price(in.getLimitPrice(), "limit_price", violations)
            : Optional.empty();
    List<Refusal> errors = new ArrayList<>();
    violations.found().forEach(violation -> errors.add(refusal(violation)));
    return Securities.ask(rooms, call)
        .thenCompose(
            securities -> {
              Optional<SecurityRecord> record =
                  name.flatMap(known -> securities.find(known, "isin", violations));
              if (name.isPresent() && record.isEmpty()) {
                errors.add(unknown(name.get()));
              }
              return errors.isEmpty()
                  ? ask(
                      intent(
                          id,
                          record.orElseThrow(),
                          side.orElseThrow(),
                          quantity.orElseThrow(),
                          limit),
                      call)
                  : refused(errors, call);
            });
  }

  private CompletionStage<ValidateTradeResponse> ask(Intent intent, CallContext call) {
    return rooms
        .<TradingCommand, ValidationReply>ask(
            TradingCommand.KEY,
            intent.account().value(),
            call.budget(),
            replyTo -> new TradingCommand.Validate(intent, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case ValidationReply.Validated verdict -> response(verdict);
                  case ValidationReply.Undecided undecided ->
                      throw CallRefusedException.unavailable(undecided.reason());
                });
  }

  private CompletionStage<ValidateTradeResponse> refused(List<Refusal> errors, CallContext call) {
    return rooms
        .<PortfolioCommand, PortfolioView>ask(
            PortfolioCommand.KEY,
            AccountId.DEFAULT.value(),
            call.budget(),
            PortfolioCommand.GetPortfolio::new)
        .thenApply(
            portfolio ->
                response(
                    new ValidationReply.Validated(
                        errors, List.of(), Optional.empty(), portfolio.free(Currency.EUR))));
  }

  private static Intent intent(
      IntentId id, SecurityRecord record, Side side, Quantity quantity, Optional<Price> limit) {
    return new Intent(
        id,
        AccountId.DEFAULT,
        record.isin(),
        record.symbol(),
        side,
        quantity,
        limit.isPresent() ? OrderType.LIMIT : OrderType.MARKET,
        limit,
        Optional.empty(),
        TimeInForce.DAY,
        Intent.Origin.CALLER,
        "validation");
  }

  private static ValidateTradeResponse response(ValidationReply.Validated verdict) {
    ValidateTradeResponse.Builder response =
        ValidateTradeResponse.newBuilder()
            .setValid(verdict.errors().isEmpty())
            .setAvailableCash(MoneyWire.of(verdict.availableCash()));
    verdict.estimatedCost().ifPresent(cost -> response.setEstimatedCost(MoneyWire.of(cost)));
    for (Refusal error : verdict.errors()) {
      response.addErrors(
          ValidationError.newBuilder()
              .setCode(error.code().name())
              .setMessage(error.message())
              .setField(error.field()));
    }
    for (Refusal warning : verdict.warnings()) {
      response.addWarnings(
          ValidationWarning.newBuilder()
              .setCode(warning.code().name())
              .setMessage(warning.message()));
    }
    return response.build();
  }

  private static Refusal refusal(FieldViolation violation) {
    return new Refusal(
        CODES.getOrDefault(violation.field(), RefusalCode.LIMIT_PRICE_INVALID),
        violation.field() + " " + violation.description(),
        violation.field());
  }

  private static Refusal unknown(SecurityName name) {
    return new Refusal(RefusalCode.UNKNOWN_SECURITY, name + " is not in the universe", "isin");
  }
}
