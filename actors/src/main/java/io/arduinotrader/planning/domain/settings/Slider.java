package io.arduinotrader.planning.domain.settings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One number from 0 to 1 that turns several knobs at once, each along a straight line. */
public enum Slider {
  RISK_APPETITE,
  HOLD_DURATION,
  POSITION_SPREAD,
  PROFIT_TAKING;

  private record Line(Knob knob, BigDecimal start, BigDecimal rise) {

    String at(BigDecimal place) {
      BigDecimal value = start.add(rise.multiply(place), MathContext.DECIMAL64);
      return switch (knob) {
        case MIN_HOLD_DAYS, MAX_OPPORTUNITIES_PER_CATEGORY -> value.toBigInteger().toString();
        default -> value.toPlainString();
      };
    }
  }

  private List<Line> lines() {
    return switch (this) {
      case RISK_APPETITE ->
          List.of(
              line(Knob.PRIORITY_THRESHOLD, "0.5", "-0.3"),
              line(Knob.COST_PENALTY_FACTOR, "0.2", "-0.15"),
              line(Knob.MAX_POSITION_SHARE, "0.10", "0.10"));
      case HOLD_DURATION -> List.of(line(Knob.MIN_HOLD_DAYS, "30", "150"));
      case POSITION_SPREAD ->
          List.of(
              line(Knob.MAX_OPPORTUNITIES_PER_CATEGORY, "2", "8"),
              line(Knob.DIVERSITY_WEIGHT, "0", "0.5"),
              line(Knob.MAX_POSITION_SHARE, "0.20", "-0.10"));
      case PROFIT_TAKING ->
          List.of(
              line(Knob.WINDFALL_THRESHOLD, "0.40", "-0.25"),
              line(Knob.MAX_SELL_SHARE, "0.20", "0.30"));
    };
  }

  private static Line line(Knob knob, String start, String rise) {
    return new Line(knob, new BigDecimal(start), new BigDecimal(rise));
  }

  static Optional<Slider> named(String key) {
    return Arrays.stream(values()).filter(slider -> slider.key().equals(key)).findFirst();
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The settings it stands for at a place from 0 to 1. */
  public Map<String, String> at(BigDecimal place) {
    Map<String, String> values = new LinkedHashMap<>();
    lines().forEach(line -> values.put(line.knob().key(), line.at(place)));
    return values;
  }
}
