package io.arduinotrader.planning.domain.settings;

/** What is wrong with a setting; each names the key at fault. */
public sealed interface SettingsProblem {

  /** The key at fault. */
  String key();

  /** What is wrong, for a person. */
  String message();

  /** No knob has this name. */
  record UnknownKey(String key) implements SettingsProblem {
    @Override
    public String message() {
      return "there is no setting '" + key + "'";
    }
  }

  /** The text is not of the kind the knob takes. */
  record NotAValue(String key, String text, String wanted) implements SettingsProblem {
    @Override
    public String message() {
      return key + " must be " + wanted + ", not '" + text + "'";
    }
  }

  /** The value is outside of its range. */
  record OutOfRange(String key, String text, String least, String most) implements SettingsProblem {
    @Override
    public String message() {
      return key + " must be between " + least + " and " + most + ", not " + text;
    }
  }

  /** The value contradicts that of another key. */
  record Contradiction(String key, String other, String reason) implements SettingsProblem {
    @Override
    public String message() {
      return key + " contradicts " + other + ": " + reason;
    }
  }
}
