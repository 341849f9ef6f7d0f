package io.arduinotrader.config;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which part of the system a node is, and how it finds the others.
 *
 * @param roles the services that run here
 * @param contactPoints the management servers of all nodes, this one among them
 * @param founds whether the node may begin a new cluster
 * @param lifeline how the nodes watch each other
 */
public record NodeSettings(
    Set<ServiceRole> roles, List<ContactPoint> contactPoints, boolean founds, Lifeline lifeline) {

  /**
   * The connections between nodes that are open as long as both live.
   *
   * @param port the same on every node
   * @param beat time from one sign of life to the next
   * @param silence time without a sign after which the other is held for cut off
   */
  public record Lifeline(int port, Duration beat, Duration silence) {

    /** How old a command may be when it arrives; less than the silence its sender waits for. */
    public Duration oldestCommand() {
      return silence.multipliedBy(3).dividedBy(4);
    }
  }

  /** Signs that may be lost before a silence means anything. */
  private static final int BEATS_PER_SILENCE = 5;

  private static final String ROOT = "arduino-trader.";
  private static final String ROLES = ROOT + "node.roles";
  private static final String CONTACT_POINTS = ROOT + "node.contact-points";
  private static final String FOUNDS = ROOT + "node.founds";
  private static final String SILENCE = ROOT + "lifeline.silence";

  /** What each board of a pair does; nothing runs on both. */
  private static final Map<String, Set<ServiceRole>> DEVICES =
      Map.of(
          "device-1",
          EnumSet.of(
              ServiceRole.PLANNING, ServiceRole.SCORING, ServiceRole.UNIVERSE, ServiceRole.GATEWAY),
          "device-2",
          EnumSet.of(ServiceRole.PORTFOLIO, ServiceRole.TRADING, ServiceRole.OPTIMIZATION));

  /** The node that begins the cluster of a pair. */
  private static final String FOUNDER = "device-2";

  /** Whether there are no other nodes. */
  public boolean isAlone() {
    return contactPoints.size() == 1;
  }

  static NodeSettings read(SettingsReader in, String profile) {
    Lifeline lifeline =
        new Lifeline(
            in.number(ROOT + "lifeline.port", 1, 65535),
            in.duration(ROOT + "lifeline.beat", Duration.ofMillis(10), Duration.ofSeconds(10)),
            in.duration(SILENCE, Duration.ofMillis(50), Duration.ofMinutes(1)));
    if (lifeline.silence().compareTo(lifeline.beat().multipliedBy(BEATS_PER_SILENCE)) < 0) {
      in.problem(SILENCE, "must last at least " + BEATS_PER_SILENCE + " beats");
    }
    NodeSettings node = new NodeSettings(roles(in), contactPoints(in), in.flag(FOUNDS), lifeline);
    if (DEVICES.containsKey(profile)) {
      checkDevice(in, profile, node);
    }
    if (node.isAlone() && !node.founds()) {
      in.problem(FOUNDS, "is false, but there is no other node whose cluster could be joined");
    }
    return node;
  }

  private static void checkDevice(SettingsReader in, String profile, NodeSettings node) {
    Set<ServiceRole> expected = DEVICES.getOrDefault(profile, Set.of());
    if (!node.roles().isEmpty() && !node.roles().equals(expected)) {
      in.problem(
          ROLES,
          "of the profile %s must be %s: what runs on both boards could be done twice"
              .formatted(profile, names(expected)));
    }
    if (node.contactPoints().size() != DEVICES.size()) {
      in.problem(CONTACT_POINTS, "must be two different addresses, one of each board");
    }
    if (node.founds() != profile.equals(FOUNDER)) {
      in.problem(FOUNDS, "must be true on " + FOUNDER + " and nowhere else");
    }
  }

  private static Set<ServiceRole> roles(SettingsReader in) {
    Map<String, ServiceRole> known = new HashMap<>();
    for (ServiceRole role : ServiceRole.values()) {
      known.put(role.role(), role);
    }
    Set<ServiceRole> roles = EnumSet.noneOf(ServiceRole.class);
    for (String name : Expansion.words(in.text(ROLES))) {
      ServiceRole role = known.get(name);
      if (role != null) {
        roles.add(role);
      } else if (!DEVICES.containsKey(name)) {
        in.problem(ROLES, "names '" + name + "', which is no service");
      }
    }
    if (roles.isEmpty()) {
      in.problem(ROLES, "names none of " + names(EnumSet.allOf(ServiceRole.class)));
    }
    return Set.copyOf(roles);
  }

  private static List<ContactPoint> contactPoints(SettingsReader in) {
    List<String> words = Expansion.words(in.text(CONTACT_POINTS));
    words.stream()
        .filter(word -> ContactPoint.parse(word).isEmpty())
        .forEach(word -> in.problem(CONTACT_POINTS, "has '" + word + "', which is not host:port"));
    List<ContactPoint> points =
        words.stream().flatMap(word -> ContactPoint.parse(word).stream()).toList();
    Set<ContactPoint> different = new HashSet<>();
    points.stream()
        .filter(point -> !different.add(point))
        .forEach(point -> in.problem(CONTACT_POINTS, "names " + point + " twice"));
    ContactPoint own =
        new ContactPoint(
            in.text("pekko.management.http.hostname"),
            in.number("pekko.management.http.port", 1, 65535));
    if (!different.contains(own)) {
      in.problem(CONTACT_POINTS, "does not name this node, " + own);
    }
    if (different.stream().map(ContactPoint::isLoopback).distinct().count() > 1) {
      in.problem(
          CONTACT_POINTS,
          "mixes addresses of this machine with others: %s"
              .formatted(different.stream().map(ContactPoint::toString).sorted().toList()));
    }
    return List.copyOf(different);
  }

  private static List<String> names(Set<ServiceRole> roles) {
    return roles.stream().map(ServiceRole::role).sorted().toList();
  }
}
