package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.PortfolioHash;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names of securities, accounts and portfolio states on the wire, in any case and with blanks. */
public final class IdentifierWire {

  private IdentifierWire() {}

  /** Whether an account is the one there is; an empty name means it. */
  public static boolean isKnownAccount(String text) {
    return text.isBlank() || text.strip().equals(AccountId.DEFAULT.value());
  }

  /**
   * The account a command is for.
   *
   * @throws CallRefusedException NOT_FOUND when there is no such account
   */
  public static AccountId account(String text) {
    if (!isKnownAccount(text)) {
      throw CallRefusedException.notFound("there is no account '" + text.strip() + "'");
    }
    return AccountId.DEFAULT;
  }

  /** Reads an ISIN that must be given. */
  public static Optional<Isin> isin(String text, String field, FieldViolations violations) {
    return text.isBlank()
        ? violations.missing(field, "is required")
        : optionalIsin(text, field, violations);
  }

  /** Reads an ISIN that may be left out. */
  public static Optional<Isin> optionalIsin(String text, String field, FieldViolations violations) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<Isin> isin = Isin.parse(text);
    if (isin.isEmpty()) {
      violations.add(field, "is not an ISIN: two letters, nine characters and a check digit");
    }
    return isin;
  }

  /** Reads ISINs, each of which must be one. */
  public static List<Isin> isins(
      List<String> texts, int most, String field, FieldViolations violations) {
    violations.require(texts.size() <= most, field, "has more than " + most + " entries");
    List<Isin> isins = new ArrayList<>();
    for (int index = 0; index < Math.min(texts.size(), most); index++) {
      isin(texts.get(index), field + "[" + index + "]", violations).ifPresent(isins::add);
    }
    return List.copyOf(isins);
  }

  /** Reads a symbol that may be left out. */
  public static Optional<Symbol> optionalSymbol(
      String text, String field, FieldViolations violations) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<Symbol> symbol = Symbol.parse(text);
    if (symbol.isEmpty()) {
      violations.add(field, "is not a symbol");
    }
    return symbol;
  }

  /**
   * Reads the name of a security that must be given by ISIN, symbol or both.
   *
   * @param prefix the path of the message that has the fields {@code isin} and {@code symbol}, with
   *     a dot at its end unless it is the request itself
   */
  public static Optional<SecurityName> security(
      String isinText, String symbolText, String prefix, FieldViolations violations) {
    if (isinText.isBlank() && symbolText.isBlank()) {
      return violations.missing(prefix + "isin", "is required unless the symbol is given");
    }
    Optional<Isin> isin = optionalIsin(isinText, prefix + "isin", violations);
    Optional<Symbol> symbol = optionalSymbol(symbolText, prefix + "symbol", violations);
    return isin.isEmpty() && symbol.isEmpty()
        ? Optional.empty()
        : Optional.of(new SecurityName(isin, symbol));
  }

  /** Reads a field that holds an ISIN or, when it looks like none, a symbol. */
  public static Optional<SecurityName> isinOrSymbol(
      String text, String field, FieldViolations violations) {
    if (text.isBlank()) {
      return violations.missing(field, "is required");
    }
    Optional<Isin> isin = Isin.parse(text);
    if (isin.isPresent()) {
      return Optional.of(new SecurityName(isin, Optional.empty()));
    }
    Optional<Symbol> symbol = Symbol.parse(text);
    return symbol.isPresent()
        ? Optional.of(new SecurityName(Optional.empty(), symbol))
        : violations.missing(field, "is neither an ISIN nor a symbol");
  }

  /** Reads the hash of a portfolio state that may be left out. */
  public static Optional<PortfolioHash> portfolioHash(
      String text, String field, FieldViolations violations) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<PortfolioHash> hash = PortfolioHash.parse(text);
    if (hash.isEmpty()) {
      violations.add(field, "is not a portfolio hash: eight lower-case hex characters");
    }
    return hash;
  }
}
