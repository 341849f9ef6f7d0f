package io.arduinotrader.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads values and gathers every problem instead of stopping at the first. */
final class SettingsReader {

  private final Config config;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(Config config) {
    this.config = config;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  void problem(String path, String what) {
    problems.add(path + ": " + what);
  }

  String text(String path) {
    return read(path, config::getString, "", value -> true, "");
  }

  boolean flag(String path) {
    return read(path, config::getBoolean, false, value -> true, "");
  }

  int number(String path, int least, int most) {
    return read(
        path,
        config::getInt,
        least,
        value -> value >= least && value <= most,
        "must be between " + least + " and " + most);
  }

  BigDecimal decimal(String path, String least, String most) {
    BigDecimal low = new BigDecimal(least);
    BigDecimal high = new BigDecimal(most);
    return read(
        path,
        key -> new BigDecimal(config.getString(key).strip()),
        low,
        value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0,
        "must be between " + least + " and " + most);
  }

  double fraction(String path) {
    return decimal(path, "0", "1").doubleValue();
  }

  /** One of an enum's constants, written in lower case with hyphens. */
  <E extends Enum<E>> E choice(String path, Class<E> kind) {
    String stated = text(path);
    List<E> constants = List.of(kind.getEnumConstants());
    return constants.stream()
        .filter(constant -> written(constant).equals(stated))
        .findFirst()
        .orElseGet(
            () -> {
              problem(
                  path,
                  "must be one of %s but is '%s'"
                      .formatted(
                          constants.stream()
                              .map(SettingsReader::written)
                              .collect(Collectors.joining(", ")),
                          stated));
              return constants.getFirst();
            });
  }

  private static String written(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A number that need not be stated; blank text is none. */
  OptionalDouble decimalIfStated(String path, String least, String most) {
    return text(path).isBlank()
        ? OptionalDouble.empty()
        : OptionalDouble.of(decimal(path, least, most).doubleValue());
  }

  /** A list of names, none of them blank and each of them once. */
  List<String> names(String path) {
    return read(
        path,
        key -> config.getStringList(key).stream().map(String::strip).toList(),
        List.of(),
        names ->
            names.stream().noneMatch(String::isEmpty)
                && names.stream().distinct().count() == names.size(),
        "must have no blank name and none twice");
  }

  /** A list of objects. */
  List<? extends Config> entries(String path) {
    return this.<List<? extends Config>>read(
        path, config::getConfigList, List.of(), value -> true, "");
  }

  /** Keys and values of one level, as text. */
  Map<String, String> texts(String path) {
    return read(path, this::textsAt, Map.of(), value -> true, "");
  }

  private Map<String, String> textsAt(String path) {
    Map<String, String> texts = new TreeMap<>();
    config
        .getObject(path)
        .forEach((key, value) -> texts.put(key, String.valueOf(value.unwrapped())));
    return Map.copyOf(texts);
  }

  Duration duration(String path, Duration least, Duration most) {
    return read(
        path,
        config::getDuration,
        least,
        value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        "must be between " + least + " and " + most);
  }

  ZoneId zone(String path) {
    return read(path, key -> ZoneId.of(config.getString(key)), ZoneId.of("UTC"), value -> true, "");
  }

  Optional<LocalDate> day(String path) {
    if (text(path).isBlank()) {
      return Optional.empty();
    }
    return read(
        path,
        key -> Optional.of(LocalDate.parse(config.getString(key).strip())),
        Optional.empty(),
        value -> true,
        "");
  }

  /** Nothing is encrypted yet, so nothing may be heard outside the machine. */
  void requireLoopback(String path, String host) {
    if (!ContactPoint.isLoopback(host)) {
      problem(path, "must be a loopback address but is '" + host + "'");
    }
  }

  private <T> T read(
      String path, Function<String, T> getter, T onProblem, Predicate<T> valid, String rule) {
    try {
      T value = getter.apply(path);
      if (valid.test(value)) {
        return value;
      }
      problem(path, rule + " but is " + value);
    } catch (ConfigException.Missing missing) {
      problem(path, "is not set");
    } catch (ConfigException.WrongType | ConfigException.BadValue wrong) {
      problem(path, "cannot be read: " + wrong.getMessage());
    } catch (NumberFormatException notANumber) {
      problem(path, "is not a number: '" + config.getString(path) + "'");
    } catch (DateTimeException notADate) {
      problem(path, "cannot be read: " + notADate.getMessage());
    }
    return onProblem;
  }
}
