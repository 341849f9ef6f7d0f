package io.arduinotrader.trading.broker.http;

import io.arduinotrader.protocol.trading.BrokerReport;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.ClientOrderId;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.trading.broker.BrokerAccount;
import io.arduinotrader.trading.broker.BrokerOrder;
import io.arduinotrader.trading.broker.BrokerPort;
import io.arduinotrader.trading.broker.BrokerUnreachableException;
import io.arduinotrader.trading.domain.BrokerCapabilities;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.Query;
import org.apache.pekko.http.javadsl.model.Uri;
import org.apache.pekko.japi.Pair;

/**
 * A broker in a process of its own, called over HTTP. An answer counts only when its status is one
 * that was agreed on and its body is whole; everything else says that nobody knows the outcome.
 */
public final class HttpBroker implements BrokerPort {

  private final BrokerCapabilities capabilities;
  private final Uri address;
  private final Exchange exchange;

  /**
   * A broker at an address.
   *
   * @param limit how long one call may take, its connection and its whole answer included
   */
  public HttpBroker(
      ActorSystem<?> system,
      InetSocketAddress address,
      BrokerCapabilities capabilities,
      Duration limit) {
    this.capabilities = capabilities;
    this.address =
        Uri.create("http://localhost").host(address.getHostString()).port(address.getPort());
    this.exchange = new Exchange(system, limit);
  }

  @Override
  public BrokerCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public SubmitAnswer submit(BrokerOrder order) {
    Exchange.Answer answer = exchange.answer(post("/orders", order));
    return switch (answer.status()) {
      case Line.OK -> new SubmitAnswer.Taken(read(answer, Line.Taken.class).order());
      case Line.REFUSED -> new SubmitAnswer.Refused(read(answer, Line.Refusal.class).reason());
      default -> throw unexpected(answer);
    };
  }

  @Override
  public CancelAnswer cancel(ClientOrderId order) {
    Exchange.Answer answer =
        exchange.answer(HttpRequest.DELETE(uri("/orders/client/" + order).toString()));
    return switch (answer.status()) {
      case Line.OK -> {
        read(answer, Line.Done.class);
        yield new CancelAnswer.Taken();
      }
      case Line.CONFLICT -> new CancelAnswer.Refused(read(answer, Line.Refusal.class).reason());
      default -> throw unexpected(answer);
    };
  }

  @Override
  public Optional<BrokerReport> lookup(ClientOrderId order) {
    return one(get(uri("/orders/client/" + order)))
        .map(
            report -> {
              if (!report.clientOrderId().equals(order)) {
                throw unexpected(report.clientOrderId() + " was shown instead of " + order);
              }
              return report;
            });
  }

  @Override
  public Optional<IntentId> find(BrokerOrderId order) {
    return one(get(uri("/orders/broker/" + order))).map(BrokerReport::intent);
  }

  /** Reads page after page; a list that ends before its announced length is no answer. */
  @Override
  public List<BrokerReport> reports(Instant changedSince) {
    List<BrokerReport> all = new ArrayList<>();
    List<Pair<String, String>> question = List.of(Pair.create("since", changedSince.toString()));
    while (true) {
      Line.Page page = page(question);
      all.addAll(page.reports());
      if (page.next().isEmpty()) {
        if (all.size() < page.total()) {
          throw unexpected(
              "the list of orders ends after %d of %d".formatted(all.size(), page.total()));
        }
        return List.copyOf(all);
      }
      if (page.reports().isEmpty() || all.size() > page.total()) {
        throw unexpected("the list of orders does not end");
      }
      question =
          List.of(
              Pair.create("since", changedSince.toString()),
              Pair.create("after", page.next().get().value()));
    }
  }

  @Override
  public BrokerAccount account() {
    Exchange.Answer answer = get(uri("/account"));
    if (answer.status() != Line.OK) {
      throw unexpected(answer);
    }
    return read(answer, Line.Account.class).books();
  }

  @Override
  public void noteDeposit(DepositId id, Money amount) {
    Exchange.Answer answer = exchange.answer(post("/deposits", new Line.Deposit(id, amount)));
    if (answer.status() != Line.OK) {
      throw unexpected(answer);
    }
    read(answer, Line.Done.class);
  }

  private Line.Page page(List<Pair<String, String>> question) {
    Exchange.Answer answer = get(uri("/orders").query(Query.create(question)));
    if (answer.status() != Line.OK) {
      throw unexpected(answer);
    }
    return read(answer, Line.Page.class);
  }

  /** Only the broker's own word says that there is no such order, not any status 404. */
  private static Optional<BrokerReport> one(Exchange.Answer answer) {
    if (answer.status() == Line.OK) {
      return Optional.of(read(answer, BrokerReport.class));
    }
    if (answer.status() == Line.NOT_FOUND
        && read(answer, Line.Refusal.class).code().equals(Line.NO_SUCH_ORDER)) {
      return Optional.empty();
    }
    throw unexpected(answer);
  }

  private Uri uri(String path) {
    return address.path(path);
  }

  private Exchange.Answer get(Uri uri) {
    return exchange.answer(HttpRequest.GET(uri.toString()));
  }

  private HttpRequest post(String path, Object body) {
    return HttpRequest.POST(uri(path).toString())
        .withEntity(HttpEntities.create(ContentTypes.APPLICATION_JSON, BrokerJson.write(body)));
  }

  private static <T> T read(Exchange.Answer answer, Class<T> type) {
    try {
      return BrokerJson.read(answer.body(), type);
    } catch (UnreadableAnswerException unreadable) {
      throw new BrokerUnreachableException(
          "the broker's answer cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static BrokerUnreachableException unexpected(Exchange.Answer answer) {
    return unexpected("status " + answer.status() + " came from the broker");
  }

  private static BrokerUnreachableException unexpected(String what) {
    return new BrokerUnreachableException(what, new IllegalStateException(what));
  }
}
