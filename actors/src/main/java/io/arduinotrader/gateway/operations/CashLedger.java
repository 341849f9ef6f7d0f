package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.gateway.wire.IdentifierWire;
import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.Page;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.operations.CashLedgerEntry;
import io.arduinotrader.protocol.grpc.operations.ListCashLedgerRequest;
import io.arduinotrader.protocol.grpc.operations.ListCashLedgerResponse;
import io.arduinotrader.protocol.portfolio.LedgerQuery;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntries;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntriesReply;
import io.arduinotrader.protocol.portfolio.LedgerQuery.CashEntry;
import io.arduinotrader.protocol.portfolio.LedgerQuery.GetCashEntries;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.support.Rooms;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The movements of cash, as they travel. */
final class CashLedger {

  private final Rooms rooms;

  CashLedger(Rooms rooms) {
    this.rooms = rooms;
  }

  /** A page of it, newest first. */
  CompletionStage<ListCashLedgerResponse> list(ListCashLedgerRequest in, CallContext call) {
    FieldViolations violations = new FieldViolations();
    Optional<Currency> currency = RateWire.optional(in.getCurrency(), "currency", violations);
    Page page = Page.of(in.getLimit(), in.getOffset(), violations);
    violations.refuseIfAny();
    if (!IdentifierWire.isKnownAccount(in.getAccountId())) {
      return CompletableFuture.completedFuture(ListCashLedgerResponse.getDefaultInstance());
    }
    return rooms
        .<LedgerQuery, CashEntriesReply>ask(
            LedgerQuery.KEY,
            call.budget(),
            replyTo ->
                new GetCashEntries(
                    AccountId.DEFAULT, currency, page.limit(), page.offset(), replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case CashEntries entries ->
                      ListCashLedgerResponse.newBuilder()
                          .addAllEntries(entries.entries().stream().map(CashLedger::entry).toList())
                          .setTotal(Math.toIntExact(entries.total()))
                          .build();
                  case LedgerQuery.Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }

  private static CashLedgerEntry entry(CashEntry entry) {
    return CashLedgerEntry.newBuilder()
        .setEntryId(entry.id())
        .setKind(entry.kind())
        .setAmount(MoneyWire.of(entry.amount()))
        .setAt(TimestampWire.of(entry.at()))
        .setReference(entry.reference())
        .setBalanceAfter(MoneyWire.of(entry.balance()))
        .build();
  }
}
