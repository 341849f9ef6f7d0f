package io.arduinotrader.replay;

import io.arduinotrader.protocol.message.BrokenChainException;
import io.arduinotrader.protocol.portfolio.PortfolioProof;
import io.arduinotrader.protocol.replay.AccountVerdict;
import io.arduinotrader.protocol.trading.OrderReply;
import io.arduinotrader.protocol.trading.OrderView;
import io.arduinotrader.protocol.trading.TradingView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.support.Stages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Compares a living account with the replay of its journal. The account may go on meanwhile: the
 * books are compared after as many events as the living books have, the rest only if nothing was
 * stored between asking and reading.
 */
final class AccountAudit {

  /** How often a busy account is tried again before only its books are compared. */
  private static final int ATTEMPTS = 3;

  private final Journal journal;
  private final AccountId account;
  private final LiveAccount live;
  private final Executor threads;

  AccountAudit(Journal journal, AccountId account, LiveAccount live, Executor threads) {
    this.journal = journal;
    this.account = account;
    this.live = live;
    this.threads = threads;
  }

  CompletionStage<AccountVerdict> verdict() {
    return attempt(1)
        .exceptionallyCompose(
            failure ->
                failure.getCause() instanceof BrokenChainException broken
                    ? Stages.on(threads, () -> standing(broken))
                    : CompletableFuture.failedStage(failure));
  }

  /** A living account with a broken chain says nothing but that; its journal says the rest. */
  private AccountVerdict standing(BrokenChainException broken) {
    AccountReplay whole = read(0).whole();
    return new AccountVerdict(
        whole.streamCount(),
        whole.events(),
        whole.defects(),
        whole.bookings(),
        whole.stateHash(),
        Digest.EMPTY,
        List.of("the living account stands still: " + broken.getMessage()));
  }

  /** Everything read so far: the replay, and the replay as far as the living books have come. */
  private record Reading(AccountReplay whole, Digest stateHash, Digest headHash, long head) {}

  private CompletionStage<AccountVerdict> attempt(int number) {
    return Stages.on(threads, journal::head)
        .thenCompose(
            before ->
                live.portfolio()
                    .thenCombine(live.trading(), (books, rules) -> new Asked(before, books, rules)))
        .thenCompose(
            asked ->
                Stages.on(threads, () -> read(asked.books().events()))
                    .thenCompose(
                        reading ->
                            live.orders(ids(reading.whole().openOrders()))
                                .thenCompose(orders -> judge(asked, reading, orders, number))));
  }

  private record Asked(long head, PortfolioProof books, TradingView rules) {}

  private Reading read(long bookings) {
    AccountReplay replay = new AccountReplay(journal, account);
    Digest[] hashes = {replay.stateHash(), replay.head()};
    boolean[] reached = {bookings == 0};
    long head = journal.head();
    journal.each(
        0,
        head,
        stored -> {
          replay.add(stored);
          if (!reached[0] && replay.bookings() == bookings) {
            reached[0] = true;
            hashes[0] = replay.stateHash();
            hashes[1] = replay.head();
          }
          return true;
        });
    return new Reading(replay, hashes[0], hashes[1], head);
  }

  private CompletionStage<AccountVerdict> judge(
      Asked asked, Reading reading, List<OrderReply> orders, int number) {
    return Stages.on(threads, journal::head)
        .thenCompose(
            after -> {
              boolean quiet = after == asked.head();
              return quiet || number == ATTEMPTS
                  ? Stages.done(verdict(asked, reading, quiet ? orders : List.of(), quiet))
                  : attempt(number + 1);
            });
  }

  private AccountVerdict verdict(
      Asked asked, Reading reading, List<OrderReply> orders, boolean quiet) {
    List<String> differences = new ArrayList<>();
    PortfolioProof books = asked.books();
    if (!books.headHash().equals(reading.headHash())) {
      differences.add(
          "after %d bookings the living account has the head %s, the journal %s"
              .formatted(books.events(), books.headHash(), reading.headHash()));
    }
    if (!books.stateHash().equals(reading.stateHash())) {
      differences.add("the living books are not what their events add up to");
    }
    if (quiet) {
      rules(asked.rules(), reading.whole()).ifPresent(differences::add);
      orders(orders, reading.whole().openOrders(), differences);
    }
    AccountReplay whole = reading.whole();
    return new AccountVerdict(
        whole.streamCount(),
        whole.events(),
        whole.defects(),
        books.events(),
        reading.stateHash(),
        books.stateHash(),
        List.copyOf(differences));
  }

  private static Optional<String> rules(TradingView view, AccountReplay replay) {
    return view.open().equals(replay.trading().openIntents())
            && view.lastTraded().equals(replay.trading().snapshot().lastTraded())
            && view.halts().equals(replay.trading().halts().now())
        ? Optional.empty()
        : Optional.of("the living trading rules remember other orders than the journal has");
  }

  private static void orders(
      List<OrderReply> living, List<OrderView> replayed, List<String> differences) {
    for (int index = 0; index < living.size(); index++) {
      OrderView expected = replayed.get(index);
      boolean same =
          switch (living.get(index)) {
            case OrderReply.Known known -> known.view().equals(expected);
            case OrderReply.Refused refused -> refused.view().equals(expected);
            case OrderReply.Unknown unknown -> false;
          };
      if (!same) {
        differences.add(
            "order %s lives in another state than its events add up to"
                .formatted(expected.intent().id()));
      }
    }
  }

  private static List<IntentId> ids(List<OrderView> orders) {
    return orders.stream().map(order -> order.intent().id()).toList();
  }
}
