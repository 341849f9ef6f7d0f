package io.arduinotrader.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads Prometheus' text format, version 0.0.4, and takes nothing that its grammar does not allow:
 * every sample belongs to a family that was introduced with a type, families are not mixed, label
 * values are quoted, no sample comes twice, and the buckets of a histogram add up.
 */
final class MetricsText {

  private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
  private static final Pattern TYPE =
      Pattern.compile(
          "# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: -?[0-9]+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\"(?:,|$)");

  /** A value with its labels. */
  record Sample(String name, Map<String, String> labels, double value) {}

  /** A metric. */
  record Family(String name, String type, String help, List<Sample> samples) {}

  private final Map<String, Family> families = new HashMap<>();
  private final Map<String, String> helps = new HashMap<>();

  private MetricsText() {}

  /** The families of a text by name. */
  static Map<String, Family> read(String text) {
    if (!text.isEmpty() && !text.endsWith("\n")) {
      throw new IllegalArgumentException("the last line does not end");
    }
    MetricsText reader = new MetricsText();
    String current = "";
    for (String line : text.lines().toList()) {
      current = reader.line(line, current);
    }
    reader.families.values().forEach(MetricsText::check);
    return Map.copyOf(reader.families);
  }

  private String line(String line, String current) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    if (help.matches()) {
      require(helps.putIfAbsent(help.group(1), help.group(2)) == null, "two helps: " + line);
    } else if (type.matches()) {
      String name = type.group(1);
      Family family =
          new Family(name, type.group(2), helps.getOrDefault(name, ""), new ArrayList<>());
      require(families.putIfAbsent(name, family) == null, "introduced twice: " + line);
      return name;
    } else if (!line.isBlank() && !line.startsWith("#")) {
      Family family = families.getOrDefault(current, new Family("", "", "", List.of()));
      Sample sample = sample(line);
      require(belongs(sample.name(), family), "outside its family: " + line);
      require(
          family.samples().stream()
              .noneMatch(
                  other ->
                      other.name().equals(sample.name()) && other.labels().equals(sample.labels())),
          "twice: " + line);
      family.samples().add(sample);
    }
    return current;
  }

  private static boolean belongs(String name, Family family) {
    return switch (family.type()) {
      case "histogram" ->
          Stream.of("_bucket", "_sum", "_count")
              .anyMatch(suffix -> name.equals(family.name() + suffix));
      case "summary" ->
          Stream.of("", "_sum", "_count").anyMatch(suffix -> name.equals(family.name() + suffix));
      default -> name.equals(family.name());
    };
  }

  private static Sample sample(String line) {
    Matcher matcher = SAMPLE.matcher(line);
    require(matcher.matches(), "not a sample: " + line);
    Map<String, String> labels = new HashMap<>();
    if (matcher.group(2) != null) {
      Matcher label = LABEL.matcher(matcher.group(2));
      int end = 0;
      while (label.lookingAt()) {
        require(labels.put(label.group(1), label.group(2)) == null, "label twice: " + line);
        end = label.end();
        label.region(end, matcher.group(2).length());
      }
      require(end == matcher.group(2).length(), "labels cannot be read: " + line);
    }
    return new Sample(matcher.group(1), Map.copyOf(labels), number(matcher.group(3)));
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static void check(Family family) {
    if (!family.type().equals("histogram")) {
      return;
    }
    Map<Map<String, String>, List<Sample>> series = new HashMap<>();
    for (Sample sample : family.samples()) {
      Map<String, String> labels = new HashMap<>(sample.labels());
      labels.remove("le");
      series.computeIfAbsent(labels, none -> new ArrayList<>()).add(sample);
    }
    series.forEach((labels, samples) -> checkBuckets(family.name(), samples));
  }

  private static void checkBuckets(String name, List<Sample> samples) {
    double bound = Double.NEGATIVE_INFINITY;
    double below = 0;
    for (Sample sample : samples) {
      if (sample.name().equals(name + "_bucket")) {
        double next = number(sample.labels().getOrDefault("le", "no bound"));
        require(next > bound, "bounds fall: " + sample);
        require(sample.value() >= below, "buckets fall: " + sample);
        bound = next;
        below = sample.value();
      }
    }
    require(bound == Double.POSITIVE_INFINITY, "no last bucket: " + name);
    double all = below;
    require(
        samples.stream()
            .anyMatch(sample -> sample.name().equals(name + "_count") && sample.value() == all),
        "the count is not that of the buckets: " + name);
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
