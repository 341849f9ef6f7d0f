package io.arduinotrader.portfolio.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.message.Refusal;
import io.arduinotrader.protocol.message.RefusalCode;
import io.arduinotrader.protocol.portfolio.PortfolioEvent;
import io.arduinotrader.protocol.portfolio.PortfolioRequest;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.BookDeposit;
import io.arduinotrader.protocol.portfolio.PortfolioRequest.Reserve;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.BrokerOrderId;
import io.arduinotrader.protocol.vocab.Conversion;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.DepositId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Fill;
import io.arduinotrader.protocol.vocab.FillId;
import io.arduinotrader.protocol.vocab.FxRate;
import io.arduinotrader.protocol.vocab.IntentId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Money;
import io.arduinotrader.protocol.vocab.Price;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Side;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Books that are written request by request, and the words the requests are made of. */
public final class Books {

  public static final Isin APPLE = new Isin("US0378331005");
  public static final Isin SAP = new Isin("DE0007164600");
  public static final Symbol APPLE_US = new Symbol("AAPL.US");
  public static final Symbol SAP_DE = new Symbol("SAP.DE");
  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  public static final FxRate EUR_EUR = FxRate.identity(Currency.EUR, START);
  public static final FxRate EUR_USD =
      new FxRate(Currency.EUR, Currency.USD, new BigDecimal("1.25"), START, "test");

  private final List<PortfolioEvent> events = new ArrayList<>();
  private PortfolioState state;
  private Instant now = START;

  public Books() {
    this(PortfolioState.empty(AccountId.DEFAULT));
  }

  public Books(PortfolioState state) {
    this.state = state;
  }

  /** What the rules say; what is granted is applied. */
  public Decision request(PortfolioRequest request) {
    now = now.plus(Duration.ofSeconds(1));
    Decision decision = PortfolioRules.decide(state, request, now);
    if (decision instanceof Decision.Events granted) {
      for (PortfolioEvent event : granted.events()) {
        state = state.apply(event);
        events.add(event);
      }
    }
    return decision;
  }

  /** A request that must be granted and must change something. */
  public Books granted(PortfolioRequest request) {
    assertThat(request(request))
        .isInstanceOfSatisfying(
            Decision.Events.class, granted -> assertThat(granted.events()).isNotEmpty());
    return this;
  }

  /** A request that must be granted because it was before, and must change nothing. */
  public Books repeated(PortfolioRequest request) {
    assertThat(request(request)).isEqualTo(new Decision.Events(List.of()));
    return this;
  }

  /** A request that must be refused; the message is returned. */
  public String refused(PortfolioRequest request, RefusalCode code) {
    PortfolioState before = state;
    Decision decision = request(request);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    Refusal refusal = ((Decision.Refused) decision).refusal();
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(state).isEqualTo(before);
    return refusal.message();
  }

  public PortfolioState state() {
    return state;
  }

  public List<PortfolioEvent> events() {
    return List.copyOf(events);
  }

  public PortfolioView view() {
    return state.view(Digest.EMPTY, events.size());
  }

  public static Money eur(String amount) {
    return Money.of(amount, Currency.EUR);
  }

  public static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }

  public static BookDeposit deposit(String id, String amount) {
    return new BookDeposit(new DepositId(id), eur(amount), "");
  }

  /** Sets cash aside for shares of SAP, in euros, or of Apple, in dollars. */
  public static Reserve buy(String intent, Money worstCost) {
    boolean dollars = worstCost.currency().equals(Currency.USD);
    return new Reserve(
        new IntentId(intent),
        Side.BUY,
        dollars ? APPLE : SAP,
        dollars ? APPLE_US : SAP_DE,
        Quantity.of(5),
        worstCost,
        dollars ? EUR_USD : EUR_EUR);
  }

  public static Reserve sell(String intent, String quantity) {
    return new Reserve(
        new IntentId(intent), Side.SELL, SAP, SAP_DE, Quantity.of(quantity), eur("0"), EUR_EUR);
  }

  /** An execution of SAP in euros. */
  public static Fill fill(
      String id, String intent, Side side, String quantity, String price, String commission) {
    return new Fill(
        new FillId(id),
        new IntentId(intent),
        new BrokerOrderId("O-" + intent),
        AccountId.DEFAULT,
        SAP,
        SAP_DE,
        side,
        Quantity.of(quantity),
        Price.of(price, Currency.EUR),
        eur(commission),
        EUR_EUR,
        Optional.empty(),
        START);
  }

  /** An execution of Apple in dollars. */
  public static Fill dollarFill(
      String id,
      String intent,
      Side side,
      String quantity,
      String price,
      String commission,
      Optional<Conversion> conversion) {
    return new Fill(
        new FillId(id),
        new IntentId(intent),
        new BrokerOrderId("O-" + intent),
        AccountId.DEFAULT,
        APPLE,
        APPLE_US,
        side,
        Quantity.of(quantity),
        Price.of(price, Currency.USD),
        usd(commission),
        EUR_USD,
        conversion,
        START);
  }
}
