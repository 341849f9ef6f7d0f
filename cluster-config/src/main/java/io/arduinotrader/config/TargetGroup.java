package io.arduinotrader.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Countries or industries that belong together, and the share of the portfolio they should have.
 *
 * @param members as the universe spells them; upper and lower case are the same
 * @param target fraction of the portfolio, 0 for no opinion
 */
public record TargetGroup(String name, List<String> members, double target) {

  /** Copies the list. */
  public TargetGroup {
    members = List.copyOf(members);
  }

  /** Reads a list of groups; a member may be in one of them only. */
  static List<TargetGroup> read(SettingsReader in, String path) {
    List<TargetGroup> groups = new ArrayList<>();
    Map<String, String> groupOf = new HashMap<>();
    int index = 0;
    for (Config entry : in.entries(path)) {
      String where = path + "[" + index++ + "]";
      TargetGroup group;
      try {
        group =
            new TargetGroup(
                entry.getString("name").strip(),
                entry.getStringList("members").stream().map(String::strip).toList(),
                entry.getDouble("target"));
      } catch (ConfigException wrong) {
        in.problem(where, "cannot be read: " + wrong.getMessage());
        continue;
      }
      check(group, where, groupOf, in);
      groups.add(group);
    }
    return List.copyOf(groups);
  }

  private static void check(
      TargetGroup group, String where, Map<String, String> groupOf, SettingsReader in) {
    if (group.name().isEmpty() || groupOf.containsValue(group.name())) {
      in.problem(where, "needs a name of its own but has '" + group.name() + "'");
    }
    if (!(group.target() >= 0 && group.target() <= 1)) {
      in.problem(where, "has a target between 0 and 1 but it is " + group.target());
    }
    if (group.members().isEmpty()) {
      in.problem(where, "has no members");
    }
    for (String member : group.members()) {
      String other = groupOf.put(member.toLowerCase(Locale.ROOT), group.name());
      if (other != null) {
        in.problem(where, "has the member '" + member + "' of " + other);
      }
    }
  }
}
