package io.arduinotrader.support;

import io.arduinotrader.config.ServiceRole;
import java.util.Optional;

/** What this node sees of the cluster. */
public interface ClusterSight {

  /** Whether this node is a full member. */
  boolean isMember();

  /** A host with a reachable member that runs the service, this one first; empty when none does. */
  Optional<String> hostOf(ServiceRole role);

  /** Whether every member can be reached. */
  boolean isWhole();

  /**
   * Calls back, on any thread, whenever the way to a node opens or breaks. One node has no ways.
   */
  default void whenWaysChange(Runnable listener) {}
}
