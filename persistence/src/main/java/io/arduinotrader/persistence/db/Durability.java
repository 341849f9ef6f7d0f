package io.arduinotrader.persistence.db;

/** Makes sure that what was committed survives a power cut. */
@FunctionalInterface
public interface Durability {

  /**
   * Returns when everything committed so far is on the disk; called before anything is sent to a
   * broker. Blocks for about as long as one flush of the disk.
   *
   * @throws StoreUnavailableException when that cannot be promised; then nothing may be sent
   */
  void force();
}
