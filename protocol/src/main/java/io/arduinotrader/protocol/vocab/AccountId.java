package io.arduinotrader.protocol.vocab;

import java.util.Optional;

/** One account at the broker with its positions, cash and ledger. */
public record AccountId(String value) {

  /** The account meant when a caller names none. */
  public static final AccountId DEFAULT = new AccountId("default");

  /**
   * Checks the identifier's characters.
   *
   * @throws IllegalArgumentException unless 1 to 128 letters, digits or one of {@code . _ : # -}
   */
  public AccountId {
    Identifier.require("account id", value);
  }

  /**
   * The account a caller named, {@link #DEFAULT} for none, empty when the text is no account id.
   */
  public static Optional<AccountId> parse(String text) {
    if (text.isBlank()) {
      return Optional.of(DEFAULT);
    }
    return Identifier.isValid(text.strip())
        ? Optional.of(new AccountId(text.strip()))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
