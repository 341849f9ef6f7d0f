package io.arduinotrader.vectors;

import com.fasterxml.jackson.databind.JsonNode;

/** A column of prices in an example: a list of numbers or the description of a generated series. */
public final class PriceColumn {

  private static final long LCG_FACTOR = 1_103_515_245L;
  private static final long LCG_INCREMENT = 12_345L;
  private static final long LCG_MODULUS = 1L << 31;

  private PriceColumn() {}

  /** The prices, oldest first; what is null in a list is zero. */
  public static double[] of(JsonNode node) {
    if (node.isArray()) {
      double[] prices = new double[node.size()];
      for (int i = 0; i < prices.length; i++) {
        prices[i] = node.get(i).asDouble();
      }
      return prices;
    }
    return generated(node);
  }

  private static double[] generated(JsonNode node) {
    String kind = node.get("kind").asText();
    double[] prices = new double[node.get("n").asInt()];
    if (kind.equals("lcg")) {
      return randomWalk(node, prices);
    }
    for (int i = 0; i < prices.length; i++) {
      prices[i] =
          switch (kind) {
            case "const" -> number(node, "p");
            case "linear" -> number(node, "p0") + number(node, "b") * i;
            case "growth" -> grown(node, i);
            case "gsin" -> wave(node, i);
            case "gsin2" -> wave(node, i) + number(node, "a2") * Math.cos(i / number(node, "w2"));
            case "vee" -> vee(node, i, prices.length);
            case "step" -> number(node, i < number(node, "k") ? "p0" : "p1");
            default -> throw new IllegalArgumentException("unknown series: " + node);
          };
    }
    return prices;
  }

  private static double grown(JsonNode node, int i) {
    return number(node, "p0") * Math.pow(1 + number(node, "g"), i);
  }

  private static double wave(JsonNode node, int i) {
    return grown(node, i) + number(node, "a") * Math.sin(i / number(node, "w"));
  }

  private static double vee(JsonNode node, int i, int length) {
    double turn = number(node, "k");
    double start = number(node, "p0");
    double depth = number(node, "d");
    return i <= turn
        ? start * (1 - depth * i / turn)
        : start * (1 - depth) * (1 + number(node, "u") * (i - turn) / (length - 1 - turn));
  }

  private static double[] randomWalk(JsonNode node, double[] prices) {
    long state = node.get("seed").asLong();
    prices[0] = number(node, "p0");
    for (int i = 1; i < prices.length; i++) {
      state = Math.floorMod(LCG_FACTOR * state + LCG_INCREMENT, LCG_MODULUS);
      double chance = state / (double) LCG_MODULUS - 0.5;
      prices[i] = prices[i - 1] * (1 + number(node, "mu") + number(node, "s") * chance);
    }
    return prices;
  }

  private static double number(JsonNode node, String name) {
    return node.get(name).asDouble();
  }
}
